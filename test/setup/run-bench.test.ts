/**
 * Goal: a figure that is not reached, fails, or is asked for in vain can never look like a good one.
 * Method: run the bench program on figures written for this test and read its table, its JSON and its exit code.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

const program = join(import.meta.dirname, '..', 'bench', 'run-bench.mjs');
const folder = mkdtempSync(join(tmpdir(), 'reinstate-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function figuresFolder(name: string, sources: Record<string, string>): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, source] of Object.entries(sources)) writeFileSync(join(path, file), source);
  return path;
}

function figure(id: string, better: string, must: string, measure: string): string {
  const limits = `better: '${better}', must: ${must}, aim: 2`;
  return `export const figure = { id: '${id}', title: 'Title ${id}', unit: 'ratio', ${limits}, measure: ${measure} };`;
}

function bench(...words: string[]) {
  const run = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
  return { exitCode: run.status, table: run.stdout.trimEnd().split('\n'), errors: run.stderr };
}

describe('npm run bench', () => {
  const mixed = figuresFolder('mixed', {
    'a.mjs': figure('copy-rate', 'higher', '1.5', '() => 1.75'),
    'b.mjs': figure('list-time', 'lower', '0.5', 'async () => 0.75'),
    'c.mjs': figure('broken', 'higher', 'null', "() => { throw new Error('no disk'); }"),
  });

  it('judges each figure by its direction and writes what it prints', () => {
    const jsonFile = join(folder, 'out.json');
    const run = bench('--figures', mixed, '--json', jsonFile);
    expect(JSON.parse(readFileSync(jsonFile, 'utf8'))).toEqual({
      figures: [
        { id: 'copy-rate', title: 'Title copy-rate', value: 1.75, unit: 'ratio', must: 1.5, aim: 2, met: true },
        { id: 'list-time', title: 'Title list-time', value: 0.75, unit: 'ratio', must: 0.5, aim: 2, met: false },
        { id: 'broken', title: 'Title broken', value: null, unit: 'ratio', must: null, aim: 2, met: false },
      ],
    });
    expect(run.table).toEqual([
      'id         value   unit   must    aim  met  title',
      'copy-rate  1.750   ratio  1.500   2    yes  Title copy-rate',
      'list-time  0.7500  ratio  0.5000  2    NO   Title list-time',
      'broken     -       ratio  -       2    NO   Title broken (no disk)',
    ]);
    expect(run.exitCode).toBe(1);
  });

  it('measures only what is asked for', () => {
    const run = bench('--figures', mixed, '--only', 'copy-rate');
    expect([run.exitCode, run.table.length, run.table[1]?.split(' ')[0]]).toEqual([0, 2, 'copy-rate']);
  });

  it('refuses an id that does not exist', () => {
    const run = bench('--figures', mixed, '--only', 'copy-rate', 'copy-speed');
    expect(run.exitCode).toBe(2);
    expect(run.errors).toContain('no figure copy-speed; there are: copy-rate, list-time, broken');
  });

  it('refuses two figures of one id, and a figure with no direction', () => {
    const twice = figuresFolder('twice', {
      'a.mjs': figure('a', 'lower', '1', '() => 1'),
      'b.mjs': figure('a', 'lower', '1', '() => 1'),
    });
    const aimless = figuresFolder('aimless', { 'a.mjs': figure('a', 'best', '1', '() => 1') });
    expect(bench('--figures', aimless).errors).toContain("a.mjs: better is 'higher' or 'lower'");
    const run = bench('--figures', twice);
    expect([run.exitCode, run.errors.split('\n')[0]]).toEqual([2, 'bench: b.mjs: id a is used twice']);
  });
});
