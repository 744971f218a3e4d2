/**
 * Goal: the structure that ARCHITECTURE.md promises stays true: import directions, sizes, names, bans, one rule per
 * file, no unused file, nothing that only makes sense on somebody's machine.
 * Method: parse every file of the project and run each check over it; then feed each check a bad sample and see it
 * caught.
 */
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BANS, checkBans } from './support/tidy/bans.js';
import { checkImportDirections, checkTestImports, IMPORT_DIRECTIONS } from './support/tidy/import-directions.js';
import { checkFileNames, checkTestOpenings, checkWords } from './support/tidy/names-and-words.js';
import { checkPlannerRules } from './support/tidy/planner-rules.js';
import { checkFileSizes, checkFunctionSizes } from './support/tidy/sizes.js';
import { readSourceFiles, showViolation } from './support/tidy/source-file.js';
import type { SourceFile, Violation } from './support/tidy/source-file.js';
import { checkUnusedFiles } from './support/tidy/unused-files.js';

type Check = (files: readonly SourceFile[]) => Violation[];

function show(check: Check, files: readonly SourceFile[]): string[] {
  return check(files).map(showViolation);
}

function file(path: string, text: string): SourceFile {
  return { path, text };
}

describe('the project', () => {
  const files = readSourceFiles(join(import.meta.dirname, '..'));
  const checks: [string, Check][] = [
    ['imports in the agreed directions', checkImportDirections],
    ['never imports test code from src', checkTestImports],
    ['keeps files and lines short', checkFileSizes],
    ['keeps functions short', checkFunctionSizes],
    ['writes nothing that is banned', checkBans],
    ['names its files alike', checkFileNames],
    ['opens each test with goal and method', checkTestOpenings],
    ['names no machine and no host of packages', checkWords],
    ['has one registered, cited and tested rule per file', checkPlannerRules],
    ['has no unused source file', checkUnusedFiles],
  ];

  it.each(checks)('%s', (_title, check) => {
    expect(show(check, files)).toEqual([]);
  });

  it('gives a reason for each import direction', () => {
    expect(IMPORT_DIRECTIONS.filter((row) => row.why.length < 20).map((row) => row.from)).toEqual([]);
  });
});

describe('import directions', () => {
  const cases: [string, string, string, string][] = [
    ['domain importing a port', 'src/domain/a.ts', "import type { P } from '../ports/p.js';", 'domain imports ports'],
    ['domain importing a package', 'src/domain/a.ts', "import { z } from 'zod';", 'domain imports package zod'],
    ['domain reading files', 'src/domain/a.ts', "import { x } from 'node:fs';", 'domain imports package node:fs'],
    [
      'planner importing a use case',
      'src/planner/a.ts',
      "import { u } from '../usecases/u.js';",
      'planner imports usecases',
    ],
    [
      'a use case importing an adapter',
      'src/usecases/a.ts',
      "export * from '../adapters/x/y.js';",
      'usecases imports adapters',
    ],
    [
      'an adapter importing another',
      'src/adapters/x/a.ts',
      "import { b } from '../y/b.js';",
      'adapter x imports adapter y',
    ],
    ['a port importing a package', 'src/ports/a.ts', "import type { P } from 'pg';", 'ports imports package pg'],
    [
      'the executor running rules',
      'src/executor/a.ts',
      "import { r } from '../planner/r.js';",
      'executor imports planner with',
    ],
    [
      'a resolver holding a port',
      'src/graphql/a.ts',
      "import { P } from '../ports/p.js';",
      'graphql imports ports with',
    ],
    [
      'a command reading the catalog',
      'src/cli/a.ts',
      "const m = await import('../usecases/u.js');",
      'cli imports usecases',
    ],
    ['a missing ending', 'src/domain/a.ts', "import { b } from './b';", './b must end in .js'],
    ['a folder with no row', 'src/helpers/a.ts', 'export const a = 1;', 'src/helpers has no row'],
  ];

  it.each(cases)('catch %s', (_title, path, text, message) => {
    const found = checkImportDirections([file(path, text)]);
    expect(found.map((violation) => violation.message.slice(0, message.length))).toEqual([message]);
  });

  it('let the executor see the types of plans, and main files see everything', () => {
    const files = [
      file('src/executor/a.ts', "import type { RestorePlan } from '../planner/plan.js';"),
      file('src/executor/b.ts', "import { type RestorePlan } from '../planner/plan.js';"),
      file('src/executor/main.ts', "import { r } from '../planner/r.js';\nimport { p } from '../adapters/p/p.js';"),
    ];
    expect(show(checkImportDirections, files)).toEqual([]);
  });

  it('catch test code in production', () => {
    const text = "\nimport { fake } from '../../test/fakes/fake.js';";
    expect(show(checkTestImports, [file('src/usecases/a.ts', text)])).toEqual([
      'src/usecases/a.ts:2: ../../test/fakes/fake.js is test code, which is not there in production',
    ]);
  });
});

