/** Names what a document holds that the vim25 table does not explain. Nothing is changed by it. */
import {
  type ConfigInfoTree,
  type ConfigNode,
  fieldPath,
  itemPath,
  type NotUnderstood,
  type ObjectNode,
} from './node.js';
import { SCALAR_TYPES, type Vim25Field, vim25Field, vim25Type } from './vim25-types.js';

// Every data object may carry these two; pyVmomi prints them.
const DYNAMIC_FIELDS: ReadonlySet<string> = new Set(['dynamicType', 'dynamicProperty']);

const SCALAR_FORMS: Readonly<Record<string, RegExp>> = {
  boolean: /^(?:true|false|1|0)$/,
  byte: /^[+-]?\d{1,3}$/,
  short: /^[+-]?\d{1,5}$/,
  int: /^[+-]?\d{1,10}$/,
  long: /^[+-]?\d{1,19}$/,
  float: /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|NaN|-?INF)$/,
  double: /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|NaN|-?INF)$/,
  dateTime: /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  // Some releases answer a byte array as one signed byte an element.
  base64Binary: /^(?:[A-Za-z0-9+/\s]*={0,2}\s*|-\d{1,3})$/,
};

const WHOLE_NUMBERS: Readonly<Record<string, readonly [bigint, bigint]>> = {
  byte: [-(2n ** 7n), 2n ** 7n - 1n],
  short: [-(2n ** 15n), 2n ** 15n - 1n],
  int: [-(2n ** 31n), 2n ** 31n - 1n],
  long: [-(2n ** 63n), 2n ** 63n - 1n],
};

// vim25 declares most of its word lists as plain strings, so that they may grow; these are the words of release 9.0 for
// fields that a restore depends on.
const KNOWN_WORDS: Readonly<Record<string, readonly string[]>> = {
  firmware: ['bios', 'efi'],
  diskMode: [
    'persistent',
    'nonpersistent',
    'undoable',
    'independent_persistent',
    'independent_nonpersistent',
    'append',
  ],
  sharing: ['sharingNone', 'sharingMultiWriter'],
  sharedBus: ['noSharing', 'virtualSharing', 'physicalSharing'],
  compatibilityMode: ['virtualMode', 'physicalMode'],
  migrateEncryption: ['disabled', 'opportunistic', 'required'],
  ftEncryptionMode: ['ftEncryptionDisabled', 'ftEncryptionOpportunistic', 'ftEncryptionRequired'],
  swapPlacement: ['inherit', 'vmDirectory', 'hostLocal'],
};

// SOAP clients write `versionId` on the objects that they send; references may name their vCenter.
const KNOWN_ATTRIBUTES: ReadonlySet<string> = new Set(['versionId', 'serverGuid']);

const ENTRIES_MAX = 1000;

/**
 * Everything not understood, in document order, after the `notes` of the reader; at most 1000 entries (the last then
 * says that there are more).
 */
export function checkTree(tree: ConfigInfoTree, notes: readonly NotUnderstood[] = []): NotUnderstood[] {
  const found: NotUnderstood[] = [...notes];
  checkObject(tree.root, '', found);
  if (found.length > ENTRIES_MAX) {
    const more = found.length - ENTRIES_MAX + 1;
    found.length = ENTRIES_MAX - 1;
    found.push({ path: '', reason: `${more} more places are not understood` });
  }
  return found;
}

function checkObject(node: ObjectNode, path: string, found: NotUnderstood[]): void {
  noteAttributes(node, path, found);
  const type = node.type === null ? null : vim25Type(node.type);
  if (node.type !== null && type === null) {
    found.push({ path, reason: 'unknown type' });
  }
  for (const { name, value } of node.fields) {
    const at = fieldPath(path, name);
    const field = vim25Field(node.type, name);
    if (type !== null && field === null && !DYNAMIC_FIELDS.has(name)) {
      found.push({ path: at, reason: `unknown field of ${type.name}` });
    }
    checkField(value, field, name, at, found);
  }
}

function checkField(
  value: ConfigNode,
  field: Vim25Field | null,
  name: string,
  path: string,
  found: NotUnderstood[],
): void {
  if (value.kind !== 'list') {
    checkValue(value, field, name, path, found);
    return;
  }
  if (field !== null && !field.list && field.type !== 'anyType') {
    found.push({ path, reason: 'several values where the schema has one' });
  }
  for (const [index, item] of value.items.entries()) {
    checkValue(item, field, name, itemPath(path, item, index), found);
  }
}

function checkValue(
  value: ConfigNode,
  field: Vim25Field | null,
  name: string,
  path: string,
  found: NotUnderstood[],
): void {
  switch (value.kind) {
    case 'object':
      if (field !== null && (SCALAR_TYPES.has(field.type) || field.type.startsWith('ref.'))) {
        found.push({ path, reason: `an object where the schema has ${field.type}` });
      }
      checkObject(value, path, found);
      return;
    case 'list':
      checkField(value, field, name, path, found);
      return;
    case 'reference':
      noteAttributes(value, path, found);
      if (field !== null && !field.type.startsWith('ref.') && field.type !== 'anyType') {
        found.push({ path, reason: `a reference where the schema has ${field.type}` });
      }
      return;
    case 'text':
      noteAttributes(value, path, found);
      if (value.type?.startsWith('{') === true) {
        found.push({ path, reason: 'type of an unknown namespace' });
      }
      checkText(value.text, field, name, path, found);
      return;
    case 'sealed':
      return;
  }
}

function checkText(text: string, field: Vim25Field | null, name: string, path: string, found: NotUnderstood[]): void {
  if (field === null || field.type === 'anyType') {
    return;
  }
  if (!SCALAR_TYPES.has(field.type)) {
    found.push({ path, reason: `text where the schema has ${field.type}` });
    return;
  }
  const form = SCALAR_FORMS[field.type];
  const limits = WHOLE_NUMBERS[field.type];
  if (form !== undefined && (!form.test(text) || (limits !== undefined && !isWithin(text, limits)))) {
    found.push({ path, reason: `not a value of type ${field.type}` });
    return;
  }
  const words = Object.hasOwn(KNOWN_WORDS, name) ? KNOWN_WORDS[name] : undefined;
  if (words !== undefined && field.type === 'string' && text !== '' && !words.includes(text)) {
    found.push({ path, reason: `not one of the known words of ${name}` });
  }
}

/** For texts of at most 20 digits. */
function isWithin(text: string, [least, most]: readonly [bigint, bigint]): boolean {
  const value = BigInt(text.replace(/^\+/, ''));
  return value >= least && value <= most;
}

function noteAttributes(
  node: { attributes?: readonly { name: string }[] },
  path: string,
  found: NotUnderstood[],
): void {
  for (const attribute of node.attributes ?? []) {
    if (KNOWN_ATTRIBUTES.has(attribute.name)) {
      continue;
    }
    found.push({ path, reason: `unknown attribute ${attribute.name.slice(0, 80)}` });
  }
}
