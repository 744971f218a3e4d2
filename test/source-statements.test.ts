/**
 * Goal: no statement of the source document is forgotten: each is carried by a test or waits for a named topic.
 * Method: read the ids from docs/source-statements.md, the titles from the source of every test, and compare with
 * test/statements-pending.json. Each complaint is seen once on made-up lists.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { judgeStatements, statementIds, statementTests } from './support/statements.js';

const testFolder = import.meta.dirname;
const ids = statementIds(readFileSync(join(testFolder, '..', 'docs', 'source-statements.md'), 'utf8'));
const pending = JSON.parse(readFileSync(join(testFolder, 'statements-pending.json'), 'utf8')) as Record<string, string>;

function readAllTests() {
  const files = readdirSync(testFolder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.test.ts'),
  );
  const others = files.filter((file) => file !== 'source-statements.test.ts').sort();
  return others.flatMap((file) => statementTests(file, readFileSync(join(testFolder, file), 'utf8')));
}

describe('statements of the source document', () => {
  const tests = readAllTests();

  it('are S01 to S45, each once', () => {
    expect(ids).toEqual(Array.from({ length: 45 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`));
  });

  it('have a test or wait for a topic, never both', () => {
    const lines = ids.map((id) => {
      const carriers = tests.filter((test) => test.id === id).map((test) => `${test.file}: ${test.title}`);
      return `${id}  ${carriers.length > 0 ? carriers.join('\n     ') : `pending: ${pending[id] ?? 'nothing'}`}`;
    });
    if (process.env['REINSTATE_PRINT_STATEMENTS'] === '1') process.stdout.write(`${lines.join('\n')}\n`);
    expect(judgeStatements(ids, tests, pending)).toEqual([]);
  });
});

describe('statementTests', () => {
  it('reads ids from it, test, each and template titles', () => {
    const source = [
      "it('[S01] one', () => {});",
      "test('[S02][S03] two', () => {});",
      "it.each([1, 2])('[S04] row %s', () => {});",
      'it(`[S05] seed ${seed}`, () => {});',
      "qemuIt('[S06] by a peer', () => {});",
    ].join('\n');
    expect(statementTests('a.test.ts', source).map((test) => test.id)).toEqual([
      'S01',
      'S02',
      'S03',
      'S04',
      'S05',
      'S06',
    ]);
  });

  it('passes over comments, other calls and tests that do not run', () => {
    const source =
      "// [S01]\nlog('[S02]');\nit.skip('[S03]', () => {});\nit.todo('[S04]');\nit.skip.each([1])('[S05]', () => {});";
    expect(statementTests('a.test.ts', source)).toEqual([]);
  });
});

describe('judgeStatements', () => {
  const carried = [{ id: 'S01', file: 'a.test.ts', title: '[S01] one' }];

  it('is content with a test for one and a topic for the other', () => {
    expect(judgeStatements(['S01', 'S02'], carried, { S02: 'keys' })).toEqual([]);
  });

  it('names an id that has neither', () => {
    expect(judgeStatements(['S01', 'S02'], carried, {})).toEqual(['S02 has no test and is not pending']);
  });

  it('names an id that has both', () => {
    expect(judgeStatements(['S01'], carried, { S01: 'keys' })).toEqual([
      'S01 has a test and is pending all the same: take it out of the pending list',
    ]);
  });

  it('names ids and topics that do not exist', () => {
    expect(judgeStatements([], carried, { S99: 'later' })).toEqual([
      'S99 is pending but no statement',
      'S99 waits for later, which is no topic',
      'S01 in a.test.ts is no statement',
    ]);
  });
});
