/**
 * The stored form of a ConfigInfo tree: JSON, the same text for the same tree.
 *
 * Arrays carry all order, so the form survives stores that reorder members. A scalar without a stated type is a JSON
 * string, a list an array. Everything else is an object told apart by its first member:
 * `{"object": type|null, "fields": [[name, value], …]}`, `{"text": …, "type": …}`,
 * `{"reference": value, "type": class}`, `{"sealedRef": id, "type": …}`; optional
 * `"stated": true` and `"attributes": [[name, value], …]`.
 * The document itself is `{"configInfo": 1, "moRef": [class, value]|null, "root": …}`.
 */
import type { ConfigInfoTree, ConfigNode, NodeAttribute, NodeField, ObjectNode } from './node.js';

const FORM_VERSION = 1;

type Stored = string | Stored[] | { [name: string]: Stored | boolean | null | number };

/** Writes a tree in its stored form. */
export function serialiseConfigInfo(tree: ConfigInfoTree): string {
  const moRef = tree.moRef === null ? null : [tree.moRef.type, tree.moRef.value];
  return JSON.stringify({ configInfo: FORM_VERSION, moRef, root: storedNode(tree.root) });
}

/** Writes one node alone, as it would stand in the stored form. */
export function serialiseNode(node: ConfigNode): string {
  return JSON.stringify(storedNode(node));
}

function storedNode(node: ConfigNode): Stored {
  switch (node.kind) {
    case 'list':
      return node.items.map(storedNode);
    case 'object':
      return {
        object: node.type,
        fields: node.fields.map(({ name, value }): Stored => [name, storedNode(value)]),
        ...storedExtras(node),
      };
    case 'reference':
      return { reference: node.value, type: node.refType, ...storedExtras(node) };
    case 'sealed':
      return { sealedRef: node.sealedRef, type: node.type };
    case 'text':
      return node.type === null && node.attributes === undefined
        ? node.text
        : { text: node.text, type: node.type, ...storedExtras(node) };
  }
}

function storedExtras(node: { typeStated?: true; attributes?: readonly NodeAttribute[] }): {
  [name: string]: Stored | true;
} {
  return {
    ...(node.typeStated === true ? { stated: true as const } : {}),
    ...(node.attributes === undefined
      ? {}
      : { attributes: node.attributes.map(({ name, value }): Stored => [name, value]) }),
  };
}

/**
 * Reads the stored form back. Throws `Error` when the text is not what `serialiseConfigInfo` wrote: a stored document
 * is our own, so that is a damaged store, not bad input.
 */
export function readSerialisedConfigInfo(text: string): ConfigInfoTree {
  const stored: unknown = JSON.parse(text);
  const { configInfo, moRef, root } = recordOf(stored);
  if (configInfo !== FORM_VERSION) {
    throw damaged('its form version is unknown');
  }
  const node = nodeOf(root);
  if (node.kind !== 'object') {
    throw damaged('its root is no object');
  }
  return { root: node, moRef: moRef === null ? null : moRefOf(moRef) };
}

function moRefOf(stored: unknown): { type: string; value: string } {
  const [type, value] = pairOf(stored);
  return { type, value: textOf(value) };
}

function nodeOf(stored: unknown): ConfigNode {
  if (typeof stored === 'string') {
    return { kind: 'text', type: null, text: stored };
  }
  if (Array.isArray(stored)) {
    return { kind: 'list', items: stored.map(nodeOf) };
  }
  const record = recordOf(stored);
  if (Object.hasOwn(record, 'object')) {
    return objectOf(record);
  }
  if (Object.hasOwn(record, 'sealedRef')) {
    return { kind: 'sealed', sealedRef: textOf(record.sealedRef), type: typeOf(record.type) };
  }
  if (Object.hasOwn(record, 'reference')) {
    return { kind: 'reference', refType: textOf(record.type), value: textOf(record.reference), ...extrasOf(record) };
  }
  const { typeStated: _none, ...extras } = extrasOf(record);
  return { kind: 'text', type: typeOf(record.type), text: textOf(record.text), ...extras };
}

function objectOf(record: Readonly<Record<string, unknown>>): ObjectNode {
  if (!Array.isArray(record.fields)) {
    throw damaged('an object has no fields');
  }
  const fields = record.fields.map((field: unknown): NodeField => {
    const [name, value] = pairOf(field);
    return { name, value: nodeOf(value) };
  });
  return { kind: 'object', type: typeOf(record.object), fields, ...extrasOf(record) };
}

function extrasOf(record: Readonly<Record<string, unknown>>): {
  typeStated?: true;
  attributes?: readonly NodeAttribute[];
} {
  const attributes = record.attributes;
  return {
    ...(record.stated === true ? { typeStated: true as const } : {}),
    ...(Array.isArray(attributes)
      ? {
          attributes: attributes.map((attribute: unknown): NodeAttribute => {
            const [name, value] = pairOf(attribute);
            return { name, value: textOf(value) };
          }),
        }
      : {}),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw damaged('an object was expected');
  }
  return value as Readonly<Record<string, unknown>>;
}

function pairOf(value: unknown): readonly [string, unknown] {
  if (!Array.isArray(value) || value.length !== 2 || typeof value[0] !== 'string') {
    throw damaged('a pair was expected');
  }
  return [value[0], value[1]];
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') {
    throw damaged('text was expected');
  }
  return value;
}

function typeOf(value: unknown): string | null {
  return value === null ? null : textOf(value);
}

function damaged(what: string): Error {
  return new Error(`a stored ConfigInfo cannot be read: ${what}`);
}
