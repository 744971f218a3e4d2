/**
 * Goal: a document without types (as govc prints it) gets the types that its fields prove, and none that they do not: a
 * vTPM must never be taken for something else.
 * Method: evidence with the exact answer; every device of the type table asked with all of its own fields.
 */
import { describe, expect, it } from '@jest/globals';
import { inferType, type TypeEvidence } from '../../../src/domain/config-info/infer-type.js';
import { kindsOf, vim25Type } from '../../../src/domain/config-info/vim25-types.js';

const NOTHING: TypeEvidence = {
  fieldNames: [],
  emptyFieldNames: [],
  key: null,
  label: null,
  summary: null,
  ownerType: null,
};
const device = (evidence: Partial<TypeEvidence>) => inferType('VirtualDevice', { ...NOTHING, ...evidence });
const backing = (ownerType: string, ...fieldNames: string[]) =>
  inferType('VirtualDeviceBackingInfo', { ...NOTHING, ownerType, fieldNames });

describe('devices', () => {
  it.each<[string, Partial<TypeEvidence>, string, boolean]>([
    ['a disk by its capacity', { fieldNames: ['key', 'capacityInKB'] }, 'VirtualDisk', true],
    ['a vTPM by its certificate', { fieldNames: ['key', 'endorsementKeyCertificate'] }, 'VirtualTPM', true],
    [
      'a vTPM by its fields, empty',
      { fieldNames: ['key'], emptyFieldNames: ['endorsementKeyCertificate'] },
      'VirtualTPM',
      true,
    ],
    ['a vTPM by its label', { fieldNames: ['key'], key: '11000', label: 'Virtual TPM' }, 'VirtualTPM', true],
    [
      'a device that may be a vTPM',
      { fieldNames: ['key', 'deviceInfo'], key: '11000', label: 'TPM virtuel' },
      'VirtualDevice',
      false,
    ],
    [
      'the keyboard by its key, in any language',
      { fieldNames: ['key'], key: '600', label: 'Tastatur' },
      'VirtualKeyboard',
      true,
    ],
    ['a key of a keyboard on a disk', { fieldNames: ['key', 'capacityInKB'], key: '600' }, 'VirtualDisk', true],
    [
      'paravirtual SCSI by its summary',
      { fieldNames: ['scsiCtlrUnitNumber'], summary: 'VMware paravirtual SCSI' },
      'ParaVirtualSCSIController',
      true,
    ],
    [
      'LSI Logic SAS',
      { fieldNames: ['scsiCtlrUnitNumber'], summary: 'LSI Logic SAS' },
      'VirtualLsiLogicSASController',
      true,
    ],
    ['SCSI of an unknown make', { fieldNames: ['scsiCtlrUnitNumber'] }, 'VirtualSCSIController', false],
    ['a network adapter of an unknown make', { fieldNames: ['macAddress'] }, 'VirtualEthernetCard', false],
    ['VMXNET 3 by its own field', { fieldNames: ['macAddress', 'uptv2Enabled'] }, 'VirtualVmxnet3', true],
    ['a controller of an unknown kind', { fieldNames: ['busNumber'] }, 'VirtualController', false],
  ])('%s', (_name, evidence, type, resolved) => {
    expect(device(evidence)).toEqual({ type, resolved });
  });

  it('a printer of all fields leaves only the class that has exactly those', () => {
    const all = (name: string) => (vim25Type(name)?.fields ?? []).map((field) => field.name);
    expect(device({ fieldNames: ['key'], emptyFieldNames: all('VirtualTPM').slice(1) })?.type).toBe('VirtualTPM');
    expect(device({ fieldNames: ['key'], emptyFieldNames: all('VirtualKeyboard').slice(1) })).toEqual({
      type: 'VirtualDevice',
      resolved: false,
    });
    const nvme = all('VirtualNVMEController');
    expect(device({ fieldNames: nvme.slice(0, 2), emptyFieldNames: nvme.slice(2) })?.type).toBe(
      'VirtualNVMEController',
    );
  });

  it('a field that no device has gives no type', () => {
    expect(device({ fieldNames: ['key', 'spin'] })).toBeNull();
  });

  it('with all fields of its class a device is that class, an ancestor, or left open', () => {
    for (const name of kindsOf('VirtualDevice')) {
      const found = device({ fieldNames: (vim25Type(name)?.fields ?? []).map((field) => field.name) });
      expect(kindsOf(found?.type ?? '')).toContain(name);
    }
  });
});

describe('backings', () => {
  it.each([
    ['a flat disk', 'VirtualDisk', ['fileName', 'thinProvisioned'], 'VirtualDiskFlatVer2BackingInfo', true],
    ['an SeSparse disk', 'VirtualDisk', ['fileName', 'grainSize'], 'VirtualDiskSeSparseBackingInfo', true],
    ['a raw device mapping', 'VirtualDisk', ['fileName', 'lunUuid'], 'VirtualDiskRawDiskMappingVer1BackingInfo', true],
    [
      'a disk file of unknown kind',
      'VirtualDisk',
      ['fileName', 'diskMode', 'split'],
      'VirtualDeviceFileBackingInfo',
      false,
    ],
    ['a distributed port', 'VirtualE1000e', ['port'], 'VirtualEthernetCardDistributedVirtualPortBackingInfo', true],
    ['an ISO image', 'VirtualCdrom', ['fileName'], 'VirtualCdromIsoBackingInfo', true],
  ])('%s', (_name, owner, fields, type, resolved) => {
    expect(backing(owner, ...fields)).toEqual({ type, resolved });
  });
});
