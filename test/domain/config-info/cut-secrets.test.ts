/**
 * Goal: no secret of a ConfigInfo stays in what is stored, in any form that it came in, and nothing else is touched.
 * Method: the estate's canaries in every form; a table of names that are cut and names that are not; random documents
 * with random secrets, looked for plain, in base64 and escaped. Random runs print their seed.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseConfigInfo } from '../../../src/adapters/config-info/parse-config-info.js';
import { emitGovcJson, emitPyVmomiJson } from '../../../src/demo/estate/emit-json.js';
import { emitPropertyCollectorXml } from '../../../src/demo/estate/emit-xml.js';
import { ESTATE_CANARIES, estateVirtualMachines } from '../../../src/demo/estate/virtual-machines.js';
import { type CutSecret, cutSecrets, renameSealedRefs } from '../../../src/domain/config-info/cut-secrets.js';
import { extractFacts } from '../../../src/domain/config-info/extract-facts.js';
import type { ConfigInfoTree, ConfigNode, NodeField } from '../../../src/domain/config-info/node.js';
import { serialiseConfigInfo } from '../../../src/domain/config-info/serialise.js';
import { writeConfigInfo } from '../../support/config-info/write-config-info.js';
import { treeOf, xmlDocument } from '../../support/config-info/sample.js';

const machines = estateVirtualMachines();
const found = (secrets: readonly CutSecret[]): string[] => secrets.map(({ kind, path }) => `${kind} ${path}`);

/** Every text that a cut tree can become. */
function writtenForms(tree: ConfigInfoTree): string[] {
  return [
    serialiseConfigInfo(tree),
    writeConfigInfo(tree, 'XML'),
    writeConfigInfo(tree, 'GOVC_JSON'),
    writeConfigInfo(tree, 'PYVMOMI_JSON'),
  ];
}

/** A secret as it could hide in text: plain, base64 at any of three offsets, escaped for JSON, XML or a URL. */
function disguises(secret: string): string[] {
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.from('x'.repeat(offset) + secret)
      .toString('base64')
      .slice(4, -4),
  );
  const xml = secret.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return [
    secret,
    ...base64.filter((text) => text.length >= 8),
    JSON.stringify(secret).slice(1, -1),
    xml,
    encodeURIComponent(secret),
  ];
}

describe('the estate', () => {
  const encrypted = machines.find(({ name }) => name === 'demo-encrypted-vtpm');
  const several = machines.find(({ name }) => name === 'demo-several-controllers');
  const tree = encrypted?.tree(0) ?? treeOf(parseConfigInfo(''));

  it.each([
    ['XML', emitPropertyCollectorXml(tree)],
    ['govc', emitGovcJson(tree, 'PLAIN')],
    ['govc with types', emitGovcJson(tree, 'TYPED')],
    ['old govc', emitGovcJson(tree, 'UPPER_CAMEL')],
    ['pyVmomi', emitPyVmomiJson(tree)],
  ])('loses its secrets when it comes as %s', (_form, text) => {
    const cut = cutSecrets(treeOf(parseConfigInfo(text)));
    expect(found(cut.secrets)).toEqual([
      'ENCRYPTION_BUNDLE extraConfig["encryption.bundle"].value',
      'DATA_FILE_KEY extraConfig["dataFileKey"].value',
    ]);
    expect(cut.secrets[0]?.value).toContain(ESTATE_CANARIES.encryptionBundle);
    for (const written of writtenForms(cut.tree)) {
      expect(written).not.toContain('CANARY');
    }
  });

  it('keeps its facts, also when what was stored is read again', () => {
    for (const machine of machines) {
      const whole = machine.tree(0);
      const cut = cutSecrets(whole).tree;
      expect(extractFacts(cut)).toEqual(extractFacts(whole));
      for (const form of ['XML', 'GOVC_JSON', 'PYVMOMI_JSON'] as const) {
        const facts = extractFacts(treeOf(parseConfigInfo(writeConfigInfo(cut, form))));
        expect({ form, facts }).toEqual({ form, facts: { ...extractFacts(whole), moRef: null } });
      }
    }
  });

  it('has a VNC password cut, and nothing from machines without secrets', () => {
    expect(found(cutSecrets(several?.tree(0) ?? tree).secrets)).toEqual([
      'VNC_PASSWORD extraConfig["RemoteDisplay.vnc.password"].value',
    ]);
    for (const name of ['demo-bios-thin', 'demo-uefi-secure-boot']) {
      const clear = machines.find((machine) => machine.name === name)?.tree(0) ?? tree;
      const cut = cutSecrets(clear);
      expect(cut.secrets).toEqual([]);
      expect(serialiseConfigInfo(cut.tree)).toBe(serialiseConfigInfo(clear));
    }
  });
});

