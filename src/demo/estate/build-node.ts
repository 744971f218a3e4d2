/** Builds nodes of a ConfigInfo tree, checked against the vim25 table: what it does not know cannot be built. */
import type { ConfigNode, NodeField, ObjectNode } from '../../domain/config-info/node.js';
import { isKindOf, SCALAR_TYPES, type Vim25Field, vim25Type } from '../../domain/config-info/vim25-types.js';

/** A managed object that a field refers to. */
export interface Reference {
  readonly refType: string;
  readonly value: string;
}

export type FieldValue =
  | string
  | number
  | boolean
  | ObjectNode
  | Reference
  | readonly (string | number | boolean | ObjectNode | Reference)[]
  | null;

/** An object of a vim25 type with its fields in schema order; null fields and empty lists are left out. */
export function build(type: string, values: Readonly<Record<string, FieldValue>>): ObjectNode {
  const definition = vim25Type(type);
  if (definition === null) {
    throw new Error(`the vim25 table has no type ${type}`);
  }
  const fields: NodeField[] = [];
  for (const field of definition.fields) {
    const value = Object.hasOwn(values, field.name) ? values[field.name] : null;
    const node = value === null || value === undefined ? null : nodeOf(value, field);
    if (node !== null) {
      fields.push({ name: field.name, value: node });
    }
  }
  const known = new Set(definition.fields.map(({ name }) => name));
  const unknown = Object.keys(values).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new Error(`${type} has no field ${unknown.join(', ')}`);
  }
  return { kind: 'object', type, fields };
}

export function reference(refType: string, value: string): Reference {
  return { refType, value };
}

function nodeOf(value: Exclude<FieldValue, null>, field: Vim25Field): ConfigNode | null {
  if (!Array.isArray(value)) {
    const node = itemOf(value as string | number | boolean | ObjectNode | Reference, field);
    return field.list ? { kind: 'list', items: [node] } : node;
  }
  if (!field.list) {
    throw new Error(`${field.name} holds one value, not a list`);
  }
  const items = value.map((item: string | number | boolean | ObjectNode | Reference) => itemOf(item, field));
  return items.length === 0 ? null : { kind: 'list', items };
}

function itemOf(value: string | number | boolean | ObjectNode | Reference, field: Vim25Field): ConfigNode {
  if (typeof value !== 'object') {
    if (!SCALAR_TYPES.has(field.type) && field.type !== 'anyType') {
      throw new Error(`${field.name} holds ${field.type}, not a plain value`);
    }
    return { kind: 'text', type: field.type === 'anyType' ? 'xsd:string' : null, text: String(value) };
  }
  if ('refType' in value) {
    return { kind: 'reference', refType: value.refType, value: value.value };
  }
  if (!isKindOf(value.type, field.type)) {
    throw new Error(`${field.name} holds ${field.type}, not ${value.type}`);
  }
  return value;
}
