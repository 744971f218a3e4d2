/**
 * Cuts secrets out of a ConfigInfo tree, so that what is stored, logged and answered never holds one.
 *
 * Cut is, by name alone and never by the look of a value:
 * - options (`extraConfig`, `vmxRuntimeConfig`, any other `{key, value}`) whose key is in SECRET_KEYS or names one;
 * - values and defaults of vApp properties of type `password`, or whose id names a secret;
 * - any other field or attribute whose name names a secret;
 * - any other text in which one of those values (of eight characters or more) stands again.
 *
 * "Names a secret" is SECRET_NAME. Empty values are left: there is nothing to hide.
 */
import {
  type ConfigInfoTree,
  type ConfigNode,
  fieldPath,
  itemPath,
  type NodeAttribute,
  type NodeField,
  type ObjectNode,
  textAt,
} from './node.js';
import { serialiseNode } from './serialise.js';

export type SecretKind = 'ENCRYPTION_BUNDLE' | 'DATA_FILE_KEY' | 'VNC_PASSWORD' | 'OTHER';

export interface CutSecret {
  /** What stands in the tree as `sealedRef` until the sealed row has an id. */
  readonly placeholder: string;
  readonly kind: SecretKind;
  /** Property path, unique among the secrets of one document, at most 1000 characters. */
  readonly path: string;
  readonly value: string;
}

export interface CutTree {
  readonly tree: ConfigInfoTree;
  /** In document order. */
  readonly secrets: readonly CutSecret[];
}

const SECRET_KEYS: ReadonlyMap<string, SecretKind> = new Map([
  ['encryption.bundle', 'ENCRYPTION_BUNDLE'],
  ['encryption.keysafe', 'OTHER'],
  ['encryption.data', 'OTHER'],
  ['datafilekey', 'DATA_FILE_KEY'],
  ['remotedisplay.vnc.key', 'VNC_PASSWORD'],
  ['remotedisplay.vnc.password', 'VNC_PASSWORD'],
  // What first-boot tools read: they commonly carry passwords and join tokens.
  ['guestinfo.userdata', 'OTHER'],
  ['guestinfo.metadata', 'OTHER'],
  ['guestinfo.vendordata', 'OTHER'],
  ['guestinfo.cloudinit.userdata', 'OTHER'],
  ['guestinfo.cloudinit.metadata', 'OTHER'],
  ['guestinfo.ignition.config.data', 'OTHER'],
  ['guestinfo.coreos.config.data', 'OTHER'],
  ['guestinfo.talos.config', 'OTHER'],
  ['guestinfo.ovfenv', 'OTHER'],
]);

const SECRET_NAME = /pass(?:word|wd|phrase|code)|pwd|secret|credential|private[-_.]?key|api[-_.]?key|token/i;

/** Stands before the reference where a secret was the value of an attribute. */
const ATTRIBUTE_REF = 'sealedRef:';

const PATH_LENGTH_MAX = 900;
const REPEATED_LENGTH_MIN = 8;
// Bounds the search for values inside other texts; values that stand alone are found whatever their number.
const SEARCHED_VALUES_MAX = 64;

interface Cutter {
  readonly secrets: CutSecret[];
  readonly paths: Set<string>;
}

/** Cuts all secrets out of a tree. The given tree is not changed. */
export function cutSecrets(tree: ConfigInfoTree): CutTree {
  const cutter: Cutter = { secrets: [], paths: new Set() };
  const named = cutObject(tree.root, '', cutter);
  const values = searchedValues(cutter.secrets);
  const root = values.size === 0 ? named : cutRepeated(named, '', values, cutter);
  return { tree: { root: root as ObjectNode, moRef: tree.moRef }, secrets: cutter.secrets };
}

/** Tells whether a text holds one of these secrets, by the rule that cuts repeated values out of a tree. */
export function secretSearch(secrets: readonly CutSecret[]): (text: string) => boolean {
  const values = searchedValues(secrets);
  return (text) => holdsOneOf(text, values);
}

function searchedValues(secrets: readonly CutSecret[]): ReadonlySet<string> {
  return new Set(secrets.map(({ value }) => value).filter((value) => value.length >= REPEATED_LENGTH_MIN));
}

/** The tree with every `sealedRef` replaced by what `rename` gives for it. */
export function renameSealedRefs(tree: ConfigInfoTree, rename: (sealedRef: string) => string): ConfigInfoTree {
  return { root: renameIn(tree.root, rename) as ObjectNode, moRef: tree.moRef };
}

function renameIn(node: ConfigNode, rename: (sealedRef: string) => string): ConfigNode {
  switch (node.kind) {
    case 'sealed':
      return { ...node, sealedRef: rename(node.sealedRef) };
    case 'list':
      return { kind: 'list', items: node.items.map((item) => renameIn(item, rename)) };
    case 'object':
      return {
        ...node,
        fields: node.fields.map(({ name, value }) => ({ name, value: renameIn(value, rename) })),
        ...renameInAttributes(node.attributes, rename),
      };
    default:
      return { ...node, ...renameInAttributes(node.attributes, rename) };
  }
}

