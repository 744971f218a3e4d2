/** Writes a ConfigInfo tree as the JSON that govc and pyVmomi print. */
import type { ConfigInfoTree, ConfigNode, ObjectNode } from '../../domain/config-info/node.js';
import { CONFIG_INFO_TYPE, type Vim25Field, vim25Type } from '../../domain/config-info/vim25-types.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export type GovcStyle = 'PLAIN' | 'TYPED' | 'UPPER_CAMEL';

/**
 * As `govc object.collect -json <vm> config` prints it.
 *
 * PLAIN is what govc 0.30 and later print: no types, unset fields left out. TYPED is govmomi's own encoder and VI-JSON:
 * `_typeName` in every object. UPPER_CAMEL is govc before 0.30: Go's names, every field of the type, null or zero.
 */
export function emitGovcJson(tree: ConfigInfoTree, style: GovcStyle = 'PLAIN'): string {
  const value = govcValue(tree.root, null, style);
  const update =
    style === 'UPPER_CAMEL'
      ? { Name: 'config', Op: 'assign', Val: value }
      : { name: 'config', op: 'assign', val: value };
  return `${JSON.stringify([update], null, 2)}\n`;
}

/** As `json.dumps(vm.config, cls=VmomiJSONEncoder)` prints it; `stripDynamic` as that encoder's option. */
export function emitPyVmomiJson(tree: ConfigInfoTree, stripDynamic = false): string {
  return `${JSON.stringify(pyVmomiValue(tree.root, null, stripDynamic))}\n`;
}

function govcValue(node: ConfigNode, field: Vim25Field | null, style: GovcStyle): Json {
  switch (node.kind) {
    case 'list':
      return node.items.map((item) => govcValue(item, field, style));
    case 'text':
      return boxed(scalar(node.text, node.type, field), node.type, style);
    case 'reference':
      return govcReference(node.refType, node.value, style);
    case 'object':
      return govcObject(node, style);
    case 'sealed':
      throw new Error('a document with secrets cut out is not what a tool prints');
  }
}

function boxed(value: Json, statedType: string | null, style: GovcStyle): Json {
  return style === 'TYPED' && statedType !== null
    ? { _typeName: statedType.replace(/^xsd:/, '').replace(/^base64Binary$/, 'binary'), _value: value }
    : value;
}

function govcReference(type: string, value: string, style: GovcStyle): Json {
  if (style === 'UPPER_CAMEL') {
    return { Type: type, Value: value };
  }
  return style === 'TYPED' ? { _typeName: 'ManagedObjectReference', type, value } : { type, value };
}

function govcObject(node: ObjectNode, style: GovcStyle): Json {
  const written: [string, Json][] = style === 'TYPED' ? [['_typeName', node.type ?? '']] : [];
  const present = new Map(node.fields.map(({ name, value }) => [name, value]));
  for (const field of vim25Type(node.type ?? '')?.fields ?? []) {
    const value = present.get(field.name);
    if (style === 'UPPER_CAMEL') {
      const name = field.name.charAt(0).toUpperCase() + field.name.slice(1);
      written.push([name, value === undefined ? goZero(field) : govcValue(value, field, style)]);
    } else if (value !== undefined) {
      written.push([field.name, govcValue(value, field, style)]);
    }
  }
  return Object.fromEntries(written);
}

/** What Go holds in an unset field: optional booleans and objects are pointers, texts and numbers mostly are not. */
function goZero(field: Vim25Field): Json {
  if (!field.list && ['string', 'dateTime', 'anyURI'].includes(field.type)) {
    return field.type === 'dateTime' ? null : '';
  }
  return !field.list && ['int', 'long', 'short', 'byte'].includes(field.type) ? 0 : null;
}

function pyVmomiValue(node: ConfigNode, field: Vim25Field | null, stripDynamic: boolean): Json {
  switch (node.kind) {
    case 'list':
      return node.items.map((item) => pyVmomiValue(item, field, stripDynamic));
    case 'text':
      return scalar(node.text, node.type, field);
    case 'reference':
      return `vim.${node.refType}:${node.value}`;
    case 'object':
      return pyVmomiObject(node, stripDynamic);
    case 'sealed':
      throw new Error('a document with secrets cut out is not what a tool prints');
  }
}

/** Every field of the type, unset ones as null or empty list, and the type's vmodl name as the last member. */
function pyVmomiObject(node: ObjectNode, stripDynamic: boolean): Json {
  const type = vim25Type(node.type ?? CONFIG_INFO_TYPE);
  const present = new Map(node.fields.map(({ name, value }) => [name, value]));
  const written: [string, Json][] = stripDynamic
    ? []
    : [
        ['dynamicType', null],
        ['dynamicProperty', []],
      ];
  for (const field of type?.fields ?? []) {
    const value = present.get(field.name);
    const unset: Json = field.list ? [] : null;
    written.push([field.name, value === undefined ? unset : pyVmomiValue(value, field, stripDynamic)]);
  }
  written.push(['_vimtype', type?.vmodlName ?? '']);
  return Object.fromEntries(written);
}

function scalar(text: string, statedType: string | null, field: Vim25Field | null): Json {
  const type = statedType?.replace(/^xsd:/, '') ?? field?.type ?? 'string';
  if (type === 'boolean') {
    return text === 'true';
  }
  return ['int', 'long', 'short', 'byte', 'float', 'double'].includes(type) ? Number(text) : text;
}
