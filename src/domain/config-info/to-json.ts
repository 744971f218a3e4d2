/**
 * Writes a ConfigInfo tree as vim25 JSON. Numbers keep their exact text; unset fields are left out; a secret that was
 * cut out stands as `{"sealedRef": id}`.
 *
 * VI_JSON: `_typeName` in every object, as vCenter's own JSON and govmomi's encoder have it. PYVMOMI: `_vimtype` with
 * the vmodl name, managed objects as text, as pyVmomi's encoder has it.
 */
import type { ConfigInfoTree, ConfigNode, ObjectNode } from './node.js';
import { CONFIG_INFO_TYPE, type Vim25Field, vim25Field, vim25Type } from './vim25-types.js';

export type JsonStyle = 'VI_JSON' | 'PYVMOMI';

const NUMBER_TYPES: ReadonlySet<string> = new Set(['byte', 'short', 'int', 'long', 'float', 'double']);
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The tree as one line of JSON; field order as in the tree. */
export function toJson(tree: ConfigInfoTree, style: JsonStyle = 'VI_JSON'): string {
  const root: ObjectNode = { ...tree.root, type: tree.root.type ?? CONFIG_INFO_TYPE };
  return `${objectText(root, style)}\n`;
}

function nodeText(node: ConfigNode, field: Vim25Field | null, style: JsonStyle): string {
  switch (node.kind) {
    case 'list':
      return `[${node.items.map((item) => nodeText(item, field, style)).join(',')}]`;
    case 'object':
      return objectText(node, style);
    case 'reference':
      return referenceText(node.refType, node.value, style);
    case 'sealed':
      return JSON.stringify({ sealedRef: node.sealedRef });
    case 'text':
      return scalarText(node.text, node.type, field, style);
  }
}

function objectText(node: ObjectNode, style: JsonStyle): string {
  const members: string[] = [];
  if (node.type !== null && style === 'VI_JSON') {
    members.push(`"_typeName":${JSON.stringify(node.type)}`);
  }
  for (const { name, value } of node.fields) {
    members.push(`${JSON.stringify(name)}:${nodeText(value, vim25Field(node.type, name), style)}`);
  }
  if (node.type !== null && style === 'PYVMOMI') {
    members.push(`"_vimtype":${JSON.stringify(vim25Type(node.type)?.vmodlName ?? node.type)}`);
  }
  return `{${members.join(',')}}`;
}

function referenceText(type: string, value: string, style: JsonStyle): string {
  return style === 'PYVMOMI'
    ? JSON.stringify(`vim.${type}:${value}`)
    : JSON.stringify({ _typeName: 'ManagedObjectReference', type, value });
}

/** A stated type means a field of open type: VI-JSON puts a box around its value. */
function scalarText(text: string, statedType: string | null, field: Vim25Field | null, style: JsonStyle): string {
  if (statedType === null) {
    return plainText(text, field?.type ?? 'string');
  }
  const type = statedType.replace(/^xsd:/, '');
  if (style === 'PYVMOMI') {
    return plainText(text, type);
  }
  const name = type === 'base64Binary' ? 'binary' : type;
  return `{"_typeName":${JSON.stringify(name)},"_value":${plainText(text, type)}}`;
}

function plainText(text: string, type: string): string {
  if (type === 'boolean' && (text === 'true' || text === 'false')) {
    return text;
  }
  return NUMBER_TYPES.has(type) && JSON_NUMBER.test(text) ? text : JSON.stringify(text);
}