describe('what is cut', () => {
  const option = (key: string, value: string): string =>
    `<extraConfig><key>${key}</key><value xsi:type="xsd:string">${value}</value></extraConfig>`;
  const cutOf = (rest: string): CutSecret[] => [...cutSecrets(treeOf(parseConfigInfo(xmlDocument({ rest })))).secrets];

  it.each([
    ['encryption.bundle', 'ENCRYPTION_BUNDLE'],
    ['Encryption.Bundle', 'ENCRYPTION_BUNDLE'],
    ['encryption.keySafe', 'OTHER'],
    ['encryption.data', 'OTHER'],
    ['dataFileKey', 'DATA_FILE_KEY'],
    ['RemoteDisplay.vnc.key', 'VNC_PASSWORD'],
    ['RemoteDisplay.vnc.password', 'VNC_PASSWORD'],
    ['guestinfo.userdata', 'OTHER'],
    ['guestinfo.metadata', 'OTHER'],
    ['guestinfo.vendordata', 'OTHER'],
    ['guestinfo.ignition.config.data', 'OTHER'],
    ['guestinfo.ovfEnv', 'OTHER'],
    ['guestinfo.adminPassword', 'OTHER'],
    ['svc.passwd', 'OTHER'],
    ['backup.passphrase', 'OTHER'],
    ['client_secret', 'OTHER'],
    ['aws.credentials', 'OTHER'],
    ['ssh.privateKey', 'OTHER'],
    ['join-token', 'OTHER'],
    ['api_key', 'OTHER'],
    ['guestinfo.adminPwd', 'OTHER'],
    ['guestinfo.passcode', 'OTHER'],
  ])('option %s', (key, kind) => {
    expect(cutOf(option(key, 'hush')).map((secret) => ({ kind: secret.kind, value: secret.value }))).toEqual([
      { kind, value: 'hush' },
    ]);
  });

  it.each([
    'guestinfo.userdata.encoding',
    'guestinfo.hostname',
    'RemoteDisplay.vnc.port',
    'sched.mem.pin',
    'encryptedVM.guid',
    'keyboard.vusb.enable',
    'nvram',
    'vmservice.virtualmachine.pvc.disk.data',
  ])('not option %s', (key) => {
    expect(cutOf(option(key, 'open'))).toEqual([]);
  });

  it('not an empty value', () => {
    expect(cutOf(option('encryption.bundle', ''))).toEqual([]);
  });

  it('vApp properties of type password or with a telling id, their defaults too', () => {
    const rest =
      '<vAppConfig><property><key>0</key><id>root</id><type>password(8..)</type>' +
      '<defaultValue>d1</defaultValue><value>v1</value></property>' +
      '<property><key>1</key><id>db_password</id><type>string</type><value>v2</value></property>' +
      '<property><key>2</key><id>hostname</id><type>string</type><value>v3</value></property></vAppConfig>';
    expect(cutOf(rest).map(({ path, value }) => [path, value])).toEqual([
      ['vAppConfig.property[0].defaultValue', 'd1'],
      ['vAppConfig.property[0].value', 'v1'],
      ['vAppConfig.property[1].value', 'v2'],
    ]);
  });

  it('fields and attributes whose name tells, whole objects too', () => {
    const rest =
      '<adminPassword>p1</adminPassword><vendorSecret><a>p2</a><b>p3</b></vendorSecret><odd token="p4">x</odd>';
    const secrets = cutOf(rest);
    expect(found(secrets)).toEqual(['OTHER adminPassword', 'OTHER vendorSecret', 'OTHER odd/@token']);
    const cut = cutSecrets(treeOf(parseConfigInfo(xmlDocument({ rest }))));
    for (const written of writtenForms(cut.tree)) {
      expect(written).not.toMatch(/p[1234]/);
    }
  });

  it('the same value wherever else it stands', () => {
    const rest = `${option('encryption.bundle', 'abcdefgh')}<annotation>my bundle is abcdefgh, keep it</annotation>`;
    expect(found(cutOf(rest))).toEqual([
      'ENCRYPTION_BUNDLE extraConfig["encryption.bundle"].value',
      'OTHER annotation',
    ]);
  });

  it('two options of one key have two paths', () => {
    const paths = cutOf(option('dataFileKey', 'one') + option('dataFileKey', 'two')).map(({ path }) => path);
    expect(new Set(paths).size).toBe(2);
    expect(paths[0]).toBe('extraConfig["dataFileKey"].value');
  });

  it('and every place holds the placeholder of its secret, until it is renamed', () => {
    const { tree, secrets } = cutSecrets(machines[2]?.tree(0) ?? treeOf(parseConfigInfo('')));
    const renamed = renameSealedRefs(tree, (placeholder) => `row-${placeholder}`);
    expect(sealedRefs(tree.root)).toEqual(secrets.map(({ placeholder }) => placeholder));
    expect(sealedRefs(renamed.root)).toEqual(secrets.map(({ placeholder }) => `row-${placeholder}`));
  });
});

