/**
 * Reads JSON (RFC 8259) without the losses of `JSON.parse`: numbers keep their text, members keep their order, repeated
 * members are all kept, `__proto__` is a name like any other, nesting is bounded, and a cut-off document is told apart
 * from a malformed one.
 */
import { isXmlText, Refusal } from './refusal.js';

export type JsonValue =
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonValue[] }
  | { readonly kind: 'string' | 'number' | 'boolean'; readonly text: string }
  | { readonly kind: 'null' };

export interface JsonMember {
  readonly name: string;
  readonly value: JsonValue;
}

interface Reader {
  readonly text: string;
  readonly depthMax: number;
  position: number;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// All but the quote, the backslash and what lies below the space.
const PLAIN_TEXT = /[ !#-[\]-\uffff]*/y;
const ESCAPED: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const NULL: JsonValue = { kind: 'null' };

/**
 * Reads one JSON document. Throws `Refusal` with TRUNCATED, MALFORMED or TOO_DEEP.
 *
 * A second document after the first is refused, except white space.
 */
export function readJson(text: string, depthMax: number): JsonValue {
  const reader: Reader = { text, depthMax, position: text.startsWith('\ufeff') ? 1 : 0 };
  const value = readValue(reader, 1);
  skipSpace(reader);
  if (reader.position < text.length) {
    throw malformed(reader, 'text stands after the end of the JSON value');
  }
  return value;
}

function readValue(reader: Reader, depth: number): JsonValue {
  skipSpace(reader);
  const character = reader.text[reader.position];
  if (depth > reader.depthMax && (character === '{' || character === '[')) {
    throw new Refusal('TOO_DEEP', `JSON values are nested deeper than ${reader.depthMax} levels`, lineOf(reader));
  }
  switch (character) {
    case undefined:
      throw truncated(reader);
    case '{':
      return readObject(reader, depth);
    case '[':
      return readArray(reader, depth);
    case '"':
      return { kind: 'string', text: readString(reader) };
    case 't':
      readWord(reader, 'true');
      return { kind: 'boolean', text: 'true' };
    case 'f':
      readWord(reader, 'false');
      return { kind: 'boolean', text: 'false' };
    case 'n':
      readWord(reader, 'null');
      return NULL;
    default:
      return readNumber(reader);
  }
}

function readObject(reader: Reader, depth: number): JsonValue {
  const members: JsonMember[] = [];
  reader.position += 1;
  skipSpace(reader);
  if (reader.text[reader.position] === '}') {
    reader.position += 1;
    return { kind: 'object', members };
  }
  for (;;) {
    skipSpace(reader);
    const quote = reader.text[reader.position];
    if (quote === undefined) {
      throw truncated(reader);
    }
    if (quote !== '"') {
      throw malformed(reader, 'a member name in quotes was expected');
    }
    const name = readString(reader);
    expect(reader, ':');
    members.push({ name, value: readValue(reader, depth + 1) });
    if (readSeparator(reader, '}')) {
      return { kind: 'object', members };
    }
  }
}

function readArray(reader: Reader, depth: number): JsonValue {
  const items: JsonValue[] = [];
  reader.position += 1;
  skipSpace(reader);
  if (reader.text[reader.position] === ']') {
    reader.position += 1;
    return { kind: 'array', items };
  }
  for (;;) {
    items.push(readValue(reader, depth + 1));
    if (readSeparator(reader, ']')) {
      return { kind: 'array', items };
    }
  }
}

/** Passes `,` (false) or the closing bracket (true). */
function readSeparator(reader: Reader, closing: string): boolean {
  skipSpace(reader);
  const character = reader.text[reader.position];
  if (character === undefined) {
    throw truncated(reader);
  }
  if (character !== ',' && character !== closing) {
    throw malformed(reader, `"," or "${closing}" was expected`);
  }
  reader.position += 1;
  return character === closing;
}

function readString(reader: Reader): string {
  const parts: string[] = [];
  reader.position += 1;
  for (;;) {
    PLAIN_TEXT.lastIndex = reader.position;
    const plain = PLAIN_TEXT.exec(reader.text)?.[0] ?? '';
    reader.position += plain.length;
    if (plain !== '') {
      parts.push(plain);
    }
    const character = reader.text[reader.position];
    if (character === undefined) {
      throw truncated(reader);
    }
    if (character === '"') {
      reader.position += 1;
      break;
    }
    if (character !== '\\') {
      throw malformed(reader, 'a control character stands inside a string');
    }
    parts.push(readEscape(reader));
  }
  const text = parts.length === 1 ? (parts[0] ?? '') : parts.join('');
  if (!isXmlText(text)) {
    throw malformed(reader, 'a string holds a character that vim25 cannot carry (control character or half a pair)');
  }
  return text;
}

function readEscape(reader: Reader): string {
  const letter = reader.text[reader.position + 1];
  if (letter === undefined) {
    throw truncated(reader);
  }
  if (letter !== 'u') {
    const meaning = Object.hasOwn(ESCAPED, letter) ? ESCAPED[letter] : undefined;
    if (meaning === undefined) {
      throw malformed(reader, 'a string holds an unknown escape');
    }
    reader.position += 2;
    return meaning;
  }
  const digits = reader.text.slice(reader.position + 2, reader.position + 6);
  if (!/^[0-9a-fA-F]*$/.test(digits)) {
    throw malformed(reader, 'a string holds a broken \\u escape');
  }
  if (digits.length < 4) {
    throw truncated(reader);
  }
  reader.position += 6;
  return String.fromCharCode(Number.parseInt(digits, 16));
}

function readNumber(reader: Reader): JsonValue {
  NUMBER.lastIndex = reader.position;
  const found = NUMBER.exec(reader.text);
  if (found === null) {
    // "-" alone at the end is a number cut off, anything else is no JSON value at all.
    throw reader.text.slice(reader.position) === '-'
      ? truncated(reader)
      : malformed(reader, 'no JSON value begins here');
  }
  reader.position += found[0].length;
  return { kind: 'number', text: found[0] };
}

function readWord(reader: Reader, word: string): void {
  const found = reader.text.slice(reader.position, reader.position + word.length);
  if (found !== word) {
    const cutOff = reader.position + found.length === reader.text.length && word.startsWith(found);
    throw cutOff ? truncated(reader) : malformed(reader, 'no JSON value begins here');
  }
  reader.position += word.length;
}

function expect(reader: Reader, character: string): void {
  skipSpace(reader);
  const found = reader.text[reader.position];
  if (found === undefined) {
    throw truncated(reader);
  }
  if (found !== character) {
    throw malformed(reader, `"${character}" was expected`);
  }
  reader.position += 1;
}

function skipSpace(reader: Reader): void {
  for (;;) {
    const code = reader.text.charCodeAt(reader.position);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) {
      return;
    }
    reader.position += 1;
  }
}

function truncated(reader: Reader): Refusal {
  return new Refusal('TRUNCATED', 'the JSON document ends in the middle: send the whole document', lineOf(reader));
}

function malformed(reader: Reader, what: string): Refusal {
  return new Refusal('MALFORMED', `the document is not JSON: ${what}`, lineOf(reader));
}

function lineOf(reader: Reader): number {
  let line = 1;
  for (let at = reader.text.indexOf('\n'); at !== -1 && at < reader.position; at = reader.text.indexOf('\n', at + 1)) {
    line += 1;
  }
  return line;
}
