/**
 * Goal: the closing line of `npm test` never counts a failure as nothing, and no test file falls between two parts.
 * Method: the pure functions of the test runner on made-up results, and the part table on the files that exist.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { closingLine, filesOfPart, sumResults, TEST_PARTS, wholeSuite } from '../../src/setup/test-parts.mjs';

const green = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 1,
  numTodoTests: 0,
};

function partNamed(name: string) {
  const part = TEST_PARTS[name];
  if (part === undefined) throw new Error(`no test part ${name}`);
  return part;
}

describe('sumResults', () => {
  it('adds parts up', () => {
    expect(sumResults([green, { ...green, success: false, numFailedTests: 2 }])).toEqual({
      passed: 6,
      failed: 2,
      skipped: 2,
    });
  });

  it('counts a test file that could not be loaded as a failure', () => {
    const result = { ...green, success: false, numRuntimeErrorTestSuites: 1 };
    expect(sumResults([result])).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });

  it('counts a part that gave no result as a failure', () => {
    expect(sumResults([green, undefined])).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });

  it('counts an unsuccessful part with no failed test as a failure', () => {
    expect(sumResults([{ ...green, success: false }])).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });
});

describe('closingLine', () => {
  it('leaves skipped tests out when there are none', () => {
    expect(closingLine({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed');
    expect(closingLine({ passed: 7, failed: 1, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
  });
});

describe('parts', () => {
  it('leave slow folders out of the fast suite', () => {
    const files = ['domain/units.test.ts', 'crash/supervision.test.ts', 'bench/bench.test.ts', 'tidy.test.ts'];
    expect(filesOfPart(partNamed('fast'), files)).toEqual(['domain/units.test.ts', 'tidy.test.ts']);
  });

  it('hold every test file of the repository in some part of npm test or of a long run', () => {
    const testFolder = join(import.meta.dirname, '..');
    const files = readdirSync(testFolder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.test.ts'),
    );
    const parts = [...wholeSuite, 'native', 'chaos', 'simulation'].map(partNamed);
    const held = new Set(parts.flatMap((part) => filesOfPart(part, files)));
    expect(files.filter((file) => !held.has(file))).toEqual([]);
  });
});
