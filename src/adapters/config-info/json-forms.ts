/**
 * Finds the ConfigInfo in a JSON document and turns it into the neutral tree.
 *
 * Forms (seen in the tools' own output): `govc object.collect -json` prints `[{name, op, val}]` or the value alone
 * (`-s`), field names as in vim25, no types, empty fields left out (0.53); old releases (0.18) print UpperCamel names
 * and every field; VI-JSON and govmomi's own encoder add `_typeName`, and `{_typeName, _value}` around values of
 * open type; pyVmomi's VmomiJSONEncoder adds `_vimtype` as its last member, prints every field (`null`, `[]`), and
 * managed objects as `vim.Datastore:datastore-21` or, spread out, with `_vimid`, `_vimref`, `_vimtype`.
 */
import { inferType } from '../../domain/config-info/infer-type.js';
import {
  type ConfigInfoForm,
  type ConfigNode,
  fieldPath,
  itemPath,
  type NodeField,
  type NotUnderstood,
  type ObjectNode,
} from '../../domain/config-info/node.js';
import {
  CONFIG_INFO_TYPE,
  kindsOf,
  SCALAR_TYPES,
  type Vim25Field,
  vim25Field,
  vim25Type,
  vim25TypeByVmodlName,
} from '../../domain/config-info/vim25-types.js';
import { notAVirtualMachine } from './find-config-info.js';
import type { JsonMember, JsonValue } from './json-reader.js';
import type { ReadTree } from './xml-forms.js';

type JsonObject = Extract<JsonValue, { kind: 'object' }>;

interface FoundObject {
  readonly object: JsonObject;
  readonly moRef: { type: string; value: string } | null;
}

const TYPE_MEMBERS: ReadonlySet<string> = new Set(['_typeName', '_vimtype']);
const IDENTITY_MEMBERS: ReadonlySet<string> = new Set(['_vimid', '_vimref']);

/** Turns a parsed document into a tree. Throws `Refusal` NOT_A_VIRTUAL_MACHINE. */
export function treeFromJson(document: JsonValue): ReadTree & { readonly form: ConfigInfoForm } {
  const found: FoundObject[] = [];
  const properties: string[] = [];
  findConfigInfo(document, null, found, properties);
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw notAVirtualMachine(found.length, properties);
  }
  const notes: NotUnderstood[] = [];
  const root = objectNode(first.object, CONFIG_INFO_TYPE, null, '', notes);
  const pyVmomi = first.object.members.some(({ name }) => name === '_vimtype' || name === 'dynamicProperty');
  return { tree: { root, moRef: first.moRef }, notes, form: pyVmomi ? 'PYVMOMI_JSON' : 'GOVC_JSON' };
}

function findConfigInfo(
  value: JsonValue,
  moRef: FoundObject['moRef'],
  found: FoundObject[],
  properties: string[],
): void {
  if (value.kind === 'array') {
    for (const item of value.items) {
      findConfigInfo(item, moRef, found, properties);
    }
    return;
  }
  if (value.kind !== 'object') {
    return;
  }
  const type = statedType(value);
  if (type === CONFIG_INFO_TYPE || (type === null && looksLikeConfigInfo(value))) {
    found.push({ object: value, moRef });
    return;
  }
  const near = moRefOf(value) ?? moRef;
  const property = textOf(member(value, 'name') ?? member(value, 'Name'));
  if (property?.startsWith('config.') === true) {
    properties.push(property);
  }
  for (const { value: inner } of value.members) {
    findConfigInfo(inner, near, found, properties);
  }
}

function looksLikeConfigInfo(object: JsonObject): boolean {
  const hardware = member(object, 'hardware') ?? member(object, 'Hardware');
  if (hardware?.kind !== 'object') {
    return false;
  }
  const marks = ['files', 'Files', 'version', 'Version', 'changeVersion', 'ChangeVersion'];
  return marks.some((name) => member(object, name) !== null) && member(object, 'deviceChange') === null;
}

/** The virtual machine that an update (`obj`), a spread-out object (`self`) or pyVmomi (`_vimref`) names. */
function moRefOf(object: JsonObject): FoundObject['moRef'] {
  for (const name of ['obj', 'self', 'Obj', 'Self']) {
    const named = member(object, name);
    const reference = named?.kind === 'object' ? referenceOf(named) : null;
    if (reference !== null && reference.refType === 'VirtualMachine') {
      return { type: reference.refType, value: reference.value };
    }
  }
  const text = textOf(member(object, '_vimref'));
  const parsed = text === null ? null : parsePyVmomiReference(text);
  return parsed?.refType === 'VirtualMachine' ? { type: parsed.refType, value: parsed.value } : null;
}

function member(object: JsonObject, name: string): JsonValue | null {
  return object.members.find((candidate) => candidate.name === name)?.value ?? null;
}

