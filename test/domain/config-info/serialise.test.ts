/**
 * Goal: a tree survives its stored form and every written form, whatever is in it.
 * Method: random trees, odd names and texts among them, with the seed printed; the stored form spelt out once; damaged
 * stored forms.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseConfigInfoJson, parseConfigInfoXml } from '../../../src/adapters/config-info/parse-config-info.js';
import type { ConfigInfoTree, ConfigNode, NodeField, ObjectNode } from '../../../src/domain/config-info/node.js';
import { readSerialisedConfigInfo, serialiseConfigInfo } from '../../../src/domain/config-info/serialise.js';
import { toJson } from '../../../src/domain/config-info/to-json.js';
import { toXml } from '../../../src/domain/config-info/to-xml.js';
import { treeOf } from '../../support/config-info/sample.js';

const oddText = fc.oneof(
  fc.string({ maxLength: 10 }),
  fc.constantFrom(
    '',
    ' ',
    '<a>&amp;',
    ']]>',
    '"\'',
    '\r\n\t',
    'ü€😀',
    '__proto__',
    '{x}y',
    '-0',
    '9223372036854775807',
  ),
);
const xmlText = oddText.map((text) => text.replace(/[^\t\n\r -~\u00a0-\ud7ff😀]/gu, '?'));
const oddName = fc.oneof(
  fc.constantFrom('name', 'hardware', '__proto__', 'constructor', 'a-b', '{urn:x}y'),
  fc.stringMatching(/^[a-z]{1,8}$/),
);

const { node } = fc.letrec<{ node: ConfigNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.record({ kind: fc.constant('text' as const), type: fc.constantFrom(null, 'xsd:string'), text: oddText }),
    fc.record({ kind: fc.constant('reference' as const), refType: fc.constant('Datastore'), value: oddText }),
    fc.record({ kind: fc.constant('sealed' as const), sealedRef: oddText, type: fc.constantFrom(null, 'xsd:string') }),
    fc.record({ kind: fc.constant('list' as const), items: fc.array(tie('node'), { maxLength: 3 }) }),
    fc.record(
      {
        kind: fc.constant('object' as const),
        type: fc.constantFrom(null, 'VirtualDisk', '{urn:x}Thing'),
        fields: fc.array(fc.record({ name: oddName, value: tie('node') }), { maxLength: 4 }),
        typeStated: fc.constant(true as const),
        attributes: fc.uniqueArray(fc.record({ name: oddName, value: oddText }), {
          minLength: 1,
          maxLength: 2,
          selector: (attribute) => attribute.name,
        }),
      },
      { requiredKeys: ['kind', 'type', 'fields'] },
    ),
  ),
}));

const tree = (fields: readonly NodeField[]): ConfigInfoTree => ({
  root: { kind: 'object', type: 'VirtualMachineConfigInfo', fields },
  moRef: { type: 'VirtualMachine', value: 'vm-1' },
});

describe('the stored form', () => {
  it('gives back every tree', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: oddName, value: node }), { maxLength: 5 }), (fields) => {
        const stored = serialiseConfigInfo(tree(fields));
        expect(readSerialisedConfigInfo(stored)).toEqual(tree(fields));
        expect(serialiseConfigInfo(readSerialisedConfigInfo(stored))).toBe(stored);
      }),
      { numRuns: 300 },
    );
  });

  it('is what its description says', () => {
    const fields: NodeField[] = [
      { name: 'name', value: { kind: 'text', type: null, text: 'a' } },
      { name: 'value', value: { kind: 'text', type: 'xsd:string', text: 'b' } },
      { name: 'datastore', value: { kind: 'reference', refType: 'Datastore', value: 'datastore-1' } },
      { name: 'key', value: { kind: 'sealed', sealedRef: 's', type: null } },
      {
        name: 'device',
        value: { kind: 'list', items: [{ kind: 'object', type: null, fields: [], typeStated: true }] },
      },
    ];
    expect(JSON.parse(serialiseConfigInfo(tree(fields)))).toEqual({
      configInfo: 1,
      moRef: ['VirtualMachine', 'vm-1'],
      root: {
        object: 'VirtualMachineConfigInfo',
        fields: [
          ['name', 'a'],
          ['value', { text: 'b', type: 'xsd:string' }],
          ['datastore', { reference: 'datastore-1', type: 'Datastore' }],
          ['key', { sealedRef: 's', type: null }],
          ['device', [{ object: null, fields: [], stated: true }]],
        ],
      },
    });
  });

  it.each([
    ['no JSON', '{'],
    ['another version', '{"configInfo":2,"moRef":null,"root":{"object":null,"fields":[]}}'],
    ['a list as root', '{"configInfo":1,"moRef":null,"root":[]}'],
    ['an object without fields', '{"configInfo":1,"moRef":null,"root":{"object":null}}'],
    ['a field that is no pair', '{"configInfo":1,"moRef":null,"root":{"object":null,"fields":[["a"]]}}'],
    ['a number', '{"configInfo":1,"moRef":null,"root":{"object":null,"fields":[["a",1]]}}'],
  ])('damaged: %s throws', (_name, text) => {
    expect(() => readSerialisedConfigInfo(text)).toThrow(Error);
  });
});

describe('written forms', () => {
  /** What a tool may give: known fields of the root with free text, and unknown ones that XML can name. */
  const scalarField = fc.record({
    name: fc.constantFrom('name', 'annotation', 'guestId', 'locationId'),
    value: xmlText.map((text): ConfigNode => ({ kind: 'text', type: null, text })),
  });
  const options = fc.array(fc.tuple(fc.stringMatching(/^[a-z.]{1,12}$/), xmlText), { minLength: 1, maxLength: 4 }).map(
    (made): NodeField => ({
      name: 'extraConfig',
      value: {
        kind: 'list',
        items: made.map(
          ([key, value]): ObjectNode => ({
            kind: 'object',
            type: 'OptionValue',
            fields: [
              { name: 'key', value: { kind: 'text', type: null, text: key } },
              { name: 'value', value: { kind: 'text', type: 'xsd:string', text: value } },
            ],
          }),
        ),
      },
    }),
  );
  const document = fc
    .tuple(fc.uniqueArray(scalarField, { selector: ({ name }) => name }), options)
    .map(([scalars, extraConfig]) => {
      const order = ['name', 'locationId', 'guestId', 'annotation'];
      scalars.sort((left, right) => order.indexOf(left.name) - order.indexOf(right.name));
      return { ...tree([...scalars, extraConfig]), moRef: null };
    });

  it('XML, JSON of either style give back the same tree', () => {
    fc.assert(
      fc.property(document, (made) => {
        expect(treeOf(parseConfigInfoXml(toXml(made)))).toEqual(made);
        expect(treeOf(parseConfigInfoJson(toJson(made, 'VI_JSON')))).toEqual(made);
        expect(treeOf(parseConfigInfoJson(toJson(made, 'PYVMOMI')))).toEqual(made);
      }),
      { numRuns: 200 },
    );
  });

  it('any tree at all is written as XML that can be read', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: oddName, value: node }), { maxLength: 4 }), (fields) => {
        const printable = JSON.parse(
          JSON.stringify(tree(fields)).replace(/\\u[0-9a-f]{4}|[^ -~]/g, '?'),
        ) as ConfigInfoTree;
        expect(parseConfigInfoXml(toXml(printable))).toMatchObject({ ok: true });
      }),
      { numRuns: 200 },
    );
  });
});
