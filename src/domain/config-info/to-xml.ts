/** Writes a ConfigInfo tree as vim25 XML. Types are stated where the schema needs it, or where the document did. */
import type { ConfigInfoTree, ConfigNode, NodeAttribute } from './node.js';
import { CONFIG_INFO_TYPE, type Vim25Field, vim25Field } from './vim25-types.js';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XSD = 'http://www.w3.org/2001/XMLSchema';

/**
 * The tree as one XML document with the root `<obj xsi:type="VirtualMachineConfigInfo">` in `urn:vim25`.
 *
 * A list inside a list has no form in vim25 and is written flat. A sealed secret is an empty element with its
 * `sealedRef` as attribute.
 */
export function toXml(tree: ConfigInfoTree): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  const namespaces = `xmlns="urn:vim25" xmlns:xsd="${XSD}" xmlns:xsi="${XSI}"`;
  parts.push(`<obj ${namespaces} xsi:type="${CONFIG_INFO_TYPE}"${attributesText(tree.root.attributes)}>`);
  writeFields(tree.root, parts);
  parts.push('</obj>\n');
  return parts.join('');
}

function writeFields(node: Extract<ConfigNode, { kind: 'object' }>, parts: string[]): void {
  for (const { name, value } of node.fields) {
    if (name === '#text' && value.kind === 'text') {
      parts.push(escapeText(value.text));
      continue;
    }
    writeValue(name, value, vim25Field(node.type, name), parts);
  }
}

function writeValue(name: string, node: ConfigNode, field: Vim25Field | null, parts: string[]): void {
  if (node.kind === 'list') {
    for (const item of node.items) {
      writeValue(name, item, field, parts);
    }
    return;
  }
  const { tag, opening } = tagOf(name);
  parts.push(`<${opening}${typeText(node, field)}`, attributesText(attributesOf(node)), '>');
  switch (node.kind) {
    case 'object':
      writeFields(node, parts);
      break;
    case 'text':
      parts.push(escapeText(node.text));
      break;
    case 'reference':
      parts.push(escapeText(node.value));
      break;
    case 'sealed':
      break;
  }
  parts.push(`</${tag}>`);
}

function attributesOf(node: Exclude<ConfigNode, { kind: 'list' }>): readonly NodeAttribute[] | undefined {
  return node.kind === 'sealed' ? [{ name: 'sealedRef', value: node.sealedRef }] : node.attributes;
}

function typeText(node: Exclude<ConfigNode, { kind: 'list' }>, field: Vim25Field | null): string {
  switch (node.kind) {
    case 'object': {
      const needed = node.type !== null && (node.typeStated === true || node.type !== field?.type);
      return needed ? stateType(node.type) : '';
    }
    case 'reference': {
      const needed = node.typeStated === true || field?.type === 'anyType';
      const stated = needed ? stateType('ManagedObjectReference') : '';
      return `${stated} type="${escapeAttribute(node.refType)}"`;
    }
    default:
      return node.type === null ? '' : stateType(node.type);
  }
}

function stateType(type: string): string {
  const foreign = /^\{([^}]*)\}([\s\S]*)$/.exec(type);
  if (foreign === null) {
    return ` xsi:type="${escapeAttribute(type)}"`;
  }
  const [, namespace = '', name = ''] = foreign;
  if (namespace === 'unbound') {
    return ` xsi:type="${escapeAttribute(name)}"`;
  }
  return ` xmlns:t="${escapeAttribute(namespace)}" xsi:type="t:${escapeAttribute(name)}"`;
}

// A name that XML does not allow can only come from JSON; it is written under this one, its own beside it.
const SUBSTITUTE_NAME = 'unnamed';
const XML_NAME = /^[A-Za-z_\u00c0-\ud7ff\uf900-\ufffd][\w.\-\u00b7\u00c0-\ud7ff\uf900-\ufffd]*$/;

function tagOf(name: string): { tag: string; opening: string } {
  const foreign = /^\{([^}]*)\}([\s\S]*)$/.exec(name);
  const [, namespace = '', local = ''] = foreign ?? [];
  if (foreign !== null && XML_NAME.test(local)) {
    return { tag: `f:${local}`, opening: `f:${local} xmlns:f="${escapeAttribute(namespace)}"` };
  }
  if (XML_NAME.test(name)) {
    return { tag: name, opening: name };
  }
  return { tag: SUBSTITUTE_NAME, opening: `${SUBSTITUTE_NAME} name="${escapeAttribute(name)}"` };
}

function attributesText(attributes: readonly NodeAttribute[] | undefined): string {
  let text = '';
  for (const [index, { name, value }] of (attributes ?? []).entries()) {
    const foreign = /^\{([^}]*)\}([\s\S]*)$/.exec(name);
    const [, namespace = '', local = ''] = foreign ?? [];
    if (namespace === 'http://www.w3.org/XML/1998/namespace') {
      text += ` xml:${local}="${escapeAttribute(value)}"`;
    } else if (foreign !== null) {
      text += ` xmlns:a${index}="${escapeAttribute(namespace)}" a${index}:${local}="${escapeAttribute(value)}"`;
    } else {
      text += ` ${name}="${escapeAttribute(value)}"`;
    }
  }
  return text;
}

/** A carriage return is written as a reference: a parser would read a bare one as a line feed. */
function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#xD;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;').replace(/\t/g, '&#x9;').replace(/\n/g, '&#xA;');
}
