/** Files that nothing reaches from an entry: neither a program, nor a script of package.json, nor a test. */
import { posix } from 'node:path';
import { parseScript, walk } from './parsed-script.js';
import { isScript } from './source-file.js';
import type { SourceFile, Violation } from './source-file.js';

/** What is started by name and not imported. */
const SOURCE_ENTRIES = [
  /^src\/main\.ts$/,
  /^src\/[a-z-]+\/main\.ts$/,
  /^src\/setup\/[a-z-]+\.mjs$/,
  /^src\/cli\/bin\.mjs$/,
  /^src\/graphql\/explorer\/page\.mjs$/,
];
const TEST_ENTRIES = [/\.test\.ts$/, /^test\/bench\//, /^test\/[a-z/-]+\.mjs$/];

export function checkUnusedFiles(files: readonly SourceFile[]): Violation[] {
  const scripts = files.filter(({ path }) => /^(src|test)\//.test(path) && isScript(path));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const fromSource = reach(
    scripts.filter(({ path }) => matchesOne(path, SOURCE_ENTRIES)),
    byPath,
  );
  const fromTests = reach(
    scripts.filter(({ path }) => matchesOne(path, TEST_ENTRIES)),
    byPath,
  );
  const violations: Violation[] = [];
  for (const { path } of scripts) {
    if (fromSource.has(path)) continue;
    if (path.startsWith('test/') && fromTests.has(path)) continue;
    const message = fromTests.has(path) ? 'only tests use it: use it or remove it' : 'nothing uses it: remove it';
    violations.push({ path, line: 0, message });
  }
  return violations;
}

function matchesOne(path: string, patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => pattern.test(path));
}

function reach(entries: readonly SourceFile[], byPath: ReadonlyMap<string, SourceFile>): Set<string> {
  const reached = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file.path)) continue;
    reached.add(file.path);
    for (const target of referencesOf(file)) {
      const next = byPath.get(target) ?? byPath.get(target.replace(/\.js$/, '.ts'));
      if (next !== undefined && /\.(ts|mts|mjs)$/.test(next.path)) waiting.push(next);
    }
  }
  return reached;
}

/** Imports, and relative paths of scripts in string literals, which is how a child process or a worker is named. */
function referencesOf(file: SourceFile): string[] {
  const script = parseScript(file);
  const specifiers = script.imports.map(({ specifier }) => specifier);
  walk(script.root, (node) => {
    if (node.type === 'StringLiteral' && /\.(js|mjs|ts)$/.test(String(node['value'])))
      specifiers.push(String(node['value']));
  });
  const relative = specifiers.filter((specifier) => specifier.startsWith('.'));
  return relative.map((specifier) => posix.normalize(posix.join(posix.dirname(file.path), specifier)));
}
