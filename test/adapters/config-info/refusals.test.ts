/**
 * Goal: whatever is sent as ConfigInfo, the answer is a tree or a problem with a code, never an exception, never a
 * value of the document in a message.
 * Method: whole documents cut off, over the limits, of another kind, with declarations and entities, hostile JSON; each
 * with the exact code. Random cuts and random text print their seed.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  parseConfigInfo,
  parseConfigInfoJson,
  parseConfigInfoXml,
} from '../../../src/adapters/config-info/parse-config-info.js';
import { emitGovcJson } from '../../../src/demo/estate/emit-json.js';
import { emitPropertyCollectorXml } from '../../../src/demo/estate/emit-xml.js';
import { estateVirtualMachines } from '../../../src/demo/estate/virtual-machines.js';
import { toXml } from '../../../src/domain/config-info/to-xml.js';
import { CONFIG_INFO_LIMITS, type ConfigInfoOutcome } from '../../../src/domain/config-info/node.js';
import { canonicalContentOf } from '../../support/config-info/canonical-xml.js';
import { notUnderstoodOf, treeOf, xmlDocument } from '../../support/config-info/sample.js';

const machines = estateVirtualMachines();
const documents: [string, string][] = [
  ...machines.map((machine): [string, string] => [`${machine.name} as ${machine.form}`, machine.configInfo(0)]),
  ['JSON with types', emitGovcJson(machines[3]?.tree(0) ?? treeOf(parseConfigInfo('')), 'TYPED')],
];

const codeOf = (outcome: ConfigInfoOutcome): string => (outcome.ok ? 'OK' : outcome.problem.code);
const problemOf = (outcome: ConfigInfoOutcome): string => (outcome.ok ? '' : outcome.problem.message);

describe('documents that end too early', () => {
  it.each(documents)('%s, cut at every fiftieth of its length, is TRUNCATED', (_name, text) => {
    const whole = text.trimEnd();
    const codes = new Set<string>();
    for (let step = 0; step < 50; step += 1) {
      codes.add(codeOf(parseConfigInfo(whole.slice(0, Math.floor((whole.length * step) / 50)))));
    }
    expect([...codes]).toEqual(['TRUNCATED']);
  });

  it('a cut anywhere is TRUNCATED', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.double({ min: 0, max: 1, noNaN: true }), ([, text], part) => {
        const whole = text.trimEnd();
        const code = codeOf(parseConfigInfo(whole.slice(0, Math.floor((whole.length - 1) * part))));
        expect(code).toBe('TRUNCATED');
      }),
      { numRuns: 150 },
    );
  });
});

describe('documents that are refused', () => {
  const deepXml = (depth: number): string => xmlDocument({ rest: '<a>'.repeat(depth - 1) + '</a>'.repeat(depth - 1) });
  const deepJson = (depth: number): string =>
    `{"hardware":{"device":[]},"version":"vmx-21","x":${'['.repeat(depth - 1)}1${']'.repeat(depth - 1)}}`;

  it.each<[string, string, string]>([
    ['nothing', '', 'TRUNCATED'],
    ['white space', ' \n\t', 'TRUNCATED'],
    ['prose', 'the machine has two disks', 'MALFORMED'],
    ['a number', '42', 'MALFORMED'],
    ['HTML', '<!DOCTYPE html><html><body>Sign in</body></html>', 'DTD_FORBIDDEN'],
    ['HTML without declaration', '<html><body>Sign in</body></html>', 'NOT_A_VIRTUAL_MACHINE'],
    ['a tag that is not closed rightly', '<obj><name>a</obj></name>', 'MALFORMED'],
    ['two roots', `${xmlDocument()}<more/>`, 'MALFORMED'],
    ['a prefix bound to nothing', '<q:obj><hardware/></q:obj>', 'MALFORMED'],
    ['an entity that nobody defined', xmlDocument({ fields: '<annotation>&boom;</annotation>' }), 'MALFORMED'],
    ['a host', '<obj xmlns="urn:vim25"><hardware><cpuInfo/></hardware><summary/></obj>', 'NOT_A_VIRTUAL_MACHINE'],
    ['a ConfigSpec', '{"_typeName":"VirtualMachineConfigSpec","name":"a","deviceChange":[]}', 'NOT_A_VIRTUAL_MACHINE'],
    ['an empty object', '{}', 'NOT_A_VIRTUAL_MACHINE'],
    ['an empty list', '[]', 'NOT_A_VIRTUAL_MACHINE'],
    ['null in a list', '[null]', 'NOT_A_VIRTUAL_MACHINE'],
    ['two machines in XML', `<all>${xmlDocument()}${xmlDocument()}</all>`, 'NOT_A_VIRTUAL_MACHINE'],
    ['text after JSON', '{"a":1} x', 'MALFORMED'],
    ['single quotes', "{'a':1}", 'MALFORMED'],
    ['a trailing comma', '{"a":1,}', 'MALFORMED'],
    ['a number with a leading zero', '{"a":01}', 'MALFORMED'],
    ['NaN', '{"a":NaN}', 'MALFORMED'],
    ['a bare line break in a string', '{"a":"x\ny"}', 'MALFORMED'],
    ['NUL in a string', '{"a":"x\\u0000y"}', 'MALFORMED'],
    ['half a surrogate pair', '{"a":"\\ud800"}', 'MALFORMED'],
    ['XML 65 levels deep', deepXml(65), 'TOO_DEEP'],
    ['JSON 65 levels deep', deepJson(65), 'TOO_DEEP'],
    ['a million brackets', '['.repeat(1_000_000), 'TOO_DEEP'],
    ['a million elements inside each other', '<a>'.repeat(1_000_000), 'TOO_DEEP'],
  ])('%s', (_name, text, code) => {
    expect(codeOf(parseConfigInfo(text))).toBe(code);
  });

  it('and 64 levels are read', () => {
    expect(codeOf(parseConfigInfo(deepXml(64)))).toBe('OK');
    expect(codeOf(parseConfigInfo(deepJson(64)))).toBe('OK');
  });

  it('single properties are told from a whole machine', () => {
    const xml =
      '<returnval xmlns="urn:vim25"><obj ' +
      'type="VirtualMachine">vm-1</obj><propSet><name>config.hardware</name><val/></propSet></returnval>';
    expect(problemOf(parseConfigInfo(xml))).toContain('(config.hardware)');
    expect(problemOf(parseConfigInfo('[{"name":"config.hardware","val":{}}]'))).toContain('(config.hardware)');
  });

  it('the line of a fault is told', () => {
    expect(parseConfigInfoJson('{\n "a": 1,\n "b" 2\n}')).toMatchObject({ problem: { code: 'MALFORMED', line: 3 } });
    expect(parseConfigInfoXml('<a>\n<b>\n</a>')).toMatchObject({ problem: { code: 'MALFORMED', line: 3 } });
  });

  it('a message never quotes the document', () => {
    const canary = 'CANARY-in-a-value';
    for (const text of [
      `<obj><value>${canary}</vaule></obj>`,
      `<obj><${canary}:x/></obj>`,
      `<obj a="${canary}" a="${canary}"/>`,
      `<obj>&${canary};</obj>`,
      `{"a": ${canary}}`,
      `{"a": "${canary}" "b"}`,
      `[{"name":"config.x","val":"${canary}"}]`,
      `password = "${canary}"`,
    ]) {
      const outcome = parseConfigInfo(text);
      expect(outcome.ok).toBe(false);
      expect(JSON.stringify(outcome)).not.toContain(canary);
    }
  });

  it('random text and random JSON never throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.string().map((text) => `<${text}`),
        ),
        (text) => {
          expect(typeof parseConfigInfo(text).ok).toBe('boolean');
          expect(typeof parseConfigInfoXml(text).ok).toBe('boolean');
          expect(typeof parseConfigInfoJson(text).ok).toBe('boolean');
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('[S26] a .vmx file alone', () => {
  const vmx = [
    '#!/usr/bin/vmware',
    '.encoding = "UTF-8"',
    'config.version = "8"',
    'virtualHW.version = "21"',
    'scsi0:0.fileName = "web01-000001.vmdk"',
    'displayName = "web01"',
    '',
  ].join('\n');

  it.each([
    ['with Unix line ends', vmx],
    ['with Windows line ends', vmx.replace(/\n/g, '\r\n')],
    ['with a byte order mark', `\ufeff${vmx}`],
    ['of one line', 'config.version = "8"'],
  ])('%s is recognised and refused with the reason', (_name, text) => {
    const outcome = parseConfigInfo(text);
    expect(codeOf(outcome)).toBe('VMX_ONLY');
    expect(problemOf(outcome)).toContain('snapshot');
    expect(problemOf(outcome)).toContain('PropertyCollector');
  });

  it('other text with equal signs is not taken for one', () => {
    expect(codeOf(parseConfigInfo('a = 1\nb = "2"'))).toBe('MALFORMED');
    expect(codeOf(parseConfigInfo('[section]\nkey = "v"'))).toBe('MALFORMED');
  });
});

describe('size limit', () => {
  const limits = (documentBytesMax: number) => ({ ...CONFIG_INFO_LIMITS, documentBytesMax });
  const text = xmlDocument({ fields: '<annotation>größer</annotation>' });
  const bytes = new TextEncoder().encode(text).length;

  it('counts bytes of UTF-8, the last allowed and the first refused', () => {
    expect(bytes).toBeGreaterThan(text.length);
    expect(codeOf(parseConfigInfo(text, limits(bytes)))).toBe('OK');
    expect(codeOf(parseConfigInfo(text, limits(bytes - 1)))).toBe('TOO_LARGE');
  });

  it('is 8 MiB by default', () => {
    expect(codeOf(parseConfigInfo(`{"a":"${'x'.repeat(8 * 1024 * 1024)}"}`))).toBe('TOO_LARGE');
  });

  it('a document close to it is read: thousands of devices in either form', () => {
    const device = (key: number): string =>
      `<device xsi:type="VirtualDisk"><key>${key}</key><deviceInfo><label>Hard disk</label><summary>1 ` +
      `KB</summary></deviceInfo></device>`;
    let devices = '';
    for (let key = 0; devices.length < 7 * 1024 * 1024; key += 1) {
      devices += device(key);
    }
    const outcome = parseConfigInfo(xmlDocument({ devices }));
    expect(codeOf(outcome)).toBe('OK');
    const json = emitGovcJson(treeOf(outcome), 'PLAIN').slice(0, 8 * 1024 * 1024);
    expect(['OK', 'TRUNCATED']).toContain(codeOf(parseConfigInfo(json)));
  });
});

describe('declarations and entities', () => {
  const laughs = [
    '<!ENTITY a "ha">',
    ...Array.from(
      { length: 30 },
      (_, level) => `<!ENTITY a${level} "${`&a${level === 0 ? '' : level - 1};`.repeat(10)}">`,
    ),
  ].join('');
  const root = '<obj><hardware/><files/><annotation>&a29;</annotation></obj>';

  it.each([
    ['billion laughs', `<?xml version="1.0"?><!DOCTYPE obj [${laughs}]>${root}`],
    ['an external entity', `<!DOCTYPE obj [<!ENTITY x SYSTEM "file:///etc/passwd">]><obj>&x;</obj>`],
    ['a parameter entity', `<!DOCTYPE obj [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x"> %x;]><obj/>`],
    ['an external subset', `<!DOCTYPE obj SYSTEM "http://127.0.0.1:1/x.dtd"><obj/>`],
    ['behind comments and instructions', `\ufeff  <!-- a --><?b c?>\n<!-- <obj> --><!doctype obj><obj/>`],
    ['cut off inside', `<!DOCTYPE obj [<!ENTITY a "`],
  ])('%s is DTD_FORBIDDEN', (_name, text) => {
    expect(codeOf(parseConfigInfo(text))).toBe('DTD_FORBIDDEN');
  });

  it('a declaration after the first element is no document', () => {
    expect(codeOf(parseConfigInfo('<obj><!DOCTYPE a><a/></obj>'))).toBe('MALFORMED');
  });

  it('many instructions before the root take no time to pass', () => {
    expect(codeOf(parseConfigInfo(`${'<?a b?>'.repeat(20_000)}<obj/>`))).toBe('NOT_A_VIRTUAL_MACHINE');
  });

  it('the five entities of XML and character references are read', () => {
    const outcome = parseConfigInfo(
      xmlDocument({ fields: '<annotation>&lt;&gt;&amp;&quot;&apos;&#x41;&#66;</annotation>' }),
    );
    expect(JSON.stringify(treeOf(outcome))).toContain(JSON.stringify('<>&"\'AB'));
  });
});

describe('hostile JSON', () => {
  const json = (members: string): string => `{"hardware":{"device":[]},"version":"vmx-21",${members}}`;

  it('__proto__ and constructor are names like any other', () => {
    const outcome = parseConfigInfo(
      json('"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}'),
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(treeOf(outcome).root.fields.map(({ name }) => name)).toEqual([
      'version',
      '__proto__',
      'constructor',
      'hardware',
    ]);
    expect(notUnderstoodOf(outcome)).toContain('__proto__: unknown field of VirtualMachineConfigInfo');
  });

  it('repeated names are all kept', () => {
    const fields = treeOf(parseConfigInfo(json('"name":"first","name":"second"'))).root.fields;
    expect(fields.filter(({ name }) => name === 'name').map(({ value }) => value)).toEqual([
      { kind: 'text', type: null, text: 'first' },
      { kind: 'text', type: null, text: 'second' },
    ]);
  });

  it('numbers keep their text, whatever their size', () => {
    const fields = treeOf(
      parseConfigInfo(json('"vFlashCacheReservation":9223372036854775807,"hotPlugMemoryLimit":1e400')),
    ).root.fields;
    const text = (name: string) => fields.find((field) => field.name === name)?.value;
    expect(text('vFlashCacheReservation')).toEqual({ kind: 'text', type: null, text: '9223372036854775807' });
    expect(text('hotPlugMemoryLimit')).toEqual({ kind: 'text', type: null, text: '1e400' });
  });
});

describe('what is not understood', () => {
  it('is kept, and named by its path', () => {
    const outcome = parseConfigInfo(
      xmlDocument({
        fields: '<quantumMode>on</quantumMode><annotation xmlns:v="urn:vendor" v:mark="1">a</annotation>',
        devices:
          '<device xsi:type="VirtualQuantumDisk"><key>9</key><spin>up</spin></device>' +
          '<device xsi:type="VirtualDisk"><key>2000</key><backing xsi:type="VirtualDiskFlatVer2BackingInfo">' +
          '<diskMode>sideways</diskMode><split>maybe</split></backing><capacityInKB>many</capacityInKB></device>',
        rest: '<keyId>text</keyId><v:extra xmlns:v="urn:vendor"><v:deep xsi:type="v:Thing">1</v:deep></v:extra>',
      }),
    );
    expect(notUnderstoodOf(outcome)).toEqual([
      'quantumMode: unknown field of VirtualMachineConfigInfo',
      'annotation: unknown attribute {urn:vendor}mark',
      'hardware.device[9]: unknown type',
      'hardware.device[2000].backing.diskMode: not one of the known words of diskMode',
      'hardware.device[2000].backing.split: not a value of type boolean',
      'hardware.device[2000].capacityInKB: not a value of type long',
      'keyId: text where the schema has CryptoKeyId',
      '{urn:vendor}extra: unknown field of VirtualMachineConfigInfo',
      '{urn:vendor}extra.{urn:vendor}deep: type of an unknown namespace',
    ]);
  });

  it('survives with everything else', () => {
    const xml = xmlDocument({
      fields: '<annotation>line\r\nline&#xD;&#9;end</annotation><odd a="1">x<!-- c -->y</odd><twice/><twice>2</twice>',
      rest:
        '<v:extra xmlns:v="urn:vendor" v:n="a&amp;&quot;b"><v:deep ' +
        'xsi:type="v:Thing">1</v:deep></v:extra><mixed>ac<b/></mixed>',
    });
    const back = toXml(treeOf(parseConfigInfo(xml)));
    expect(canonicalContentOf(back, 'VirtualMachineConfigInfo')).toBe(
      canonicalContentOf(xml, 'VirtualMachineConfigInfo'),
    );
  });

  it('a type whose prefix is bound to nothing is kept and named', () => {
    const xml = emitPropertyCollectorXml(machines[0]?.tree(0) ?? treeOf(parseConfigInfo(''))).replace(
      / xmlns:xsd="[^"]*"/,
      '',
    );
    const outcome = parseConfigInfo(xml);
    expect(notUnderstoodOf(outcome)[0]).toBe('extraConfig["nvram"].value: type of an unknown namespace');
  });

  it('is listed up to a thousand places', () => {
    const rest = Array.from({ length: 1500 }, (_, index) => `<odd${index}/>`).join('');
    const listed = notUnderstoodOf(parseConfigInfo(xmlDocument({ rest })));
    expect(listed.length).toBe(1000);
    expect(listed.at(-1)).toBe(': 501 more places are not understood');
  });
});