describe('attributes', () => {
  it('that were cut are renamed, and no other text is taken for a reference', () => {
    const rest = '<odd token="p4" other="sealedRef:secret-1"><inner password="p5">x</inner></odd>';
    const { tree } = cutSecrets(treeOf(parseConfigInfo(xmlDocument({ rest }))));
    const text = writeConfigInfo(
      renameSealedRefs(tree, (placeholder) => `row-${placeholder}`),
      'XML',
    );
    expect(text).toContain('other="sealedRef:secret-1"');
    expect(text).toContain('token="sealedRef:row-secret-2"');
    expect(text).toContain('password="sealedRef:row-secret-1"');
  });
});

describe('random documents', () => {
  const name = fc.constantFrom(
    'annotation',
    'odd',
    'value',
    'key',
    'id',
    'type',
    'password',
    'extraConfig',
    'device',
    'secretThing',
  );
  const key = fc.constantFrom(
    'encryption.bundle',
    'dataFileKey',
    'RemoteDisplay.vnc.password',
    'guestinfo.userdata',
    'my.token',
  );
  // Long and odd enough never to stand in a document by chance.
  const secret = fc
    .tuple(fc.stringMatching(/^[0-9a-f]{24}$/), fc.constantFrom('', '<&>"\'', 'ü€', '\\ \t'))
    .map(([unique, odd]) => `S3${unique}${odd}${unique}`);
  const text = fc
    .string({ maxLength: 12 })
    .map((value): ConfigNode => ({ kind: 'text', type: null, text: printable(value) }));
  const option = fc.tuple(key, secret).map(([optionKey, value]): { node: ConfigNode; secret: string } => ({
    node: {
      kind: 'object',
      type: 'OptionValue',
      fields: [
        { name: 'key', value: { kind: 'text', type: null, text: optionKey } },
        { name: 'value', value: { kind: 'text', type: 'xsd:string', text: value } },
      ],
    },
    secret: value,
  }));
  const { node } = fc.letrec<{ node: ConfigNode; field: NodeField }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.array(tie('field'), { maxLength: 4 }).map((fields): ConfigNode => ({ kind: 'object', type: null, fields })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((items): ConfigNode => ({ kind: 'list', items })),
    ),
    field: fc.record({ name, value: tie('node') }),
  }));

  it('hold no secret after cutting, however deep and wherever repeated', () => {
    fc.assert(
      fc.property(
        fc.array(node, { maxLength: 4 }),
        fc.array(option, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        (nodes, options, at) => {
          const repeated: ConfigNode = {
            kind: 'text',
            type: null,
            text: `again ${options[at % options.length]?.secret} again`,
          };
          const fields = [...nodes, { kind: 'list' as const, items: options.map((made) => made.node) }, repeated].map(
            (value, index): NodeField => ({ name: `f${index}`, value }),
          );
          const cut = cutSecrets({ root: { kind: 'object', type: null, fields }, moRef: null });
          for (const written of writtenForms(cut.tree)) {
            for (const { secret: value } of options) {
              for (const disguise of disguises(value)) {
                expect(written).not.toContain(disguise);
              }
            }
          }
          expect(new Set(cut.secrets.map(({ path }) => path)).size).toBe(cut.secrets.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});

function sealedRefs(node: ConfigNode): string[] {
  switch (node.kind) {
    case 'sealed':
      return [node.sealedRef];
    case 'list':
      return node.items.flatMap(sealedRefs);
    case 'object':
      return node.fields.flatMap(({ value }) => sealedRefs(value));
    default:
      return [];
  }
}

function printable(value: string): string {
  return value.replace(/[^ -~]/g, '?');
}
