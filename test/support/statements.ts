/**
 * Which test carries which statement of docs/source-statements.md: ids are read from the titles in the tests' source,
 * so that the answer needs no test run.
 */
import { parseSync } from '@swc/core';

export interface StatementTest {
  readonly id: string;
  readonly file: string;
  readonly title: string;
}

export type PendingTopic = 'planner' | 'vsphere' | 'http' | 'vddk' | 'keys';

export const PENDING_TOPICS: readonly PendingTopic[] = ['planner', 'vsphere', 'http', 'vddk', 'keys'];

/** Ids of the rows of the statements table, in its order. */
export function statementIds(markdown: string): string[] {
  return [...markdown.matchAll(/^\| (S\d{2}) \|/gm)].map((match) => match[1] ?? '');
}

/** One entry per id in a title, which is the first argument of a call such as it(), test() or it.each()(). */
export function statementTests(file: string, source: string): StatementTest[] {
  const found: StatementTest[] = [];
  visit(parseSync(source, { syntax: 'typescript', target: 'es2023' }), (call) => {
    const title = titleOf(call);
    if (title === undefined) return;
    for (const match of title.matchAll(/\[(S\d{2})\]/g)) found.push({ id: match[1] ?? '', file, title });
  });
  return found;
}

/** Every complaint about the three lists; empty when each id has a test or a topic, and none has both. */
export function judgeStatements(
  ids: readonly string[],
  tests: readonly StatementTest[],
  pending: Readonly<Record<string, string>>,
): string[] {
  const carried = new Set(tests.map((test) => test.id));
  const complaints: string[] = [];
  for (const id of ids) {
    const isPending = Object.hasOwn(pending, id);
    if (!carried.has(id) && !isPending) complaints.push(`${id} has no test and is not pending`);
    if (carried.has(id) && isPending)
      complaints.push(`${id} has a test and is pending all the same: take it out of the pending list`);
  }
  for (const [id, topic] of Object.entries(pending)) {
    if (!ids.includes(id)) complaints.push(`${id} is pending but no statement`);
    if (!(PENDING_TOPICS as readonly string[]).includes(topic))
      complaints.push(`${id} waits for ${topic}, which is no topic`);
  }
  for (const test of tests) {
    if (!ids.includes(test.id)) complaints.push(`${test.id} in ${test.file} is no statement`);
  }
  return complaints;
}

interface AstNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

function visit(node: unknown, onCall: (call: AstNode) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, onCall);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  const candidate = node as AstNode;
  if (candidate.type === 'CallExpression') onCall(candidate);
  for (const child of Object.values(candidate)) visit(child, onCall);
}

/** A skipped or to-do test proves nothing, so its title does not count. */
function titleOf(call: AstNode): string | undefined {
  const callee = calleeText(call['callee']);
  if (!/^(it|test|[a-zA-Z]*It|[a-zA-Z]*Test)(\.|\(|$)/.test(callee) || /\.(skip|todo)\b/.test(callee)) return undefined;
  const first = (call['arguments'] as { expression: AstNode }[])[0]?.expression;
  if (first?.type === 'StringLiteral') return String(first['value']);
  if (first?.type === 'TemplateLiteral') return templateText(first);
  return undefined;
}

function templateText(template: AstNode): string {
  const quasis = template['quasis'] as { cooked?: string }[];
  return quasis.map((quasi) => quasi.cooked ?? '').join('…');
}

function calleeText(callee: unknown): string {
  const node = callee as AstNode;
  if (node.type === 'Identifier') return String(node['value']);
  if (node.type === 'MemberExpression') return `${calleeText(node['object'])}.${calleeText(node['property'])}`;
  if (node.type === 'CallExpression') return `${calleeText(node['callee'])}()`;
  if (node.type === 'TaggedTemplateExpression') return `${calleeText(node['tag'])}()`;
  return '?';
}
