/**
 * Goal: the fact row says what ConfigInfo proves, no more: a value that cannot be used is null or UNKNOWN and named,
 * and a vTPM, key or bundle counts as absent only when its absence is proven.
 * Method: facts of the estate spelt out; small documents with one thing changed each; random damage to whole documents.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseConfigInfo } from '../../../src/adapters/config-info/parse-config-info.js';
import { estateVirtualMachines } from '../../../src/demo/estate/virtual-machines.js';
import { extractFacts } from '../../../src/domain/config-info/extract-facts.js';
import type { ConfigInfoTree, ConfigNode } from '../../../src/domain/config-info/node.js';
import type { RestorePointFacts } from '../../../src/domain/restore-point-facts.js';
import { diskXml, treeOf, xmlDocument } from '../../support/config-info/sample.js';

const machines = estateVirtualMachines();
const estateFacts = (name: string): RestorePointFacts =>
  extractFacts(machines.find((machine) => machine.name === name)?.tree(0) ?? treeOf(parseConfigInfo('')));
const factsOf = (parts: Parameters<typeof xmlDocument>[0]): RestorePointFacts =>
  extractFacts(treeOf(parseConfigInfo(xmlDocument(parts))));
describe('facts of the estate', () => {
  it('the encrypted machine', () => {
    const { disks, controllers, networkAdapters, ...rest } = estateFacts('demo-encrypted-vtpm');
    expect(rest).toEqual({
      extractorVersion: 1,
      name: 'demo-encrypted-vtpm',
      moRef: 'vm-1003',
      instanceUuid: '502cc2a5-1f06-2890-6d70-ba2c55c5c2b3',
      biosUuid: '422ca90b-853b-1101-3350-759f747730c3',
      guestId: 'debian12_64Guest',
      guestFullName: 'Debian GNU/Linux 12 (64-bit)',
      hardwareVersion: 21,
      firmware: 'EFI',
      secureBoot: 'YES',
      vtpm: 'PRESENT',
      homeEncryption: 'ENCRYPTED',
      keyId: { keyId: '8d3f1c52-66b0-4a9e-9d47-demo00000001', providerId: 'demo-kms' },
      encryptionBundle: 'PRESENT',
      changeTrackingEnabled: 'YES',
      cpuCount: 2,
      memoryMiB: 4096,
      vmPathName: '[vmfs-gold] demo-encrypted-vtpm/demo-encrypted-vtpm.vmx',
      homeDatastoreName: 'vmfs-gold',
      nvramFileName: 'demo-encrypted-vtpm.nvram',
      completeness: { complete: true, missing: [] },
      problems: [],
    });
    expect(disks).toEqual([
      {
        deviceKey: 2000,
        label: 'Hard disk 1',
        controllerKey: 1000,
        controllerType: 'ParaVirtualSCSIController',
        bus: 'SCSI',
        busNumber: 0,
        unitNumber: 0,
        capacityBytes: 134217728,
        provisioning: 'THIN',
        backingType: 'VirtualDiskFlatVer2BackingInfo',
        backingFileName: '[vmfs-gold] demo-encrypted-vtpm/demo-encrypted-vtpm.vmdk',
        datastoreName: 'vmfs-gold',
        datastoreMoRef: expect.stringMatching(/^datastore-\d{4}$/),
        diskMode: 'persistent',
        sharing: 'sharingNone',
        uuid: '6000C29d-1301-8e1f-0a47-5b6c7d8e9f10',
        changeId: {
          raw: '52 de c0 d9 b9 43 9d 10-61 d5 4c 1b e9 7b 13 01/13',
          uuid: '52 de c0 d9 b9 43 9d 10-61 d5 4c 1b e9 7b 13 01',
          sequence: '13',
        },
        keyId: { keyId: '8d3f1c52-66b0-4a9e-9d47-demo00000001', providerId: 'demo-kms' },
        hasParent: false,
        compatibilityMode: null,
      },
    ]);
    expect(controllers.map(({ key, bus }) => `${key} ${bus}`)).toContain('1000 SCSI');
    expect(networkAdapters.map(({ deviceKey, type, network }) => [deviceKey, type, network])).toEqual([
      [4000, 'VirtualVmxnet3', 'VM Network'],
    ]);
  });

  it('the disks of the machine with several controllers, by device key', () => {
    const facts = estateFacts('demo-several-controllers');
    expect(
      facts.disks.map((found) => [
        found.deviceKey,
        found.bus,
        found.busNumber,
        found.unitNumber,
        found.provisioning,
        found.datastoreName,
      ]),
    ).toEqual([
      [2000, 'SCSI', 0, 0, 'THIN', 'vmfs-gold'],
      [2001, 'SCSI', 0, 1, 'UNKNOWN', 'vmfs-gold'],
      [2016, 'SCSI', 1, 0, 'THICK_EAGER_ZEROED', 'vmfs-gold'],
      [16030, 'SATA', 1, 0, 'THIN', 'nfs-silver'],
      [32000, 'NVME', 0, 0, 'THICK_LAZY_ZEROED', 'vmfs-gold'],
    ]);
    expect(facts.disks[1]?.compatibilityMode).toBe('virtualMode');
    expect(facts.controllers.map(({ key, type, bus }) => [key, type, bus])).toEqual([
      [100, 'VirtualPCIController', 'OTHER'],
      [200, 'VirtualIDEController', 'IDE'],
      [201, 'VirtualIDEController', 'IDE'],
      [300, 'VirtualPS2Controller', 'OTHER'],
      [400, 'VirtualSIOController', 'OTHER'],
      [1000, 'ParaVirtualSCSIController', 'SCSI'],
      [1001, 'ParaVirtualSCSIController', 'SCSI'],
      [14000, 'VirtualUSBXHCIController', 'OTHER'],
      [15000, 'VirtualAHCIController', 'SATA'],
      [15001, 'VirtualAHCIController', 'SATA'],
      [31000, 'VirtualNVMEController', 'NVME'],
    ]);
  });

  it.each([
    ['demo-bios-thin', 'BIOS', 'NO', 'NOT_PRESENT', 'NOT_ENCRYPTED'],
    ['demo-uefi-secure-boot', 'EFI', 'YES', 'NOT_PRESENT', 'NOT_ENCRYPTED'],
    ['demo-encrypted-vtpm', 'EFI', 'YES', 'PRESENT', 'ENCRYPTED'],
    ['demo-several-controllers', 'EFI', 'NO', 'NOT_PRESENT', 'NOT_ENCRYPTED'],
  ])('%s is %s, Secure Boot %s, vTPM %s, %s', (name, firmware, secureBoot, vtpm, homeEncryption) => {
    expect(estateFacts(name)).toMatchObject({ firmware, secureBoot, vtpm, homeEncryption, problems: [] });
  });

  it('survive JSON', () => {
    for (const machine of machines) {
      const facts = extractFacts(machine.tree(0));
      expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
    }
  });
});

describe('what is proven', () => {
  const key = '<keyId><keyId>k</keyId><providerId><id>p</id></providerId></keyId>';
  const diskKey = diskXml('<capacityInKB>1</capacityInKB>', key);
  const tpm = '<device xsi:type="VirtualTPM"><key>11000</key></device>';

  it.each<[string, string, Parameters<typeof xmlDocument>[0], Partial<RestorePointFacts>]>([
    [
      'nothing encrypted, all there',
      'NOT_ENCRYPTED',
      {},
      { vtpm: 'NOT_PRESENT', encryptionBundle: 'NOT_PRESENT', keyId: null },
    ],
    ['a key', 'ENCRYPTED', { rest: key }, { keyId: { keyId: 'k', providerId: 'p' } }],
    [
      'a key without provider',
      'ENCRYPTED',
      { rest: '<keyId><keyId>k</keyId></keyId>' },
      { keyId: { keyId: 'k', providerId: null } },
    ],
    ['a key without id', 'ENCRYPTED', { rest: '<keyId><keyId></keyId></keyId>' }, { keyId: null }],
    [
      'a bundle only',
      'ENCRYPTED',
      { rest: '<extraConfig><key>encryption.bundle</key><value xsi:type="xsd:string">b</value></extraConfig>' },
      { encryptionBundle: 'PRESENT' },
    ],
    [
      'an empty bundle',
      'NOT_ENCRYPTED',
      { rest: '<extraConfig><key>encryption.bundle</key><value xsi:type="xsd:string"></value></extraConfig>' },
      { encryptionBundle: 'NOT_PRESENT' },
    ],
    ['a vTPM', 'ENCRYPTED', { devices: tpm }, { vtpm: 'PRESENT' }],
    ['an encrypted disk only: the home may be clear', 'UNKNOWN', { devices: diskKey }, { vtpm: 'NOT_PRESENT' }],
    [
      'a device of an unknown class',
      'UNKNOWN',
      { devices: '<device xsi:type="VirtualFuture"><key>1</key></device>' },
      { vtpm: 'UNKNOWN' },
    ],
    ['a device of no stated class', 'UNKNOWN', { devices: '<device><key>1</key></device>' }, { vtpm: 'UNKNOWN' }],
    [
      'no devices',
      'UNKNOWN',
      { devices: '' },
      { vtpm: 'UNKNOWN', completeness: { complete: false, missing: ['hardware.device'] } },
    ],
  ])('%s: %s', (_name, homeEncryption, parts, expected) => {
    expect(factsOf(parts)).toMatchObject({ homeEncryption, ...expected });
  });

  it.each([
    'name',
    'version',
    'uuid',
    'instanceUuid',
    'guestId',
    'files',
    'flags',
    'extraConfig',
    'firmware',
    'bootOptions',
  ])('without %s nothing is proven absent', (part) => {
    const tree = treeOf(parseConfigInfo(xmlDocument()));
    const root = { ...tree.root, fields: tree.root.fields.filter(({ name }) => name !== part) };
    expect(extractFacts({ ...tree, root })).toMatchObject({
      homeEncryption: 'UNKNOWN',
      encryptionBundle: 'UNKNOWN',
      completeness: { complete: false, missing: [part] },
    });
  });

  it.each([
    ['bios', '', 'BIOS', 'NO'],
    ['bios', '<efiSecureBootEnabled>true</efiSecureBootEnabled>', 'BIOS', 'NO'],
    ['efi', '<efiSecureBootEnabled>true</efiSecureBootEnabled>', 'EFI', 'YES'],
    ['efi', '<efiSecureBootEnabled>0</efiSecureBootEnabled>', 'EFI', 'NO'],
    ['efi', '', 'EFI', 'UNKNOWN'],
    ['coreboot', '', 'UNKNOWN', 'UNKNOWN'],
  ])('firmware %s with boot options "%s"', (text, options, firmware, secureBoot) => {
    const document = xmlDocument()
      .replace('<firmware>bios<', `<firmware>${text}<`)
      .replace('<bootOptions>', `<bootOptions>${options}`);
    expect(extractFacts(treeOf(parseConfigInfo(document)))).toMatchObject({ firmware, secureBoot });
  });

  it.each([
    ['vmx-21', 21],
    ['vmx-07', 7],
    ['vmx-', null],
    ['21', null],
    ['vmx-99999', null],
  ])('version %s', (text, hardwareVersion) => {
    const document = xmlDocument().replace('>vmx-21<', `>${text}<`);
    expect(extractFacts(treeOf(parseConfigInfo(document))).hardwareVersion).toBe(hardwareVersion);
  });
});

describe('damage', () => {
  const whole = machines.map((machine) => machine.tree(0));

  it('of any kind gives facts and problems, never an exception', () => {
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.infiniteStream(fc.nat(99)), (tree, numbers) => {
        const facts = extractFacts(damaged(tree, numbers));
        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
        for (const found of facts.disks) {
          expect(found.capacityBytes === null || found.capacityBytes % 512 === 0).toBe(true);
        }
        if (facts.homeEncryption === 'NOT_ENCRYPTED') {
          expect(facts).toMatchObject({ keyId: null, vtpm: 'NOT_PRESENT', encryptionBundle: 'NOT_PRESENT' });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a field lost from an encrypted machine never makes it a machine that was not encrypted', () => {
    const encrypted = machines.find(({ name }) => name === 'demo-encrypted-vtpm')?.tree(0) as ConfigInfoTree;
    for (const { name } of encrypted.root.fields) {
      const root = { ...encrypted.root, fields: encrypted.root.fields.filter((field) => field.name !== name) };
      expect(extractFacts({ ...encrypted, root }).homeEncryption).toBe('ENCRYPTED');
    }
  });
});

/** The tree with about one node in twenty dropped, replaced or repeated. */
function damaged(tree: ConfigInfoTree, numbers: Iterator<number>): ConfigInfoTree {
  const next = (): number => Number(numbers.next().value);
  const damage = (node: ConfigNode): ConfigNode => {
    const fate = next();
    if (fate < 2) {
      return { kind: 'text', type: null, text: ['', '-1', 'NaN', '1e9', 'true', '9'.repeat(30)][next() % 6] ?? '' };
    }
    if (fate < 4) {
      return { kind: 'object', type: null, fields: [] };
    }
    if (node.kind === 'list') {
      return { kind: 'list', items: node.items.filter(() => next() > 3).map(damage) };
    }
    if (node.kind === 'object') {
      const fields = node.fields.filter(() => next() > 3).map(({ name, value }) => ({ name, value: damage(value) }));
      return { ...node, fields: next() < 5 ? [...fields, ...fields] : fields };
    }
    return node;
  };
  const root = damage(tree.root);
  return { ...tree, root: root.kind === 'object' ? root : tree.root };
}
