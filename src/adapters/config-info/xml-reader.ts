/**
 * Reads XML 1.0 with namespaces into plain elements. Document type declarations are refused before anything in them has
 * an effect, so no entity is ever defined, expanded or fetched.
 */
import { SaxesParser } from 'saxes';
import { Refusal } from './refusal.js';

export const VIM25_NAMESPACE = 'urn:vim25';
export const XSI_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';
export const XSD_NAMESPACE = 'http://www.w3.org/2001/XMLSchema';

export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** All but namespace declarations. */
  readonly attributes: readonly XmlAttribute[];
  /** Prefixes in force here: names inside attribute values (`xsi:type`) are resolved with them. */
  readonly namespaces: NamespaceScope | null;
  readonly children: XmlElement[];
  /** Character data directly inside, CDATA included, in one piece. */
  text: string;
}

/** Chained, not copied: a hostile document may declare a prefix in every element. */
export interface NamespaceScope {
  readonly declared: Readonly<Record<string, string>>;
  readonly outer: NamespaceScope | null;
}

export interface XmlAttribute {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

/** Reads one XML document. Throws `Refusal` with TRUNCATED, MALFORMED, DTD_FORBIDDEN or TOO_DEEP. */
export function readXml(text: string, depthMax: number): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const stack: XmlElement[] = [];
  let root: XmlElement | null = null;
  let ending = false;

  parser.on('error', (error) => {
    if (ending) {
      throw new Refusal('TRUNCATED', 'the XML document ends in the middle: send the whole document', parser.line);
    }
    throw new Refusal('MALFORMED', `the document is not well-formed XML: ${withoutValue(error.message)}`, parser.line);
  });
  parser.on('opentag', (tag) => {
    if (stack.length >= depthMax) {
      throw new Refusal('TOO_DEEP', `XML elements are nested deeper than ${depthMax} levels`, parser.line);
    }
    const attributes: XmlAttribute[] = [];
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns') {
        attributes.push({ namespace: attribute.uri, name: attribute.local, value: attribute.value });
      }
    }
    const element: XmlElement = {
      namespace: tag.uri,
      name: tag.local,
      attributes,
      namespaces: innerScope(stack.at(-1)?.namespaces ?? null, tag.ns),
      children: [],
      text: '',
    };
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  const addText = (piece: string): void => {
    const open = stack.at(-1);
    if (open !== undefined) {
      open.text += piece;
    }
  };
  parser.on('text', addText);
  parser.on('cdata', addText);

  refuseDoctype(text);
  parser.write(text);
  ending = true;
  parser.close();
  if (root === null) {
    throw new Refusal('TRUNCATED', 'the XML document holds no element');
  }
  return root;
}

/**
 * A declaration can only stand before the first element: look there, so that nothing of it reaches the parser, not even
 * when it is cut off before its end.
 */
function refuseDoctype(text: string): void {
  let position = text.startsWith('\ufeff') ? 1 : 0;
  for (;;) {
    position += /^\s*/.exec(text.slice(position, position + 4096))?.[0].length ?? 0;
    const end = endOfMisc(text, position);
    if (end === null) {
      break;
    }
    position = end;
  }
  if (/^<!DOCTYPE/i.test(text.slice(position, position + 9))) {
    throw new Refusal(
      'DTD_FORBIDDEN',
      'the XML document has a document type declaration, which is never accepted: vSphere writes none',
      text.slice(0, position).split('\n').length,
    );
  }
}

/** Where the comment, processing instruction or further white space at `position` ends; null for anything else. */
function endOfMisc(text: string, position: number): number | null {
  if (/\s/.test(text.charAt(position))) {
    return position;
  }
  const closing = text.startsWith('<!--', position) ? '-->' : text.startsWith('<?', position) ? '?>' : null;
  if (closing === null) {
    return null;
  }
  const end = text.indexOf(closing, position + 2);
  return end === -1 ? null : end + closing.length;
}

function innerScope(outer: NamespaceScope | null, declared: Readonly<Record<string, string>> | undefined) {
  // Saxes gives an empty record to an element that declares nothing.
  for (const _prefix in declared) {
    return { declared, outer };
  }
  return outer;
}

/** The namespace that a prefix is bound to ("" is the default one), or null. */
export function namespaceOf(scope: NamespaceScope | null, prefix: string): string | null {
  for (let current = scope; current !== null; current = current.outer) {
    if (Object.hasOwn(current.declared, prefix)) {
      return current.declared[prefix] ?? null;
    }
  }
  return null;
}

/** The parser's message ends in what it met after a colon: that may be a piece of a value and is left out. */
function withoutValue(message: string): string {
  const text = message.replace(/^\d+:\d+:\s*/, '');
  return (text.split(':')[0] ?? '').replace(/\.$/, '');
}
