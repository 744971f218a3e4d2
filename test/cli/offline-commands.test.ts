/**
 * Goal: plans from a facts document, rules and their explanation work with no service, and a bad document is named by
 * its paths.
 * Method: the command line in this process on written facts; the published JSON Schema against the schema in use.
 */
import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { factsSchema } from '../../src/cli/offline/facts-schema.js';
import { runCli } from '../../src/cli/run-cli.js';
import { planRestore } from '../../src/planner/plan-restore.js';
import { renderPlan } from '../../src/planner/render-plan.js';
import { RULES } from '../../src/planner/rules/index.js';
import { encryptedFacts, healthyFacts } from '../planner/facts-builder.js';
import { fakeTerminal } from './fake-terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'reinstate-facts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const terminal = fakeTerminal();
  const exitCode = await runCli(args, terminal);
  return { exitCode, out: terminal.out(), error: terminal.error() };
}

function writeFacts(facts: unknown): string {
  const file = join(folder, 'facts.json');
  writeFileSync(file, typeof facts === 'string' ? facts : JSON.stringify(facts));
  return file;
}

describe('plan --facts', () => {
  it('prints the very plan of the planner, as JSON and as text', async () => {
    const file = writeFacts(healthyFacts());
    const plan = planRestore(healthyFacts());
    const asJson = await run('plan', '--facts', file, '--json');
    const asText = await run('plan', '--facts', file);
    expect(JSON.parse(asJson.out)).toEqual(plan);
    expect(asText.out).toBe(`${renderPlan(plan).trimEnd()}\n`);
    expect([asJson.exitCode, asText.exitCode, plan.verdict]).toEqual([0, 0, 'RESTORABLE']);
  });

  it('ends with 3 when an executor was not heard of, and with 1 when a block stands', async () => {
    const facts = healthyFacts();
    const silent = { ...facts, now: '2026-06-04T03:10:00.000Z' };
    const failed = { ...facts, restorePoint: { ...facts.restorePoint, state: 'FAILED' } };
    expect((await run('plan', '--facts', writeFacts(silent))).exitCode).toBe(3);
    expect((await run('plan', '--facts', writeFacts(failed))).exitCode).toBe(1);
  });

  it('names every wrong path of a document that does not fit', async () => {
    const facts = healthyFacts();
    const disks = [{ ...facts.restorePoint.disks[0], capacityBytes: -1 }];
    const wrong = { ...facts, now: 'today', restorePoint: { ...facts.restorePoint, disks }, extra: 1 };
    const { exitCode, error, out } = await run('plan', '--facts', writeFacts(wrong), '--json');
    expect(exitCode).toBe(2);
    for (const path of ['now:', 'restorePoint.disks.0.capacityBytes:', 'extra']) expect(error).toContain(path);
    expect(JSON.parse(out).error.code).toBe('INVALID_FACTS');
  });

  it.each([
    ['not JSON', '{"now": "se'],
    ['a list', '[]'],
    ['nothing', ''],
  ])('refuses %s with 2', async (_title, text) => {
    expect((await run('plan', '--facts', writeFacts(text))).exitCode).toBe(2);
  });

  it('refuses a file that is not there, and options that facts already decide', async () => {
    expect((await run('plan', '--facts', join(folder, 'absent.json'))).exitCode).toBe(2);
    expect((await run('plan', '--facts', writeFacts(healthyFacts()), '--vm', 'web01')).exitCode).toBe(2);
  });
});

describe('the facts schema', () => {
  it('takes what the planner takes', () => {
    for (const facts of [healthyFacts(), encryptedFacts()]) expect(factsSchema.parse(facts)).toEqual(facts);
  });

  it('is published as JSON Schema', () => {
    const file = join(import.meta.dirname, '..', '..', 'docs', 'generated', 'facts.schema.json');
    const published = JSON.parse(readFileSync(file, 'utf8'));
    expect(published).toEqual({ ...z.toJSONSchema(factsSchema), title: 'Facts of a restore plan' });
  });
});

describe('rules', () => {
  it('are listed with all that a reader needs', async () => {
    const { exitCode, out } = await run('rules', '--json');
    const shown = JSON.parse(out) as Record<string, unknown>[];
    expect(exitCode).toBe(0);
    expect(shown.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
    for (const rule of shown) {
      expect(Object.keys(rule)).toEqual(['id', 'grade', 'statements', 'citation', 'title', 'remedy']);
    }
  });

  it('are explained one by one; an unknown one is answered with its neighbours', async () => {
    const { out } = await run('explain', 'nvram.not-captured');
    expect(out.split('\n')[0]).toMatch(/^nvram\.not-captured: /);
    const unknown = await run('explain', 'nvram.nothing');
    expect(unknown.exitCode).toBe(1);
    expect(unknown.error).toMatch(/did you mean .*nvram\.not-captured/);
  });
});
