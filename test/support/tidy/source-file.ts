/** The files that the tidy checks look at, and what a check says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  /** Relative to the package root, with `/` between folders. */
  readonly path: string;
  readonly text: string;
}

export interface Violation {
  readonly path: string;
  /** Counted from 1; 0 when the whole file is meant. */
  readonly line: number;
  readonly message: string;
}

const SKIPPED_FOLDERS = new Set(['node_modules', '.git', 'dist', 'coverage', 'native/build']);
const SKIPPED_PREFIX = 'native/build-';
/** Made by tools on each machine and not committed. */
const IGNORED_PREFIXES = ['src/adapters/prisma/generated/'];
const TEXT_NAME =
  /\.(ts|mts|mjs|cjs|js|cc|h|c|md|json|graphql|sql|prisma|toml|gyp|gypi|xml|yml|yaml)$|^\.ci\/|^LICENSE$/;

/** Every text file of the project that is or may be committed. */
export function readSourceFiles(packageRoot: string): SourceFile[] {
  return listPaths(packageRoot, '').map((path) => ({ path, text: readFileSync(join(packageRoot, path), 'utf8') }));
}

function listPaths(packageRoot: string, folder: string): string[] {
  const entries = readdirSync(join(packageRoot, folder), { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (
      entry.isDirectory() &&
      !SKIPPED_FOLDERS.has(path) &&
      !path.startsWith(SKIPPED_PREFIX) &&
      !IGNORED_PREFIXES.includes(`${path}/`)
    ) {
      paths.push(...listPaths(packageRoot, path));
    }
    if (entry.isFile() && TEXT_NAME.test(path)) paths.push(path);
  }
  return paths.sort();
}

export function isGenerated(path: string): boolean {
  return path.includes('/generated/');
}

export function isFixture(path: string): boolean {
  return path.startsWith('test/fixtures/');
}

/** TypeScript and JavaScript that people write. */
export function isScript(path: string): boolean {
  return /\.(ts|mts|mjs)$/.test(path) && !isGenerated(path) && !isFixture(path);
}

export function isNativeSource(path: string): boolean {
  return path.startsWith('native/') && /\.(cc|h|c)$/.test(path);
}

export function showViolation(violation: Violation): string {
  const place = violation.line > 0 ? `${violation.path}:${violation.line}` : violation.path;
  return `${place}: ${violation.message}`;
}
