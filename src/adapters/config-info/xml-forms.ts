/** Finds the ConfigInfo in an XML document and turns it into the neutral tree. */
import type {
  ConfigInfoTree,
  ConfigNode,
  NodeAttribute,
  NodeField,
  NotUnderstood,
  ObjectNode,
} from '../../domain/config-info/node.js';
import { fieldPath, itemPath } from '../../domain/config-info/node.js';
import {
  CONFIG_INFO_TYPE,
  SCALAR_TYPES,
  type Vim25Field,
  vim25Field,
  vim25Type,
} from '../../domain/config-info/vim25-types.js';
import { notAVirtualMachine } from './find-config-info.js';
import { namespaceOf, VIM25_NAMESPACE, type XmlElement, XSD_NAMESPACE, XSI_NAMESPACE } from './xml-reader.js';

export interface ReadTree {
  readonly tree: ConfigInfoTree;
  readonly notes: readonly NotUnderstood[];
}

interface FoundElement {
  readonly element: XmlElement;
  readonly moRef: { type: string; value: string } | null;
}

/** Turns a parsed document into a tree. Throws `Refusal` NOT_A_VIRTUAL_MACHINE. */
export function treeFromXml(document: XmlElement): ReadTree {
  const found: FoundElement[] = [];
  const properties: string[] = [];
  findConfigInfo(document, null, true, found, properties);
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw notAVirtualMachine(found.length, properties);
  }
  const notes: NotUnderstood[] = [];
  const root = objectNode(first.element, CONFIG_INFO_TYPE, CONFIG_INFO_TYPE, '', notes);
  // The root's own type is written by whoever wraps it, and says nothing beyond what it is.
  const { typeStated: _stated, ...bare } = root;
  return { tree: { root: bare, moRef: first.moRef }, notes };
}

function findConfigInfo(
  element: XmlElement,
  moRef: FoundElement['moRef'],
  isRoot: boolean,
  found: FoundElement[],
  properties: string[],
): void {
  const type = statedType(element);
  if (type === CONFIG_INFO_TYPE || (type === null && looksLikeConfigInfo(element, isRoot))) {
    found.push({ element, moRef });
    return;
  }
  const near = moRefOf(element) ?? moRef;
  const property = element.name === 'propSet' ? childText(element, 'name') : null;
  if (property?.startsWith('config.') === true) {
    properties.push(property);
  }
  for (const child of element.children) {
    findConfigInfo(child, near, false, found, properties);
  }
}

/** An untyped `<config>`, or a document whose root is one under another name. */
function looksLikeConfigInfo(element: XmlElement, isRoot: boolean): boolean {
  if (element.name !== 'config' && !isRoot) {
    return false;
  }
  const names = new Set(element.children.map((child) => child.name));
  return names.has('hardware') && (names.has('files') || names.has('version') || names.has('uuid'));
}

/** The `<obj type="VirtualMachine">vm-42</obj>` of an ObjectContent or ObjectUpdate. */
function moRefOf(element: XmlElement): FoundElement['moRef'] {
  for (const child of element.children) {
    const type = child.name === 'obj' ? attributeOf(child, '', 'type') : null;
    if (type !== null && child.children.length === 0) {
      return type === 'VirtualMachine' ? { type, value: child.text.trim() } : null;
    }
  }
  return null;
}

function childText(element: XmlElement, name: string): string | null {
  return element.children.find((child) => child.name === name)?.text.trim() ?? null;
}

function attributeOf(element: XmlElement, namespace: string, name: string): string | null {
  for (const attribute of element.attributes) {
    if (attribute.name === name && attribute.namespace === namespace) {
      return attribute.value;
    }
  }
  return null;
}

/** `xsi:type`, its prefix resolved: `xsd:` for XML Schema's own, bare for vim25's, `{namespace}name` for others. */
function statedType(element: XmlElement): string | null {
  const stated = attributeOf(element, XSI_NAMESPACE, 'type')?.trim();
  if (stated === undefined || stated === '') {
    return null;
  }
  const colon = stated.indexOf(':');
  const prefix = colon === -1 ? '' : stated.slice(0, colon);
  const name = stated.slice(colon + 1);
  const namespace = namespaceOf(element.namespaces, prefix) ?? (prefix === '' ? '' : null);
  if (namespace === XSD_NAMESPACE) {
    return `xsd:${name}`;
  }
  if (namespace === null) {
    return `{unbound}${stated}`;
  }
  return namespace === VIM25_NAMESPACE || namespace === '' ? name : `{${namespace}}${name}`;
}