describe('sizes', () => {
  const body = (lines: number) => `export function a(): void {\n${'  b();\n'.repeat(lines - 2)}}\n`;

  it('catch a long file and a long line', () => {
    const found = checkFileSizes([
      file('src/domain/a.ts', '//\n'.repeat(401)),
      file('native/src/a.cc', `// é${'x'.repeat(116)}\n// ${'x'.repeat(118)}\n`),
    ]);
    expect(found.map(({ path, line }) => [path, line])).toEqual([
      ['src/domain/a.ts', 0],
      ['native/src/a.cc', 2],
    ]);
  });

  it('allow exactly 400 lines and 120 characters', () => {
    expect(
      show(checkFileSizes, [file('src/domain/a.ts', '//\n'.repeat(400)), file('src/b.ts', 'x'.repeat(120))]),
    ).toEqual([]);
  });

  it('catch a function of 71 lines, behind letters of two bytes as well', () => {
    const found = checkFunctionSizes([
      file('src/domain/a.ts', body(70)),
      file('src/domain/b.ts', `// ééé\n\n${body(71)}`),
      file('src/domain/c.ts', `export const c = () => {\n${'  b();\n'.repeat(69)}};\n`),
    ]);
    expect(found.map(({ path, line }) => [path, line])).toEqual([
      ['src/domain/b.ts', 3],
      ['src/domain/c.ts', 1],
    ]);
  });

  it('catch a native function of 71 lines, and leave types and test groups alone', () => {
    const found = checkFunctionSizes([
      file('native/src/a.cc', `int Count(int a) {\n${'  b();\n'.repeat(69)}}\n`),
      file('native/src/b.cc', `class Count {\n${'  int b();\n'.repeat(69)}};\nint Next(int a);\n`),
      file('test/a.test.ts', `describe('a', () => {\n${'  b();\n'.repeat(80)}});\n`),
    ]);
    expect(found.map(({ path, line }) => [path, line])).toEqual([['native/src/a.cc', 1]]);
  });
});

describe('bans', () => {
  const cases: [string, string, string][] = [
    ['default export', 'src/domain/a.ts', 'export default function a() {}'],
    ['default export', 'test/support/a.ts', 'const a = 1;\nexport default a;'],
    ['enum', 'src/domain/a.ts', "enum Colour { Red = 'red' }"],
    ['console', 'src/usecases/a.ts', "console.log('a');"],
    ['process.env', 'src/adapters/x/a.ts', 'const a = process.env.HOME;'],
    ['process.env', 'src/adapters/x/a.ts', "const a = process['env']['HOME'];"],
    ['environment by import', 'src/main.ts', "import { env } from 'node:process';"],
    ['clock, randomness or timer', 'src/planner/a.ts', 'const a = Date.now();'],
    ['clock, randomness or timer', 'src/domain/a.ts', 'const a = Math.random();'],
    ['clock, randomness or timer', 'src/domain/a.ts', 'setTimeout(b, 1);'],
    ['present time', 'src/domain/a.ts', 'const a = new Date();'],
    ['async', 'src/planner/a.ts', 'export const a = async () => 1;'],
    ['async', 'src/domain/a.ts', 'export async function a() {}'],
  ];

  it.each(cases)('catch %s in %s: %s', (name, path, text) => {
    const found = checkBans([file(path, text)]);
    expect(found.map(({ message }) => message.split(':')[0])).toEqual([name]);
  });

  it('have a sample each', () => {
    const sampled = new Set(cases.map(([name]) => name));
    expect(BANS.map(({ name }) => name).filter((name) => !sampled.has(name))).toEqual([]);
  });

  it('let through what is right in its place', () => {
    const files = [
      file('prisma.config.ts', 'export default {};'),
      file('src/config.ts', 'const a = process.env.HOME;'),
      file('src/cli/points.ts', "console.log('a');"),
      file('src/usecases/a.ts', 'export async function a() { await b(); }'),
      file(
        'src/domain/a.ts',
        "const a = new Date('2026-01-01T00:00:00.000Z');\n// Date.now() and async are words here",
      ),
    ];
    expect(show(checkBans, files)).toEqual([]);
  });
});

