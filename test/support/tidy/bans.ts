/** Things that are not written here, each with what to write instead. */
import { dottedName, parseScript, startLine, walk } from './parsed-script.js';
import type { AstNode } from './parsed-script.js';
import { isScript } from './source-file.js';
import type { SourceFile, Violation } from './source-file.js';

export interface Ban {
  readonly name: string;
  readonly instead: string;
  readonly applies: (path: string) => boolean;
  readonly matches: (node: AstNode, parent: AstNode | undefined) => boolean;
}

const isSource = (path: string) => path.startsWith('src/');
const isPure = (path: string) => /^src\/(domain|planner|compliance)\//.test(path);

/** Tools that load a settings file take its default export. */
const isToolSettings = (path: string) => path.startsWith('.config/') || path === 'prisma.config.ts';

const MAY_READ_ENVIRONMENT = /^src\/(config\.ts|setup\/|cli\/bin\.mjs)/;

const IMPURE_CALLS = new Set([
  'Date',
  'Date.now',
  'Math.random',
  'performance.now',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'randomUUID',
  'randomBytes',
]);

export const BANS: readonly Ban[] = [
  {
    name: 'default export',
    instead: 'export it by name, so that it has one name everywhere',
    applies: (path) => !isToolSettings(path),
    matches: (node) => node.type === 'ExportDefaultDeclaration' || node.type === 'ExportDefaultExpression',
  },
  {
    name: 'enum',
    instead: 'write a union of string literals',
    applies: () => true,
    matches: (node) => node.type === 'TsEnumDeclaration',
  },
  {
    name: 'console',
    instead: 'log through the logger, or answer on stdout in a command',
    applies: (path) => isSource(path) && !/^src\/(cli|setup)\//.test(path),
    matches: (node) => node.type === 'MemberExpression' && (dottedName(node) ?? '').startsWith('console.'),
  },
  {
    name: 'process.env',
    instead: 'take the setting from src/config.ts',
    applies: (path) => isSource(path) && !MAY_READ_ENVIRONMENT.test(path),
    matches: (node) => node.type === 'MemberExpression' && dottedName(node) === 'process.env',
  },
  {
    name: 'environment by import',
    instead: 'take the setting from src/config.ts',
    applies: (path) => isSource(path),
    matches: (node) => isImportOf(node, 'node:process', 'env'),
  },
  {
    name: 'clock, randomness or timer',
    instead: 'take time and ids as facts: the same facts must give the same plan',
    applies: isPure,
    matches: (node) => node.type === 'CallExpression' && IMPURE_CALLS.has(dottedName(node['callee']) ?? ''),
  },
  {
    name: 'present time',
    instead: 'take `now` from the facts',
    applies: isPure,
    matches: (node) =>
      node.type === 'NewExpression' &&
      dottedName(node['callee']) === 'Date' &&
      (node['arguments'] as unknown[]).length === 0,
  },
  {
    name: 'async',
    instead: 'let a use case gather what is needed; the core is synchronous',
    applies: isPure,
    matches: (node) => node['async'] === true || node.type === 'AwaitExpression',
  },
];

export function checkBans(files: readonly SourceFile[], bans: readonly Ban[] = BANS): Violation[] {
  const violations: Violation[] = [];
  for (const file of files.filter(({ path }) => isScript(path))) {
    const relevant = bans.filter((ban) => ban.applies(file.path));
    const script = parseScript(file);
    walk(script.root, (node, parent) => {
      for (const ban of relevant) {
        if (!ban.matches(node, parent)) continue;
        violations.push({ path: file.path, line: startLine(script, node), message: `${ban.name}: ${ban.instead}` });
      }
    });
  }
  return violations;
}

function isImportOf(node: AstNode, module: string, name: string): boolean {
  if (node.type !== 'ImportDeclaration' || (node['source'] as AstNode)['value'] !== module) return false;
  return (node['specifiers'] as AstNode[]).some((specifier) => {
    const imported = (specifier['imported'] ?? specifier['local']) as AstNode;
    return imported['value'] === name;
  });
}