/** Only attributes that name a secret are ever cut, so no other text of a document is taken for a reference. */
function renameInAttributes(
  attributes: readonly NodeAttribute[] | undefined,
  rename: (sealedRef: string) => string,
): { attributes?: readonly NodeAttribute[] } {
  if (attributes === undefined) {
    return {};
  }
  return {
    attributes: attributes.map(({ name, value }) =>
      SECRET_NAME.test(name) && value.startsWith(ATTRIBUTE_REF)
        ? { name, value: `${ATTRIBUTE_REF}${rename(value.slice(ATTRIBUTE_REF.length))}` }
        : { name, value },
    ),
  };
}

function cutObject(node: ObjectNode, path: string, cutter: Cutter): ObjectNode {
  const ownKinds = secretFields(node);
  const fields: NodeField[] = [];
  for (const { name, value } of node.fields) {
    const at = fieldPath(path, name);
    const kind = ownKinds(name);
    fields.push({ name, value: kind === null ? cutNode(value, at, cutter) : sealNode(value, kind, at, cutter) });
  }
  return { ...node, fields, ...cutAttributes(node.attributes, path, cutter) };
}

/** Tells for each field name of one object whether its value is a secret, and of which kind. */
function secretFields(node: ObjectNode): (name: string) => SecretKind | null {
  const names = ['key', 'Key', 'id', 'type', 'name'];
  const [key = null, upperKey = null, id = null, type = null, name = null] = names.map((field) => textAt(node, field));
  const optionKind = secretKey(key ?? upperKey) ?? secretKey(name);
  const isPassword = type?.toLowerCase().startsWith('password') === true || (id !== null && SECRET_NAME.test(id));
  return (field) => {
    const lower = field.toLowerCase();
    if (lower === 'value' && optionKind !== null) {
      return optionKind;
    }
    if (isPassword && (lower === 'value' || lower === 'defaultvalue')) {
      return 'OTHER';
    }
    return SECRET_NAME.test(field) ? 'OTHER' : null;
  };
}

function secretKey(key: string | null): SecretKind | null {
  if (key === null) {
    return null;
  }
  return SECRET_KEYS.get(key.trim().toLowerCase()) ?? (SECRET_NAME.test(key) ? 'OTHER' : null);
}

function cutNode(node: ConfigNode, path: string, cutter: Cutter): ConfigNode {
  switch (node.kind) {
    case 'object':
      return cutObject(node, path, cutter);
    case 'list':
      return {
        kind: 'list',
        items: node.items.map((item, index) => cutNode(item, itemPath(path, item, index), cutter)),
      };
    case 'sealed':
      return node;
    default:
      return { ...node, ...cutAttributes(node.attributes, path, cutter) };
  }
}

function sealNode(node: ConfigNode, kind: SecretKind, path: string, cutter: Cutter): ConfigNode {
  if (node.kind === 'sealed' || (node.kind === 'text' && node.text === '')) {
    return node;
  }
  const value = node.kind === 'text' ? node.text : serialiseNode(node);
  return { kind: 'sealed', sealedRef: keep(value, kind, path, cutter), type: node.kind === 'text' ? node.type : null };
}

function keep(value: string, kind: SecretKind, path: string, cutter: Cutter): string {
  const placeholder = `secret-${cutter.secrets.length + 1}`;
  const short = path.slice(0, PATH_LENGTH_MAX);
  let unique = short;
  for (let count = 2; cutter.paths.has(unique); count += 1) {
    unique = `${short}#${cutter.secrets.length + count}`;
  }
  cutter.paths.add(unique);
  cutter.secrets.push({ placeholder, kind, path: unique, value });
  return placeholder;
}

function cutAttributes(
  attributes: readonly NodeAttribute[] | undefined,
  path: string,
  cutter: Cutter,
): { attributes?: readonly NodeAttribute[] } {
  if (attributes === undefined) {
    return {};
  }
  return {
    attributes: attributes.map(({ name, value }) =>
      SECRET_NAME.test(name) && value !== ''
        ? { name, value: `${ATTRIBUTE_REF}${keep(value, 'OTHER', `${path}/@${name}`, cutter)}` }
        : { name, value },
    ),
  };
}

function cutRepeated(node: ConfigNode, path: string, values: ReadonlySet<string>, cutter: Cutter): ConfigNode {
  switch (node.kind) {
    case 'object': {
      const fields = node.fields.map(({ name, value }) => ({
        name,
        value: cutRepeated(value, fieldPath(path, name), values, cutter),
      }));
      return { ...node, fields };
    }
    case 'list': {
      const items = node.items.map((item, index) => cutRepeated(item, itemPath(path, item, index), values, cutter));
      return { kind: 'list', items };
    }
    case 'text':
      return holdsOneOf(node.text, values) ? sealNode(node, 'OTHER', path, cutter) : node;
    default:
      return node;
  }
}

function holdsOneOf(text: string, values: ReadonlySet<string>): boolean {
  if (values.has(text)) {
    return true;
  }
  let searched = 0;
  for (const value of values) {
    if (searched === SEARCHED_VALUES_MAX) {
      return false;
    }
    searched += 1;
    if (text.length > value.length && text.includes(value)) {
      return true;
    }
  }
  return false;
}