describe('names and words', () => {
  it('catch wrong file names', () => {
    const names = [
      'src/domain/restorePoint.ts',
      'src/domain/Units.ts',
      'native/src/copyWorker.cc',
      'src/domain/utils_a.mjs',
    ];
    const right = ['src/graphql/resolvers/RestorePoint.ts', 'native/src/copy_worker.cc', 'test/a-b.contract.ts'];
    const found = checkFileNames([...names, ...right].map((path) => file(path, '')));
    expect(found.map(({ path }) => path)).toEqual(names);
  });

  it('catch a test that does not open with goal and method', () => {
    const found = checkTestOpenings([
      file('test/a.test.ts', "import { it } from '@jest/globals';\n/** Goal: a. Method: b. */"),
      file('test/b.test.ts', '/** Tests b. */\n'),
      file('test/c.test.ts', '/**\n * Goal: c.\n * Method: d.\n */\n'),
    ]);
    expect(found.map(({ path }) => path)).toEqual(['test/a.test.ts', 'test/b.test.ts']);
  });

  // Joined from pieces, so that this file does not hold what it bans.
  const bad: [string, string][] = [
    ['a machine path', ['const a = "', 'root', 'project/a"'].join('/')],
    ['a home folder', ['see ', 'home', 'anna', 'a'].join('/')],
    ['a host of packages', ['https:/', `${['registry', 'npmjs', 'org'].join('.')}`, 'a'].join('/')],
    ['a recorded host', ['"resolved":', '"https://example.org/a.tgz"'].join(' ')],
    ['a task list', ['see issue', 'B'].join(' ')],
  ];

  it.each(bad)('catch %s', (_title, text) => {
    expect(checkWords([file('docs/a.md', text)]).map(({ line }) => line)).toEqual([1]);
  });

  it('let relative paths, URLs and settings through', () => {
    const text = 'cd ../work/a && curl https://example.org/root/a; ${folder}/work/a; /var/lib/reinstate/a; ./root/a';
    expect(show(checkWords, [file('docs/a.md', text)])).toEqual([]);
  });
});

describe('planner rules', () => {
  const rule = (id: string) => `export const r = { id: '${id}', citation: 'VDDK', check: (facts) => [] };`;
  const good = [
    file('src/planner/rules/disks/index.ts', "import { r } from './disk-is-child.js';"),
    file('src/planner/rules/rule.ts', 'export interface Rule {}'),
    file('src/planner/rules/disks/disk-is-child.ts', rule('san.child')),
    file('test/planner/rules/disks/disk-is-child.table.ts', ''),
    file('test/planner/rules/disks.test.ts', "import './disks/disk-is-child.table.js';"),
  ];

  it('accept one rule, registered, cited, tested', () => {
    expect(show(checkPlannerRules, good)).toEqual([]);
  });

  it('catch a rule that is not registered, has no test and takes the id of another', () => {
    const found = show(checkPlannerRules, [
      ...good,
      file('src/planner/rules/disks/disk-is-thin.ts', rule('san.child')),
    ]);
    const path = 'src/planner/rules/disks/disk-is-thin.ts';
    expect(found).toEqual([
      `${path}: uses id san.child, which is the id of src/planner/rules/disks/disk-is-child.ts`,
      `${path}: is imported 0 times by rules/disks/index.ts, not once`,
      `${path}: has no test/planner/rules/disks/disk-is-thin.table.ts`,
      `${path}: has a table that test/planner/rules/disks.test.ts imports 0 times, not once`,
    ]);
  });

  it('catch a rule with no citation, and a file with two rules', () => {
    const bare = "export const r = { id: 'a', check };\nexport const s = { id: 'b', citation: 'c', check() {} };";
    const path = good[2]?.path ?? '';
    const found = show(checkPlannerRules, [...good.slice(0, 2), file(path, bare), ...good.slice(3)]);
    expect(found).toEqual([
      `${path}: holds 2 rules (objects with id and check or reject); one file is one rule`,
      `${path}: has no citation: a finding nobody can look up convinces nobody`,
    ]);
  });
});

describe('unused files', () => {
  it('are told apart from those that a program, a child process or a test reaches', () => {
    const files = [
      file('src/main.ts', "import { a } from './domain/a.js';\nspawn('./worker.js');"),
      file('src/worker.ts', ''),
      file('src/domain/a.ts', "export type { B } from './b.js';"),
      file('src/domain/b.ts', ''),
      file('src/domain/c.ts', ''),
      file('src/domain/d.ts', ''),
      file('test/domain/c.test.ts', "import { c } from '../../src/domain/c.js';\nimport { f } from '../fakes/f.js';"),
      file('test/fakes/f.ts', ''),
      file('test/fakes/g.ts', ''),
    ];
    expect(show(checkUnusedFiles, files)).toEqual([
      'src/domain/c.ts: only tests use it: use it or remove it',
      'src/domain/d.ts: nothing uses it: remove it',
      'test/fakes/g.ts: nothing uses it: remove it',
    ]);
  });
});
