/** Which part of the source may import which, with the reason of each row. */
import { posix } from 'node:path';
import { parseScript } from './parsed-script.js';
import type { ImportedModule } from './parsed-script.js';
import { isScript } from './source-file.js';
import type { SourceFile, Violation } from './source-file.js';

export interface ImportDirection {
  readonly from: string;
  /** Parts that may be imported; `(types)` after a name allows `import type` only. Its own part is always allowed. */
  readonly may: readonly string[];
  /** Packages that may be imported; `node:*` means all of Node, `*` means any package. */
  readonly packages: readonly string[];
  readonly why: string;
}

const PURE_PACKAGES = ['node:crypto'];

export const IMPORT_DIRECTIONS: readonly ImportDirection[] = [
  {
    from: 'domain',
    may: [],
    packages: PURE_PACKAGES,
    why: 'nouns and arithmetic must be usable everywhere, so they stand on nothing but hashing',
  },
  {
    from: 'planner',
    may: ['domain'],
    packages: PURE_PACKAGES,
    why: 'a plan is a pure function of facts: the same facts give the same bytes, with or without a service',
  },
  {
    from: 'compliance',
    may: ['domain'],
    packages: PURE_PACKAGES,
    why: 'a report must come out the same when an auditor makes it again from the same facts',
  },
  { from: 'ports', may: ['domain'], packages: [], why: 'a promise must not depend on a technology that keeps it' },
  {
    from: 'usecases',
    may: ['domain', 'planner', 'compliance', 'ports'],
    packages: PURE_PACKAGES,
    why: 'use cases reach the world through ports only, so that tests and other adapters can stand behind them',
  },
  {
    from: 'executor',
    may: ['domain', 'planner (types)', 'usecases', 'ports'],
    packages: ['node:*', '@dbos-inc/dbos-sdk'],
    why: 'the executor carries a plan out and decides nothing new, so it knows the shape of plans but no rule',
  },
  {
    from: 'adapters',
    may: ['domain', 'ports'],
    packages: ['*'],
    why: 'an adapter keeps a promise with one technology; one that knew another could not be exchanged alone',
  },
  {
    from: 'graphql',
    may: ['domain', 'usecases', 'ports (types)'],
    packages: ['*'],
    why: 'resolvers are one call each; what is behind the ports is chosen in the main file',
  },
  {
    from: 'cli',
    may: ['config', 'cli/offline', 'demo'],
    packages: ['*'],
    why: 'online commands speak GraphQL only, so that whatever they can do every client can do',
  },
  {
    from: 'cli/offline',
    may: ['domain', 'planner', 'compliance', 'ports', 'usecases', 'config', 'cli', 'adapters'],
    packages: ['*'],
    why: 'these commands work in the night when nothing runs: pure core and repository reader, no service',
  },
  {
    from: 'demo',
    may: ['cli', 'domain', 'adapters'],
    packages: ['node:*'],
    why: 'the demonstration is a user: it speaks through the client of the command line, and only clears up by itself',
  },
  {
    from: 'config',
    may: ['domain'],
    packages: ['node:*', 'zod'],
    why: 'settings are read once, before anything else exists',
  },
  {
    from: 'supervisor',
    may: ['domain', 'ports', 'config'],
    packages: ['node:*'],
    why: 'it must outlive whatever it supervises, so it loads none of it',
  },
  { from: 'setup', may: [], packages: ['*'], why: 'set-up runs before anything is compiled' },
  { from: 'main', may: ['*'], packages: ['*'], why: 'composition roots are the only files that know every adapter' },
];

/** Files that put adapters, use cases and edges together. */
const MAIN_FILES = new Set(['src/main.ts', 'src/executor/main.ts', 'src/supervisor/main.ts']);

/** The row of a source file: 'domain', 'adapters', 'cli/offline', 'main' and so on. */
export function partOf(path: string): string {
  if (MAIN_FILES.has(path)) return 'main';
  if (path === 'src/config.ts') return 'config';
  if (path.startsWith('src/cli/offline/')) return 'cli/offline';
  return path.split('/')[1] ?? '';
}

export function checkImportDirections(files: readonly SourceFile[]): Violation[] {
  const violations: Violation[] = [];
  for (const file of files.filter(({ path }) => path.startsWith('src/') && /\.(ts|mjs)$/.test(path))) {
    const from = partOf(file.path);
    const direction = IMPORT_DIRECTIONS.find((row) => row.from === from);
    if (direction === undefined) {
      violations.push({
        path: file.path,
        line: 0,
        message: `src/${from} has no row in the table of import directions`,
      });
      continue;
    }
    for (const imported of parseScript(file).imports) {
      const complaint = judgeImport(file.path, imported, direction);
      if (complaint !== undefined) {
        violations.push({ path: file.path, line: imported.line, message: `${complaint}: ${direction.why}` });
      }
    }
  }
  return violations;
}

function judgeImport(path: string, imported: ImportedModule, direction: ImportDirection): string | undefined {
  const { specifier } = imported;
  if (!specifier.startsWith('.')) return judgePackage(specifier, direction);
  const target = posix.normalize(posix.join(posix.dirname(path), specifier));
  if (!target.startsWith('src/')) return judgeOutside(path, target);
  if (target.endsWith('.ts') || !/\.\w+$/.test(target)) return `${specifier} must end in .js`;
  const to = partOf(target.replace(/\.js$/, '.ts'));
  if (to === 'adapters' && direction.from === 'adapters') return judgeAdapters(path, target);
  if (to === direction.from || direction.may.includes('*') || direction.may.includes(to)) return undefined;
  if (direction.may.includes(`${to} (types)`)) {
    return imported.typeOnly ? undefined : `${direction.from} imports ${to} with more than import type`;
  }
  return `${direction.from} imports ${to}`;
}

function judgePackage(specifier: string, { from, packages }: ImportDirection): string | undefined {
  const name = specifier.startsWith('node:') ? specifier : packageName(specifier);
  const allowed = packages.includes('*') || packages.includes(name);
  if (allowed || (name.startsWith('node:') && packages.includes('node:*'))) return undefined;
  return `${from} imports package ${name}`;
}

/** One folder of `adapters` is one adapter; wrappers and helpers live inside the adapter that they serve. */
function judgeAdapters(path: string, target: string): string | undefined {
  const [own, other] = [path.split('/')[2], target.split('/')[2]];
  return own === other ? undefined : `adapter ${own} imports adapter ${other}`;
}

/** Beside src only the native loader is there to be imported, and only by the adapter that owns it. */
function judgeOutside(path: string, target: string): string | undefined {
  if (path.startsWith('src/setup/')) return undefined;
  if (target.startsWith('native/') && path.startsWith('src/adapters/native/')) return undefined;
  return `${target} lies outside src`;
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

/** Production code never imports test code, and tests may import anything. */
export function checkTestImports(files: readonly SourceFile[]): Violation[] {
  const violations: Violation[] = [];
  for (const file of files.filter(({ path }) => path.startsWith('src/') && isScript(path))) {
    for (const { specifier, line } of parseScript(file).imports) {
      if (!/(^|\/)test\//.test(specifier)) continue;
      violations.push({
        path: file.path,
        line,
        message: `${specifier} is test code, which is not there in production`,
      });
    }
  }
  return violations;
}
