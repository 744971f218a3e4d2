/** What the checks need from a script's syntax tree: imports, functions, and a walk over all nodes with their lines. */
import { Buffer } from 'node:buffer';
import { parseSync } from '@swc/core';
import type { SourceFile } from './source-file.js';

export interface AstNode {
  readonly type: string;
  readonly span?: { readonly start: number; readonly end: number };
  readonly [key: string]: unknown;
}

export interface ImportedModule {
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface ParsedScript {
  readonly file: SourceFile;
  readonly root: AstNode;
  readonly imports: readonly ImportedModule[];
  /** Line, counted from 1, of a byte offset in a span of the tree. */
  readonly lineAt: (offset: number) => number;
}

const cache = new Map<string, ParsedScript>();

/** Parses once per path and text. Throws with the path when the text is no TypeScript. */
export function parseScript(file: SourceFile): ParsedScript {
  const key = `${file.path}\0${file.text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const root = parseRoot(file);
  const lineAt = lineFinder(file.text);
  const parsed: ParsedScript = { file, root, imports: collectImports(root, lineAt), lineAt };
  cache.set(key, parsed);
  return parsed;
}

function parseRoot(file: SourceFile): AstNode {
  try {
    return parseSync(file.text, { syntax: 'typescript', target: 'es2023' }) as unknown as AstNode;
  } catch (error) {
    throw new Error(`${file.path} cannot be parsed`, { cause: error });
  }
}

/** Spans count UTF-8 bytes from 1, so lines are found over the bytes and not over the text. */
function lineFinder(text: string): (offset: number) => number {
  const starts: number[] = [1];
  const bytes = Buffer.from(text, 'utf8');
  for (let index = 0; index < bytes.length; index += 1) {
    if (bytes[index] === 0x0a) starts.push(index + 2);
  }
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

/** Calls `onNode` for each node with the node above it, parents first. */
export function walk(
  node: unknown,
  onNode: (node: AstNode, parent: AstNode | undefined) => void,
  parent?: AstNode,
): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, onNode, parent);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  const candidate = node as AstNode;
  const isNode = typeof candidate.type === 'string';
  if (isNode) onNode(candidate, parent);
  for (const child of Object.values(candidate)) {
    if (typeof child === 'object') walk(child, onNode, isNode ? candidate : parent);
  }
}

export function startLine(script: ParsedScript, node: AstNode): number {
  return script.lineAt(node.span?.start ?? 1);
}

export function endLine(script: ParsedScript, node: AstNode): number {
  return script.lineAt((node.span?.end ?? 2) - 1);
}

function collectImports(root: AstNode, lineAt: (offset: number) => number): ImportedModule[] {
  const imports: ImportedModule[] = [];
  walk(root, (node) => {
    const specifier = importedSpecifier(node);
    if (specifier === undefined) return;
    imports.push({ specifier, typeOnly: isTypeOnly(node), line: lineAt(node.span?.start ?? 1) });
  });
  return imports;
}

function importedSpecifier(node: AstNode): string | undefined {
  const isDeclaration = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(node.type);
  if (isDeclaration) return stringValue(node['source']);
  if (node.type === 'TsImportType') return stringValue(node['argument']);
  if (node.type !== 'CallExpression' || (node['callee'] as AstNode).type !== 'Import') return undefined;
  const [first] = node['arguments'] as { expression: AstNode }[];
  return stringValue(first?.expression);
}

function isTypeOnly(node: AstNode): boolean {
  if (node.type === 'TsImportType' || node['typeOnly'] === true) return true;
  const specifiers = node['specifiers'];
  if (!Array.isArray(specifiers) || specifiers.length === 0) return false;
  return specifiers.every((specifier: AstNode) => specifier['isTypeOnly'] === true);
}

function stringValue(node: unknown): string | undefined {
  const candidate = node as AstNode | null | undefined;
  return candidate?.type === 'StringLiteral' ? String(candidate['value']) : undefined;
}

/** `a.b.c` for a chain of plain names, undefined for anything else. */
export function dottedName(node: unknown): string | undefined {
  const candidate = node as AstNode;
  if (candidate.type === 'Identifier') return String(candidate['value']);
  if (candidate.type !== 'MemberExpression') return undefined;
  const object = dottedName(candidate['object']);
  const property = memberName(candidate['property'] as AstNode);
  return object === undefined || property === undefined ? undefined : `${object}.${property}`;
}

function memberName(property: AstNode): string | undefined {
  if (property.type === 'Identifier') return String(property['value']);
  return property.type === 'Computed' ? stringValue(property['expression']) : undefined;
}
