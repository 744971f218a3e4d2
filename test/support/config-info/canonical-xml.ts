/**
 * Canonical text of an XML document, written apart from the code under test: namespaces resolved, prefixes gone (also
 * inside `xsi:type`), attributes sorted, white space between elements gone.
 */
import { SaxesParser } from 'saxes';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** One line a start tag, text or end tag. */
export function canonicalXml(text: string): string {
  const parser = new SaxesParser({ xmlns: true });
  const lines: string[] = [];
  const scopes: Record<string, string>[] = [{}];
  let pending = '';
  const flush = (): void => {
    if (pending.trim() !== '') {
      lines.push(`"${pending}"`);
    }
    pending = '';
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    flush();
    const scope = { ...scopes.at(-1), ...tag.ns };
    scopes.push(scope);
    const attributes = Object.values(tag.attributes)
      .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
      .map(
        ({ uri, local, value }) =>
          `{${uri}}${local}=${uri === XSI && local === 'type' ? resolve(value, scope) : value}`,
      )
      .sort();
    lines.push(`<{${tag.uri}}${tag.local} ${attributes.join(' ')}`.trim());
  });
  parser.on('closetag', () => {
    flush();
    scopes.pop();
    lines.push('/');
  });
  parser.on('text', (piece) => {
    pending += piece;
  });
  parser.on('cdata', (piece) => {
    pending += piece;
  });
  parser.write(text).close();
  return lines.join('\n');
}

/** Only the lines of the first element that states this type, its own name and attributes left out. */
export function canonicalContentOf(text: string, type: string): string {
  const lines = canonicalXml(text).split('\n');
  const start = lines.findIndex((line) => line.startsWith('<') && line.includes(`{${XSI}}type={urn:vim25}${type}`));
  let depth = 0;
  for (let index = start; index < lines.length; index += 1) {
    depth += lines[index]?.startsWith('<') === true ? 1 : 0;
    depth -= lines[index] === '/' ? 1 : 0;
    if (depth === 0) {
      return lines.slice(start + 1, index).join('\n');
    }
  }
  throw new Error(`no element of type ${type}`);
}

function resolve(name: string, scope: Record<string, string>): string {
  const [prefix, local] = name.includes(':') ? name.split(':', 2) : ['', name];
  return `{${scope[prefix ?? ''] ?? '?'}}${local}`;
}
