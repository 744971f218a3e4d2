// The targets of native/fuzz as tests, in halves: each half is a test file, so that two run side by side.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { buildInstrumented } from '../../src/setup/build-instrumented.mjs';
import { makeFolder, removeFolder } from '../native/disk-images.js';
import { faultSeed, runProgram } from './instrumented-engine.js';
import { findPeer, peerOrSkip } from './peers.js';

const test = peerOrSkip('clang', 'libFuzzer');
const seconds = Number(process.env['REINSTATE_FUZZ_SECONDS'] ?? '3');
const sources = join(import.meta.dirname, '..', '..', 'native', 'fuzz');
const targets = readdirSync(sources)
  .filter((name) => name.endsWith('_fuzz.cc'))
  .map((name) => name.replace('.cc', '').replaceAll('_', '-'))
  .toSorted();

/** Registers every second target, from `first` on. */
export function describeFuzzTargets(first: 0 | 1): void {
  let folder = '';

  beforeAll(async () => {
    folder = makeFolder();
    if (findPeer('clang') === undefined) return;
    await buildInstrumented('fuzz');
    const faultEngine = join(await buildInstrumented('plain'), 'fault-engine');
    const { exitCode, stderr } = await runProgram([faultEngine, 'seeds', folder]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  }, 900_000);
  afterAll(() => removeFolder(folder));

  test.each(targets.filter((_target, at) => at % 2 === first))(
    `%s holds for ${seconds} s`,
    async (target) => {
      const corpus = join(folder, target);
      expect(existsSync(corpus)).toBe(true);
      const limits = ['-rss_limit_mb=2048', '-timeout=20', '-max_len=70000', '-print_final_stats=1'];
      const place = [`-artifact_prefix=${folder}/found-`, `-seed=${faultSeed % 2 ** 31}`];
      const program = join(await buildInstrumented('fuzz'), target);
      const run = await runProgram([program, `-max_total_time=${seconds}`, ...limits, ...place, corpus]);
      const executed = /stat::number_of_executed_units:\s*(\d+)/.exec(run.stderr)?.[1] ?? '0';
      process.stdout.write(`${target}: seed ${faultSeed}, ${seconds} s, ${executed} inputs\n`);
      const found = readdirSync(folder).filter((name) => name.startsWith('found-'));
      const input = found.map((name) => readFileSync(join(folder, name)).toString('base64').slice(0, 20_000));
      expect({ exitCode: run.exitCode, input, said: run.exitCode === 0 ? '' : run.stderr.slice(-6_000) }).toEqual({
        exitCode: 0,
        input: [],
        said: '',
      });
      expect(Number(executed)).toBeGreaterThan(100);
    },
    (seconds + 120) * 1000,
  );
}
