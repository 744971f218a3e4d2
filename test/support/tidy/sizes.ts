/** Sizes that keep a file readable in one go: 400 lines a file, 70 a function, 120 characters a line. */
import { dottedName, endLine, parseScript, startLine, walk } from './parsed-script.js';
import type { AstNode } from './parsed-script.js';
import { isNativeSource, isScript } from './source-file.js';
import type { SourceFile, Violation } from './source-file.js';

export const FILE_LINES_MAX = 400;
export const FUNCTION_LINES_MAX = 70;
export const LINE_CHARACTERS_MAX = 120;

const FUNCTION_TYPES = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
  'PrivateMethod',
  'MethodProperty',
  'Constructor',
]);

export function checkFileSizes(files: readonly SourceFile[]): Violation[] {
  const violations: Violation[] = [];
  for (const { path, text } of files) {
    if (!isScript(path) && !isNativeSource(path)) continue;
    const lines = text.replace(/\n$/, '').split('\n');
    if (lines.length > FILE_LINES_MAX) {
      violations.push({
        path,
        line: 0,
        message: `${lines.length} lines, more than ${FILE_LINES_MAX}: split by what changes together`,
      });
    }
    lines.forEach((line, index) => {
      if (line.length <= LINE_CHARACTERS_MAX) return;
      violations.push({
        path,
        line: index + 1,
        message: `${line.length} characters, more than ${LINE_CHARACTERS_MAX}`,
      });
    });
  }
  return violations;
}

export function checkFunctionSizes(files: readonly SourceFile[]): Violation[] {
  const violations: Violation[] = [];
  for (const file of files) {
    const lengths = isNativeSource(file.path)
      ? nativeFunctions(file.text)
      : isScript(file.path)
        ? scriptFunctions(file)
        : [];
    for (const { line, lines } of lengths) {
      if (lines <= FUNCTION_LINES_MAX) continue;
      const message = `function of ${lines} lines, more than ${FUNCTION_LINES_MAX}: move the leaves out`;
      violations.push({ path: file.path, line, message });
    }
  }
  return violations;
}

interface FunctionLength {
  readonly line: number;
  readonly lines: number;
}

function scriptFunctions(file: SourceFile): FunctionLength[] {
  const script = parseScript(file);
  const lengths: FunctionLength[] = [];
  const groups = new Set<unknown>();
  walk(script.root, (node) => {
    if (node.type === 'CallExpression' && isTestGroup(node)) {
      for (const argument of node['arguments'] as { expression: unknown }[]) groups.add(argument.expression);
    }
    if (!FUNCTION_TYPES.has(node.type) || groups.has(node)) return;
    const line = startLine(script, node);
    lengths.push({ line, lines: endLine(script, node) - line + 1 });
  });
  return lengths;
}

/** The callback of describe() is a list of tests, not a piece of work. */
function isTestGroup(call: AstNode): boolean {
  const callee = call['callee'] as AstNode;
  const name = dottedName(callee.type === 'CallExpression' ? callee['callee'] : callee);
  return name !== undefined && /^describe(\.|$)|Contract$/.test(name);
}

/** Functions that begin and end in the first column, as native code is laid out; types and namespaces are none. */
function nativeFunctions(text: string): FunctionLength[] {
  const lengths: FunctionLength[] = [];
  let begin: number | undefined;
  text.split('\n').forEach((line, index) => {
    if (/^[A-Za-z_].*\(/.test(line) && !/^(namespace|class|struct|enum|union|extern|typedef|using)\b/.test(line))
      begin = index;
    if (begin !== undefined && /^[A-Za-z_].*;$/.test(line) && begin === index) begin = undefined;
    if (!line.startsWith('}')) return;
    if (begin !== undefined) lengths.push({ line: begin + 1, lines: index - begin + 1 });
    begin = undefined;
  });
  return lengths;
}
