/**
 * The neutral tree of a ConfigInfo document, whatever form it came in (vim25 XML or JSON).
 *
 * Preserved: names, order of fields (as read from XML; JSON is put into the order of the schema), types as stated, the
 * exact text of every number, date, boolean and string, attributes other than XML housekeeping, unknown types and
 * fields. Not preserved, because it carries no meaning in vim25: namespace prefixes, white space between elements,
 * comments, processing instructions, the difference between "absent", JSON `null` and an empty list, and pyVmomi's
 * empty `dynamicType` and `dynamicProperty`. Elements without a namespace count as `urn:vim25`.
 */

export type ConfigNode = ObjectNode | ListNode | TextNode | ReferenceNode | SealedNode;

/** A data object. Field names may repeat in a hostile document: all are kept, readers take the first. */
export interface ObjectNode {
  readonly kind: 'object';
  /** vim25 name of its type: stated, or declared by the field that holds it; null when neither tells. */
  readonly type: string | null;
  /** Present when the document stated the type although the schema declares the very same one. */
  readonly typeStated?: true;
  readonly fields: readonly NodeField[];
  readonly attributes?: readonly NodeAttribute[];
}

export interface NodeField {
  /** Field name; `{namespace}name` for an element of a foreign namespace. */
  readonly name: string;
  readonly value: ConfigNode;
}

export interface NodeAttribute {
  /** `name`, or `{namespace}name`. */
  readonly name: string;
  readonly value: string;
}

/** A field that holds many values: never empty when read from a document. */
export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly ConfigNode[];
}

/** A scalar in its exact text. `type` is the type that the document stated (`xsd:string`), else null. */
export interface TextNode {
  readonly kind: 'text';
  readonly type: string | null;
  readonly text: string;
  readonly attributes?: readonly NodeAttribute[];
}

/** A reference to a managed object: class name and id (`Datastore`, `datastore-21`). */
export interface ReferenceNode {
  readonly kind: 'reference';
  readonly refType: string;
  readonly value: string;
  readonly typeStated?: true;
  readonly attributes?: readonly NodeAttribute[];
}

/** The place of a secret that was cut out. `sealedRef` names the sealed row, or a placeholder until there is one. */
export interface SealedNode {
  readonly kind: 'sealed';
  readonly sealedRef: string;
  readonly type: string | null;
}

export interface ConfigInfoTree {
  readonly root: ObjectNode;
  /** The virtual machine that the document named beside its ConfigInfo, or null. */
  readonly moRef: { readonly type: string; readonly value: string } | null;
}

export type ConfigInfoForm = 'XML' | 'GOVC_JSON' | 'PYVMOMI_JSON';

/** Something that was kept as it stood because its meaning is not known. `path` is a vSphere property path. */
export interface NotUnderstood {
  readonly path: string;
  readonly reason: string;
}

export type ConfigInfoProblemCode =
  | 'TOO_LARGE'
  | 'TRUNCATED'
  | 'MALFORMED'
  | 'NOT_A_VIRTUAL_MACHINE'
  | 'VMX_ONLY'
  | 'DTD_FORBIDDEN'
  | 'TOO_DEEP';

/** Why a document was refused. `message` never quotes a value of the document. */
export interface ConfigInfoProblem {
  readonly code: ConfigInfoProblemCode;
  readonly message: string;
  readonly path?: string;
  /** Line in the document, from 1. */
  readonly line?: number;
}

export type ConfigInfoOutcome =
  | {
      readonly ok: true;
      readonly tree: ConfigInfoTree;
      readonly form: ConfigInfoForm;
      readonly notUnderstood: readonly NotUnderstood[];
    }
  | { readonly ok: false; readonly problem: ConfigInfoProblem };

export interface ConfigInfoLimits {
  /** Largest document, bytes in UTF-8. */
  readonly documentBytesMax: number;
  /** Deepest nesting of elements or JSON values. */
  readonly depthMax: number;
}

export const CONFIG_INFO_LIMITS: ConfigInfoLimits = { documentBytesMax: 8 * 1024 * 1024, depthMax: 64 };

/** Reads a ConfigInfo document in any of its forms; bad input is data in the outcome, never an exception. */
export type ParseConfigInfo = (text: string, limits?: ConfigInfoLimits) => ConfigInfoOutcome;

/** The first field of this name, or null. */
export function fieldOf(node: ConfigNode | null, name: string): ConfigNode | null {
  if (node === null || node.kind !== 'object') {
    return null;
  }
  for (const field of node.fields) {
    if (field.name === name) {
      return field.value;
    }
  }
  return null;
}

/** The node at the end of a chain of field names, or null where the chain breaks. */
export function nodeAt(node: ConfigNode | null, ...names: readonly string[]): ConfigNode | null {
  let current = node;
  for (const name of names) {
    current = fieldOf(current, name);
  }
  return current;
}

/** The text of a scalar field, or null when it is absent, sealed, or no scalar. */
export function textAt(node: ConfigNode | null, ...names: readonly string[]): string | null {
  const found = nodeAt(node, ...names);
  return found !== null && found.kind === 'text' ? found.text : null;
}

/** The items of a list field, from every field of that name; a single value counts as a list of one. */
export function itemsAt(node: ConfigNode | null, name: string): readonly ConfigNode[] {
  if (node === null || node.kind !== 'object') {
    return [];
  }
  const items: ConfigNode[] = [];
  for (const field of node.fields) {
    if (field.name !== name) {
      continue;
    }
    if (field.value.kind === 'list') {
      for (const item of field.value.items) {
        items.push(item);
      }
    } else {
      items.push(field.value);
    }
  }
  return items;
}

/** Property path of a field below `parent` (`hardware.device`). */
export function fieldPath(parent: string, name: string): string {
  return parent === '' ? name : `${parent}.${name}`;
}

const KEY_IN_PATH_LENGTH_MAX = 80;

/** Path of a list item: by its `key`, as vSphere writes it (`device[2000]`, `extraConfig["nvram"]`), else `[#0]`. */
export function itemPath(parent: string, item: ConfigNode, index: number): string {
  const key = textAt(item, 'key');
  if (key === null) {
    return `${parent}[#${index}]`;
  }
  if (/^-?\d{1,18}$/.test(key)) {
    return `${parent}[${key}]`;
  }
  return `${parent}[${JSON.stringify(key.slice(0, KEY_IN_PATH_LENGTH_MAX))}]`;
}