function valueNode(element: XmlElement, declared: string | null, path: string, notes: NotUnderstood[]): ConfigNode {
  const stated = statedType(element);
  const type = stated ?? (declared === 'anyType' ? null : declared);
  const isReference = type === 'ManagedObjectReference' || type?.startsWith('ref.') === true;
  const refType = attributeOf(element, '', 'type');
  const hasChildren = element.children.length > 0;
  if (!hasChildren && refType !== null && (isReference || type === null)) {
    const attributes = extraAttributes(element, true);
    return {
      kind: 'reference',
      refType,
      value: element.text,
      ...(stated === null ? {} : { typeStated: true }),
      ...(attributes.length === 0 ? {} : { attributes }),
    };
  }
  const knownObject = type !== null && vim25Type(type) !== null;
  if (hasChildren || (knownObject && element.text.trim() === '')) {
    return objectNode(element, type, declared, path, notes);
  }
  const attributes = extraAttributes(element, false);
  return {
    kind: 'text',
    type: stated,
    text: element.text,
    ...(attributes.length === 0 ? {} : { attributes }),
  };
}

function objectNode(
  element: XmlElement,
  type: string | null,
  declared: string | null,
  path: string,
  notes: NotUnderstood[],
): ObjectNode {
  const scalarOrNone = type === null || SCALAR_TYPES.has(type) || type.startsWith('ref.');
  const ownType = scalarOrNone ? null : type;
  const attributes = extraAttributes(element, false);
  const redundant = statedType(element) !== null && statedType(element) === declared;
  return {
    kind: 'object',
    type: ownType,
    ...(redundant ? { typeStated: true } : {}),
    fields: fieldsOf(element, ownType, path, notes),
    ...(attributes.length === 0 ? {} : { attributes }),
  };
}

function fieldsOf(element: XmlElement, type: string | null, path: string, notes: NotUnderstood[]): NodeField[] {
  const fields: NodeField[] = [];
  if (element.text.trim() !== '') {
    fields.push({ name: '#text', value: { kind: 'text', type: null, text: element.text } });
    notes.push({ path, reason: 'text stands between elements' });
  }
  const { children } = element;
  let start = 0;
  while (start < children.length) {
    const first = children[start] as XmlElement;
    let end = start + 1;
    while (
      end < children.length &&
      children[end]?.name === first.name &&
      children[end]?.namespace === first.namespace
    ) {
      end += 1;
    }
    const name = fieldName(first);
    const field = vim25Field(type, name);
    const at = fieldPath(path, name);
    fields.push({ name, value: fieldValue(children.slice(start, end), field, at, notes) });
    start = end;
  }
  return fields;
}

function fieldValue(
  elements: readonly XmlElement[],
  field: Vim25Field | null,
  path: string,
  notes: NotUnderstood[],
): ConfigNode {
  const declared = field?.type ?? null;
  if (elements.length === 1 && field?.list !== true) {
    return valueNode(elements[0] as XmlElement, declared, path, notes);
  }
  const items = elements.map((element, index) => {
    const own: NotUnderstood[] = [];
    const item = valueNode(element, declared, '', own);
    for (const note of own) {
      notes.push({ path: fieldPath(itemPath(path, item, index), note.path), reason: note.reason });
    }
    return item;
  });
  return { kind: 'list', items };
}

function fieldName(element: XmlElement): string {
  const own = element.namespace === VIM25_NAMESPACE || element.namespace === '';
  return own ? element.name : `{${element.namespace}}${element.name}`;
}

/** Attributes beside `xsi:type` and a reference's `type`: vim25 has hardly any, all are kept. */
function extraAttributes(element: XmlElement, isReference: boolean): NodeAttribute[] {
  const kept: NodeAttribute[] = [];
  for (const { namespace, name, value } of element.attributes) {
    if ((namespace === XSI_NAMESPACE && name === 'type') || (isReference && namespace === '' && name === 'type')) {
      continue;
    }
    kept.push({ name: namespace === '' ? name : `{${namespace}}${name}`, value });
  }
  return kept;
}
