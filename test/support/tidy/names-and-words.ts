/** File names, opening comments of tests, and words that only make sense on somebody's machine. */
import { isFixture, isGenerated, isNativeSource, isScript } from './source-file.js';
import type { SourceFile, Violation } from './source-file.js';

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|table|contract|config|d))*\.(ts|mts|mjs)$/;
const SNAKE_CASE = /^[a-z0-9]+(_[a-z0-9]+)*\.(cc|h|c)$/;
/** A resolver file bears the name of its GraphQL type. */
const TYPE_NAME = /^src\/graphql\/resolvers\/[A-Z][A-Za-z]*\.ts$/;

export function checkFileNames(files: readonly SourceFile[]): Violation[] {
  const violations: Violation[] = [];
  for (const { path } of files) {
    const name = path.split('/').at(-1) ?? '';
    if (isScript(path) && !KEBAB_CASE.test(name) && !TYPE_NAME.test(path)) {
      violations.push({ path, line: 0, message: 'file names are kebab-case' });
    }
    if (isNativeSource(path) && !SNAKE_CASE.test(name)) {
      violations.push({ path, line: 0, message: 'names of native files are snake_case' });
    }
  }
  return violations;
}

/** A reader of a failed test has to know at once what it is for and how it works. */
export function checkTestOpenings(files: readonly SourceFile[]): Violation[] {
  const violations: Violation[] = [];
  for (const { path, text } of files.filter((file) => file.path.endsWith('.test.ts'))) {
    const opening = /^(\/\*\*[\s\S]*?\*\/|(\/\/.*\n)+)/.exec(text)?.[0] ?? '';
    if (/\bgoal\b/i.test(opening) && /\bmethod\b/i.test(opening)) continue;
    violations.push({ path, line: 1, message: 'opens without a comment that states "Goal: …" and "Method: …"' });
  }
  return violations;
}

interface BannedText {
  readonly pattern: RegExp;
  readonly why: string;
}

const BANNED_TEXTS: readonly BannedText[] = [
  {
    pattern: /(?<![\w.:/$}-])\/(?:root|work|workspaces?|home\/\w+|Users\/\w+)\/\w/,
    why: 'a path of one machine: state it relative to the package or to a setting',
  },
  {
    pattern: /\b(?:[\w-]+\.)*(?:registry|npmjs|yarnpkg|artifactory|nexus)(?:\.[\w-]+)*\.(?:com|org|net|io|dev|local)\b/,
    why: 'a host of packages: everyone has another one',
  },
  { pattern: /"resolved":\s*"http/, why: 'the lock file records no host: everyone has another registry' },
  { pattern: /\bissue [A-Z]\b/, why: 'state the decision; a list of tasks is not part of the project' },
];

export function checkWords(files: readonly SourceFile[]): Violation[] {
  const violations: Violation[] = [];
  for (const { path, text } of files) {
    if (isFixture(path) || isGenerated(path)) continue;
    text.split('\n').forEach((line, index) => {
      for (const { pattern, why } of BANNED_TEXTS) {
        const match = pattern.exec(line);
        if (match !== null) violations.push({ path, line: index + 1, message: `"${match[0]}" is ${why}` });
      }
    });
  }
  return violations;
}
