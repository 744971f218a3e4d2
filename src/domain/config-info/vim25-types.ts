/**
 * The vim25 types that a ConfigInfo document is made of: names, bases and fields in schema order.
 *
 * Source: vim25 API reference, release 9.0. Real documents carry fewer fields (older releases) or unknown ones (newer
 * releases): the table orders and types what it knows and never decides what may be kept.
 */
import { BACKING_TYPES } from './vim25-backing-types.js';
import { CONFIG_TYPES } from './vim25-config-types.js';
import { DEVICE_TYPES } from './vim25-device-types.js';

export interface Vim25Field {
  readonly name: string;
  /** A scalar (`string`, `int`, `long`, `boolean`, …), `anyType`, `ref.<class>` or a type of this table. */
  readonly type: string;
  readonly list: boolean;
}

export interface Vim25Type {
  readonly name: string;
  /** Name in vmodl, as pyVmomi prints it in `_vimtype`. */
  readonly vmodlName: string;
  readonly base: string | null;
  /** Inherited fields first: the order in which XML must carry them. */
  readonly fields: readonly Vim25Field[];
}

export const CONFIG_INFO_TYPE = 'VirtualMachineConfigInfo';

/** Names of a field's value that stand for text, not for an object. */
export const SCALAR_TYPES: ReadonlySet<string> = new Set([
  'string',
  'boolean',
  'byte',
  'short',
  'int',
  'long',
  'float',
  'double',
  'dateTime',
  'base64Binary',
  'anyURI',
]);

const types = new Map<string, Vim25Type>();
const byVmodlName = new Map<string, Vim25Type>();
const fieldsByType = new Map<string, ReadonlyMap<string, Vim25Field>>();
const derivedTypes = new Map<string, string[]>();
const kindsByType = new Map<string, readonly string[]>();

for (const table of [CONFIG_TYPES, BACKING_TYPES, DEVICE_TYPES]) {
  readTable(table);
}
for (const name of types.keys()) {
  completeType(name);
}

function readTable(table: string): void {
  let current: { name: string; vmodlName: string; base: string | null; fields: Vim25Field[] } | null = null;
  for (const line of table.split('\n')) {
    const words = line.trim().split(' ');
    if (line.startsWith('  < ') && current !== null) {
      current.base = words[1] ?? null;
      continue;
    }
    if (line.startsWith('  ') && current !== null) {
      for (const word of words) {
        current.fields.push(readField(word));
      }
      continue;
    }
    const [name, vmodlName] = words;
    if (name === undefined || name === '' || vmodlName === undefined) {
      continue;
    }
    current = { name, vmodlName, base: null, fields: [] };
    types.set(name, current);
  }
}

function readField(word: string): Vim25Field {
  const colon = word.indexOf(':');
  const type = word.slice(colon + 1);
  const list = type.endsWith('[]');
  return { name: word.slice(0, colon), type: list ? type.slice(0, -2) : type, list };
}

function completeType(name: string): void {
  const own = types.get(name);
  if (own === undefined || byVmodlName.has(own.vmodlName)) {
    return;
  }
  let fields = own.fields;
  if (own.base !== null) {
    completeType(own.base);
    fields = [...(types.get(own.base)?.fields ?? []), ...own.fields];
    const siblings = derivedTypes.get(own.base);
    if (siblings === undefined) {
      derivedTypes.set(own.base, [name]);
    } else {
      siblings.push(name);
    }
  }
  const complete = { ...own, fields };
  types.set(name, complete);
  byVmodlName.set(own.vmodlName, complete);
  fieldsByType.set(name, new Map(fields.map((field) => [field.name, field])));
}

/** The type of this name (as XML writes it), or null when the table does not know it. */
export function vim25Type(name: string): Vim25Type | null {
  return types.get(name) ?? null;
}

/** The type of this vmodl name (`vim.vm.device.VirtualDisk`), or null. */
export function vim25TypeByVmodlName(vmodlName: string): Vim25Type | null {
  return byVmodlName.get(vmodlName) ?? null;
}

/** The field of a type, inherited ones included, or null when type or field is unknown. */
export function vim25Field(typeName: string | null, fieldName: string): Vim25Field | null {
  if (typeName === null) {
    return null;
  }
  return fieldsByType.get(typeName)?.get(fieldName) ?? null;
}

/** True when `typeName` is `ancestor` or derives from it. */
export function isKindOf(typeName: string | null, ancestor: string): boolean {
  let current: string | null = typeName;
  while (current !== null) {
    if (current === ancestor) {
      return true;
    }
    current = types.get(current)?.base ?? null;
  }
  return false;
}

/** A type's own name and the names of all types derived from it, nearest first. Empty for an unknown name. */
export function kindsOf(typeName: string): readonly string[] {
  const known = kindsByType.get(typeName);
  if (known !== undefined || !types.has(typeName)) {
    return known ?? [];
  }
  const names = [typeName];
  for (let index = 0; index < names.length; index += 1) {
    names.push(...(derivedTypes.get(names[index] ?? '') ?? []));
  }
  kindsByType.set(typeName, names);
  return names;
}
