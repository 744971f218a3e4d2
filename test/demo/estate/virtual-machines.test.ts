/**
 * Goal: the demonstration estate is what it claims: four machines whose ConfigInfo is complete, every device class
 * among them, deterministic, of the asked capacity, with canaries where secrets stand.
 * Method: the documents read by the product's own reader; device classes and sections spelt out.
 */
import { describe, expect, it } from '@jest/globals';
import { parseConfigInfo } from '../../../src/adapters/config-info/parse-config-info.js';
import { build } from '../../../src/demo/estate/build-node.js';
import { ESTATE_CANARIES, ESTATE_DEFAULTS, estateVirtualMachines } from '../../../src/demo/estate/virtual-machines.js';
import { extractFacts } from '../../../src/domain/config-info/extract-facts.js';
import { fieldOf, itemsAt } from '../../../src/domain/config-info/node.js';

const machines = estateVirtualMachines();

describe('the estate', () => {
  it('has four machines in three forms', () => {
    expect(machines.map(({ name, form }) => [name, form])).toEqual([
      ['demo-bios-thin', 'XML'],
      ['demo-uefi-secure-boot', 'GOVC_JSON'],
      ['demo-encrypted-vtpm', 'XML'],
      ['demo-several-controllers', 'PYVMOMI_JSON'],
    ]);
  });

  it('reports every device class of a vSphere 8 machine', () => {
    const classes = new Set<string | null>();
    for (const machine of machines) {
      for (const device of itemsAt(fieldOf(machine.tree(0).root, 'hardware'), 'device')) {
        classes.add(device.kind === 'object' ? device.type : null);
      }
    }
    expect([...classes].map(String).sort((left, right) => (left < right ? -1 : 1))).toEqual([
      'ParaVirtualSCSIController',
      'VirtualAHCIController',
      'VirtualBusLogicController',
      'VirtualCdrom',
      'VirtualDisk',
      'VirtualE1000',
      'VirtualE1000e',
      'VirtualFloppy',
      'VirtualHdAudioCard',
      'VirtualIDEController',
      'VirtualKeyboard',
      'VirtualLsiLogicController',
      'VirtualLsiLogicSASController',
      'VirtualMachineVMCIDevice',
      'VirtualMachineVideoCard',
      'VirtualNVMEController',
      'VirtualPCIController',
      'VirtualPCIPassthrough',
      'VirtualPS2Controller',
      'VirtualParallelPort',
      'VirtualPointingDevice',
      'VirtualPrecisionClock',
      'VirtualSIOController',
      'VirtualSerialPort',
      'VirtualSriovEthernetCard',
      'VirtualTPM',
      'VirtualUSB',
      'VirtualUSBController',
      'VirtualUSBXHCIController',
      'VirtualVmxnet3',
      'VirtualWDT',
    ]);
  });

  it.each(machines.map((machine) => [machine.name, machine] as const))(
    '%s is complete and without problems',
    (_name, machine) => {
      const facts = extractFacts(machine.tree(0));
      expect(facts.completeness).toEqual({ complete: true, missing: [] });
      expect(facts.problems).toEqual([]);
      expect(facts.disks.map(({ deviceKey, capacityBytes }) => ({ deviceKey, capacityBytes }))).toEqual(
        machine.disks
          .map(({ deviceKey, capacityBytes }) => ({ deviceKey, capacityBytes }))
          .sort((left, right) => left.deviceKey - right.deviceKey),
      );
      expect(new Set(machines.flatMap(({ disks }) => disks.map(({ fileName }) => fileName))).size).toBe(8);
      expect(machine.nvramBytes(0)).toEqual(machine.nvramBytes(0));
      expect(machine.nvramBytes(0)).not.toEqual(machine.nvramBytes(1));
    },
  );

  it('is of the asked capacity and time', () => {
    const asked = estateVirtualMachines({
      capacityBytes: 64 * 1024 * 1024,
      clock: (point) => `2030-01-0${point + 1}T00:00:00Z`,
    });
    expect(asked[3]?.disks.map(({ capacityBytes }) => capacityBytes)).toEqual([
      67108864, 33554432, 33554432, 33554432, 33554432,
    ]);
    expect(asked[0]?.configInfo(2)).toContain('<modified>2030-01-03T00:00:00Z</modified>');
    expect(ESTATE_DEFAULTS.clock(1)).toBe('2026-03-02T02:00:00.000Z');
  });

  it('holds its canaries in the documents of the machines that have secrets, and nowhere else', () => {
    const holders = (canary: string) =>
      machines.filter((machine) => machine.configInfo(0).includes(canary)).map(({ name }) => name);
    expect(holders(ESTATE_CANARIES.encryptionBundle)).toEqual(['demo-encrypted-vtpm']);
    expect(holders(ESTATE_CANARIES.dataFileKey)).toEqual(['demo-encrypted-vtpm']);
    expect(holders(ESTATE_CANARIES.vncPassword)).toEqual(['demo-several-controllers']);
  });

  it('comes in through the reader', () => {
    for (const machine of machines) {
      expect(parseConfigInfo(machine.configInfo(0))).toMatchObject({ ok: true, form: machine.form });
    }
  });
});

describe('building', () => {
  it.each<[string, () => unknown]>([
    ['an unknown type', () => build('VirtualNothing', {})],
    ['an unknown field', () => build('VirtualDisk', { spin: 'up' })],
    ['a list for one value', () => build('VirtualDisk', { key: [1, 2] })],
    ['an object of another type', () => build('VirtualDisk', { deviceInfo: build('SharesInfo', {}) })],
    ['a plain value for an object', () => build('VirtualDisk', { deviceInfo: 'label' })],
  ])('%s is a mistake', (_name, make) => {
    expect(make).toThrow(Error);
  });
});
