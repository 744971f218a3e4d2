/**
 * Goal: each value of a disk that cannot be used is null and named, each that can be is exact.
 * Method: one disk on one controller, with one thing changed each; exact values and problem codes.
 */
import { describe, expect, it } from '@jest/globals';
import { parseConfigInfo } from '../../../src/adapters/config-info/parse-config-info.js';
import { extractFacts } from '../../../src/domain/config-info/extract-facts.js';
import type { FactProblem, RestorePointFacts } from '../../../src/domain/restore-point-facts.js';
import { DISK_CONTROLLER, diskXml, treeOf, xmlDocument } from '../../support/config-info/sample.js';

const factsOf = (parts: Parameters<typeof xmlDocument>[0]): RestorePointFacts =>
  extractFacts(treeOf(parseConfigInfo(xmlDocument(parts))));
const problemsOf = (facts: RestorePointFacts): string[] =>
  facts.problems.map(({ code, path }: FactProblem) => `${code} ${path}`);

describe('disks', () => {
  it.each<[string, string, number | null, string[]]>([
    ['bytes', '<capacityInBytes>1048576</capacityInBytes>', 1048576, []],
    ['KiB only', '<capacityInKB>1024</capacityInKB>', 1048576, []],
    [
      'zero bytes, as old govc prints unset ones',
      '<capacityInKB>1024</capacityInKB><capacityInBytes>0</capacityInBytes>',
      1048576,
      [],
    ],
    ['the largest', '<capacityInBytes>9007199254740480</capacityInBytes>', 9007199254740480, []],
    ['one past 2^53-1', '<capacityInBytes>9007199254740992</capacityInBytes>', null, ['NO_CAPACITY', 'OUT_OF_RANGE']],
    ['KiB past 2^53-1 bytes', '<capacityInKB>9007199254740</capacityInKB>', null, ['OUT_OF_RANGE']],
    [
      'a hundred digits',
      `<capacityInBytes>${'9'.repeat(100)}</capacityInBytes>`,
      null,
      ['NO_CAPACITY', 'OUT_OF_RANGE'],
    ],
    ['negative', '<capacityInBytes>-512</capacityInBytes>', null, ['OUT_OF_RANGE']],
    ['none', '', null, ['NO_CAPACITY']],
    ['words', '<capacityInKB>much</capacityInKB>', null, ['NOT_A_NUMBER', 'NO_CAPACITY']],
    ['half a sector', '<capacityInBytes>1000</capacityInBytes>', null, ['NOT_WHOLE_SECTORS']],
    [
      'two that disagree',
      '<capacityInKB>2</capacityInKB><capacityInBytes>1024</capacityInBytes>',
      1024,
      ['CAPACITIES_DISAGREE'],
    ],
    [
      'two that agree but for half a KiB',
      '<capacityInKB>1</capacityInKB><capacityInBytes>1536</capacityInBytes>',
      1536,
      [],
    ],
  ])('capacity: %s', (_name, inside, capacityBytes, problems) => {
    const facts = factsOf({ devices: diskXml(inside) });
    expect(facts.disks[0]?.capacityBytes).toBe(capacityBytes);
    expect(facts.problems.map(({ code }) => code).sort()).toEqual(problems);
  });

  it.each([
    ['thin', '<thinProvisioned>true</thinProvisioned>', 'THIN'],
    ['thick, eager', '<thinProvisioned>false</thinProvisioned><eagerlyScrub>true</eagerlyScrub>', 'THICK_EAGER_ZEROED'],
    ['thick, lazy', '<thinProvisioned>false</thinProvisioned><eagerlyScrub>false</eagerlyScrub>', 'THICK_LAZY_ZEROED'],
    ['thick, eager not told', '<thinProvisioned>false</thinProvisioned>', 'THICK_LAZY_ZEROED'],
    ['not told', '', 'UNKNOWN'],
    ['both', '<thinProvisioned>true</thinProvisioned><eagerlyScrub>true</eagerlyScrub>', 'UNKNOWN'],
  ])('provisioning: %s', (_name, backing, provisioning) => {
    expect(factsOf({ devices: diskXml('<capacityInKB>1</capacityInKB>', backing) }).disks[0]?.provisioning).toBe(
      provisioning,
    );
  });

  it('a SeSparse child', () => {
    const devices = diskXml(
      '<capacityInKB>1</capacityInKB>',
      '<parent><fileName>[ds] a/base.vmdk</fileName></parent>',
    ).replace('VirtualDiskFlatVer2BackingInfo', 'VirtualDiskSeSparseBackingInfo');
    expect(factsOf({ devices }).disks[0]).toMatchObject({
      backingType: 'VirtualDiskSeSparseBackingInfo',
      provisioning: 'THIN',
      hasParent: true,
    });
  });

  it.each([
    ['52 de c0/7', { raw: '52 de c0/7', uuid: '52 de c0', sequence: '7' }, []],
    ['a/b/12', { raw: 'a/b/12', uuid: 'a/b', sequence: '12' }, []],
    ['*', { raw: '*', uuid: null, sequence: null }, []],
    ['', null, []],
    ['/7', { raw: '/7', uuid: null, sequence: null }, ['UNREADABLE_CHANGE_ID']],
    ['x/y', { raw: 'x/y', uuid: null, sequence: null }, ['UNREADABLE_CHANGE_ID']],
    [`x/${'9'.repeat(19)}`, { raw: `x/${'9'.repeat(19)}`, uuid: null, sequence: null }, ['UNREADABLE_CHANGE_ID']],
  ])('change id "%s"', (text, changeId, problems) => {
    const facts = factsOf({ devices: diskXml('<capacityInKB>1</capacityInKB>', `<changeId>${text}</changeId>`) });
    expect(facts.disks[0]?.changeId).toEqual(changeId);
    expect(facts.problems.map(({ code }) => code)).toEqual(problems);
  });

  it('device keys that repeat, are missing or no numbers are named, the first device is taken', () => {
    const one = (key: string, kib: number): string =>
      `<device xsi:type="VirtualDisk">${key}<controllerKey>1000</controllerKey>` +
      `<capacityInKB>${kib}</capacityInKB></device>`;
    const devices =
      DISK_CONTROLLER +
      one('<key>2000</key>', 1) +
      one('<key>2000</key>', 2) +
      one('', 3) +
      one('<key>two</key>', 4) +
      one('<key>2147483648</key>', 5) +
      '<device>text</device>';
    const facts = factsOf({ devices });
    expect(facts.disks.map(({ deviceKey, capacityBytes }) => [deviceKey, capacityBytes])).toEqual([[2000, 1024]]);
    expect(problemsOf(facts)).toEqual([
      'DEVICE_WITHOUT_KEY hardware.device["two"]',
      'DISK_UNUSABLE hardware.device["two"]',
      'NOT_A_NUMBER hardware.device["two"].key',
      'DEVICE_WITHOUT_KEY hardware.device[#3]',
      'DISK_UNUSABLE hardware.device[#3]',
      'DEVICE_WITHOUT_KEY hardware.device[#6]',
      'DISK_UNUSABLE hardware.device[#6]',
      'DISK_UNUSABLE hardware.device[2000]',
      'DUPLICATE_DEVICE_KEY hardware.device[2000]',
      'DEVICE_WITHOUT_KEY hardware.device[2147483648]',
      'DISK_UNUSABLE hardware.device[2147483648]',
      'OUT_OF_RANGE hardware.device[2147483648].key',
    ]);
  });

  it.each<[string, string, string[]]>([
    ['another device without a key', '<device xsi:type="VirtualKeyboard"></device>', []],
    ['two other devices of one key', '<device xsi:type="VirtualPCIController"><key>1000</key></device>', []],
    ['a disk with the key of a controller', '<device xsi:type="VirtualDisk"><key>1000</key></device>', ['[1000]']],
    ['another device with the key of a disk', '<device xsi:type="VirtualCdrom"><key>2000</key></device>', ['[2000]']],
    ['a class not known, without a key', '<device xsi:type="VirtualFuture"></device>', ['[#2]']],
    [
      'a CD drive with the capacity of a disk',
      '<device xsi:type="VirtualCdrom"><key>3000</key><capacityInKB>4</capacityInKB></device>',
      ['[3000]'],
    ],
  ])('%s: the list of devices is not whole', (_name, device, unusable) => {
    const facts = factsOf({ devices: diskXml('<capacityInKB>1</capacityInKB>') + device });
    expect(facts.completeness).toEqual({ complete: false, missing: [] });
    expect([facts.homeEncryption, facts.encryptionBundle]).toEqual(['UNKNOWN', 'UNKNOWN']);
    const paths = facts.problems.filter(({ code }) => code === 'DISK_UNUSABLE').map(({ path }) => path);
    expect(paths).toEqual(unusable.map((place) => `hardware.device${place}`));
  });

  it('a disk on a controller that is not there', () => {
    const facts = factsOf({ devices: diskXml('<capacityInKB>1</capacityInKB>').replace(DISK_CONTROLLER, '') });
    expect(facts.disks[0]).toMatchObject({ bus: 'UNKNOWN', busNumber: null, controllerType: null });
    expect(problemsOf(facts)).toEqual(['CONTROLLER_MISSING hardware.device[2000].controllerKey']);
  });

  it('a disk and a controller of classes that this release does not know are still a disk and a controller', () => {
    const devices =
      '<device xsi:type="VirtualFutureController"><key>1</key><busNumber>0</busNumber></device>' +
      '<device xsi:type="VirtualFutureDisk"><key>2</key><controllerKey>1</controllerKey>' +
      '<capacityInKB>1</capacityInKB></device>';
    const facts = factsOf({ devices });
    expect(facts.disks).toMatchObject([{ deviceKey: 2, bus: 'UNKNOWN', controllerType: 'VirtualFutureController' }]);
  });
});