function textOf(value: JsonValue | null): string | null {
  return value?.kind === 'string' ? value.text : null;
}

/** vim25 name of the stated type; a name that the table does not know stays as printed. */
function statedType(object: JsonObject): string | null {
  const typeName = textOf(member(object, '_typeName'));
  if (typeName !== null && typeName !== '') {
    return typeName;
  }
  const vmodlName = textOf(member(object, '_vimtype'));
  if (vmodlName === null || vmodlName === '') {
    return null;
  }
  return vim25TypeByVmodlName(vmodlName)?.name ?? vmodlName;
}

function valueNode(
  value: JsonValue,
  declared: string | null,
  ownerType: string | null,
  path: string,
  notes: NotUnderstood[],
): ConfigNode | null {
  switch (value.kind) {
    case 'null':
      return null;
    case 'array':
      return listNode(value.items, declared, ownerType, path, notes);
    case 'object':
      return nodeOfObject(value, declared, ownerType, path, notes);
    case 'string':
      if (declared?.startsWith('ref.') === true) {
        const parsed = parsePyVmomiReference(value.text);
        return { kind: 'reference', ...(parsed ?? { refType: declared.slice('ref.'.length), value: value.text }) };
      }
      return { kind: 'text', type: declared === 'anyType' ? 'xsd:string' : null, text: value.text };
    case 'boolean':
      return { kind: 'text', type: declared === 'anyType' ? 'xsd:boolean' : null, text: value.text };
    case 'number':
      return { kind: 'text', type: declared === 'anyType' ? numberType(value.text) : null, text: value.text };
  }
}

function listNode(
  values: readonly JsonValue[],
  declared: string | null,
  ownerType: string | null,
  path: string,
  notes: NotUnderstood[],
): ConfigNode | null {
  const items: ConfigNode[] = [];
  for (const [index, value] of values.entries()) {
    const own: NotUnderstood[] = [];
    const item = valueNode(value, declared, ownerType, '', own);
    if (item === null) {
      continue;
    }
    items.push(item);
    for (const note of own) {
      const at = itemPath(path, item, index);
      notes.push({ path: note.path === '' ? at : fieldPath(at, note.path), reason: note.reason });
    }
  }
  return items.length === 0 ? null : { kind: 'list', items };
}

function nodeOfObject(
  object: JsonObject,
  declared: string | null,
  ownerType: string | null,
  path: string,
  notes: NotUnderstood[],
): ConfigNode {
  const stated = statedType(object);
  const boxed = member(object, '_value');
  if (stated !== null && boxed !== null && boxed.kind !== 'null') {
    return unboxed(stated, boxed, path, notes);
  }
  if (
    stated === 'ManagedObjectReference' ||
    declared?.startsWith('ref.') === true ||
    member(object, '_vimref') !== null
  ) {
    const reference = referenceOf(object);
    if (reference !== null) {
      return reference;
    }
  }
  const open = declared === null || declared === 'anyType' || SCALAR_TYPES.has(declared) || declared.startsWith('ref.');
  return objectNode(object, stated, open ? null : declared, path, notes, ownerType);
}

/** `{_typeName, _value}`: a value of open type. Lists come as `ArrayOf…`, whose one field is named after the item. */
function unboxed(stated: string, boxed: JsonValue, path: string, notes: NotUnderstood[]): ConfigNode {
  if (boxed.kind === 'array') {
    const itemType = stated.startsWith('ArrayOf') ? stated.slice('ArrayOf'.length) : stated;
    const list = listNode(boxed.items, vim25Type(itemType) === null ? null : itemType, null, path, notes);
    return { kind: 'object', type: stated, fields: list === null ? [] : [{ name: itemType, value: list }] };
  }
  const inner = valueNode(boxed, null, null, path, notes);
  if (inner?.kind !== 'text') {
    return inner ?? { kind: 'object', type: stated, fields: [] };
  }
  const scalar = stated === 'binary' ? 'base64Binary' : stated;
  return { kind: 'text', type: SCALAR_TYPES.has(scalar) ? `xsd:${scalar}` : stated, text: inner.text };
}

function referenceOf(object: JsonObject): Extract<ConfigNode, { kind: 'reference' }> | null {
  const vimReference = textOf(member(object, '_vimref'));
  if (vimReference !== null) {
    const parsed = parsePyVmomiReference(vimReference);
    return parsed === null ? null : { kind: 'reference', ...parsed };
  }
  const refType = textOf(member(object, 'type') ?? member(object, 'Type'));
  const value = textOf(member(object, 'value') ?? member(object, 'Value'));
  if (refType === null || value === null) {
    return null;
  }
  const guid = textOf(member(object, 'serverGuid') ?? member(object, 'ServerGUID'));
  const attributes = guid === null || guid === '' ? {} : { attributes: [{ name: 'serverGuid', value: guid }] };
  return { kind: 'reference', refType, value, ...attributes };
}

/** `'vim.Datastore:datastore-21'`, quotes or none; the class is the last word of its vmodl name. */
function parsePyVmomiReference(text: string): { refType: string; value: string } | null {
  const found = /^'?(?:[A-Za-z]\w*\.)+([A-Za-z]\w*):([^']+)'?$/.exec(text);
  const [, refType, value] = found ?? [];
  return refType === undefined || value === undefined ? null : { refType, value };
}

function objectNode(
  object: JsonObject,
  stated: string | null,
  declared: string | null,
  path: string,
  notes: NotUnderstood[],
  ownerType: string | null = null,
): ObjectNode {
  const members = object.members.filter(({ name }) => !TYPE_MEMBERS.has(name) && !IDENTITY_MEMBERS.has(name));
  let type = stated;
  if (type === null && declared !== null) {
    const inferred = inferType(declared, evidenceOf(members, declared, ownerType));
    type = inferred?.type ?? declared;
    if (inferred?.resolved !== true) {
      notes.push({ path, reason: `type not stated; taken as ${type}` });
    }
  }
  const fields: NodeField[] = [];
  for (const { name, value } of members) {
    const fieldName = vim25Name(type, name);
    const field = vim25Field(type, fieldName);
    const node = valueNode(value, field?.type ?? null, type, fieldPath(path, fieldName), notes);
    if (node !== null) {
      fields.push({ name: fieldName, value: asDeclared(node, field) });
    }
  }
  return { kind: 'object', type, fields: inSchemaOrder(fields, type) };
}

function asDeclared(node: ConfigNode, field: Vim25Field | null): ConfigNode {
  return field?.list === true && node.kind !== 'list' ? { kind: 'list', items: [node] } : node;
}

function evidenceOf(members: readonly JsonMember[], declared: string, ownerType: string | null) {
  const names = namesInFamily(declared);
  const fieldNames: string[] = [];
  const emptyFieldNames: string[] = [];
  for (const { name, value } of members) {
    const empty = value.kind === 'null' || (value.kind === 'array' && value.items.length === 0);
    const dynamic = name === 'dynamicType' || name === 'dynamicProperty';
    if (!(empty && dynamic)) {
      (empty ? emptyFieldNames : fieldNames).push(names.get(name) ?? name);
    }
  }
  const find = (name: string): JsonValue | null =>
    members.find((candidate) => (names.get(candidate.name) ?? candidate.name) === name)?.value ?? null;
  const key = find('key');
  const info = find('deviceInfo');
  const infoText = (lower: string, upper: string): string | null =>
    info?.kind === 'object' ? textOf(member(info, lower) ?? member(info, upper)) : null;
  return {
    fieldNames,
    emptyFieldNames,
    key: key?.kind === 'number' || key?.kind === 'string' ? key.text : null,
    label: infoText('label', 'Label'),
    summary: infoText('summary', 'Summary'),
    ownerType,
  };
}

const namesByFamily = new Map<string, ReadonlyMap<string, string>>();

/** vim25 names of all fields in a family of types, by their UpperCamel spelling. */
function namesInFamily(declared: string): ReadonlyMap<string, string> {
  let names = namesByFamily.get(declared);
  if (names === undefined) {
    const collected = new Map<string, string>();
    for (const typeName of kindsOf(declared)) {
      for (const field of vim25Type(typeName)?.fields ?? []) {
        collected.set(upperFirst(field.name), field.name);
      }
    }
    names = collected;
    namesByFamily.set(declared, names);
  }
  return names;
}

/** The vim25 spelling of a member name: old govc prints `NumCPU` for `numCPU`. Unknown names stay as printed. */
function vim25Name(type: string | null, name: string): string {
  if (type === null || vim25Field(type, name) !== null) {
    return name;
  }
  return namesInFamily(type).get(name) ?? name;
}

function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Known fields in schema order; an unknown one stays behind the field that it followed. */
function inSchemaOrder(fields: readonly NodeField[], type: string | null): readonly NodeField[] {
  const order = type === null ? undefined : vim25Type(type)?.fields;
  if (order === undefined) {
    return fields;
  }
  const position = new Map(order.map((field, index) => [field.name, index]));
  let last = -1;
  const placed = fields.map((field) => {
    last = position.get(field.name) ?? last;
    return { field, at: last };
  });
  placed.sort((left, right) => left.at - right.at);
  return placed.map(({ field }) => field);
}

/** The XML Schema type that holds this number: what vim25 would have said. */
function numberType(text: string): string {
  if (!/^-?\d+$/.test(text)) {
    return 'xsd:double';
  }
  const value = Number(text);
  return value >= -2147483648 && value <= 2147483647 ? 'xsd:int' : 'xsd:long';
}
