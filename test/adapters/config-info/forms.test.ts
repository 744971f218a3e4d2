/**
 * Goal: the same VM gives the same facts whatever form its ConfigInfo comes in, and nothing in it gets lost on the way.
 * Method: documents of the demonstration estate in every form; the same documents as pyVmomi 9.1 and govmomi 0.53 wrote
 * them (test/fixtures/config-info); documents of govmomi's simulator as vCenter would answer and as govc printed them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  parseConfigInfo,
  parseConfigInfoJson,
  parseConfigInfoXml,
} from '../../../src/adapters/config-info/parse-config-info.js';
import { emitGovcJson, emitPyVmomiJson } from '../../../src/demo/estate/emit-json.js';
import { emitPropertyCollectorXml, emitXml } from '../../../src/demo/estate/emit-xml.js';
import { estateVirtualMachines } from '../../../src/demo/estate/virtual-machines.js';
import { extractFacts } from '../../../src/domain/config-info/extract-facts.js';
import { readSerialisedConfigInfo, serialiseConfigInfo } from '../../../src/domain/config-info/serialise.js';
import { toJson } from '../../../src/domain/config-info/to-json.js';
import { toXml } from '../../../src/domain/config-info/to-xml.js';
import type { RestorePointFacts } from '../../../src/domain/restore-point-facts.js';
import { canonicalContentOf, canonicalXml } from '../../support/config-info/canonical-xml.js';
import { notUnderstoodOf, treeOf } from '../../support/config-info/sample.js';

const machines = estateVirtualMachines();
const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../fixtures/config-info', name), 'utf8');
const factsOf = (text: string): RestorePointFacts => extractFacts(treeOf(parseConfigInfo(text)));
const withoutMoRef = (facts: RestorePointFacts): RestorePointFacts => ({ ...facts, moRef: null });

/** Without stated types, `VirtualE1000e` can only be told to be some network adapter. */
const withoutAdapterTypes = (facts: RestorePointFacts): RestorePointFacts => ({
  ...withoutMoRef(facts),
  networkAdapters: facts.networkAdapters.map((adapter) => ({ ...adapter, type: null })),
});

describe.each(machines.map((machine) => [machine.name, machine] as const))('%s', (_name, machine) => {
  const tree = machine.tree(1);
  const expected = withoutMoRef(extractFacts(tree));

  it('is read in its own form as the form that it is', () => {
    const outcome = parseConfigInfo(machine.configInfo(1));
    expect(outcome).toMatchObject({ ok: true, form: machine.form });
    expect(withoutAdapterTypes(extractFacts(treeOf(outcome)))).toEqual(withoutAdapterTypes(expected));
  });

  it.each([
    ['bare XML', emitXml(tree)],
    ['the answer of the PropertyCollector', emitPropertyCollectorXml(tree)],
    ['the same with a foreign XSI prefix', emitPropertyCollectorXml(tree, '_XMLSchema-instance')],
    ['JSON with _typeName', emitGovcJson(tree, 'TYPED')],
    ['JSON of pyVmomi', emitPyVmomiJson(tree)],
    ['JSON of pyVmomi, dynamic fields stripped', emitPyVmomiJson(tree, true)],
    ['our own vim25 JSON', toJson(tree)],
  ])('is the same tree as %s', (_form, text) => {
    const outcome = parseConfigInfo(text);
    expect(notUnderstoodOf(outcome)).toEqual([]);
    expect(treeOf(outcome).root).toEqual(tree.root);
  });

  it.each([
    ['JSON of govc', emitGovcJson(tree, 'PLAIN')],
    ['JSON of old govc', emitGovcJson(tree, 'UPPER_CAMEL')],
  ])('gives the same facts as %s, which states no types', (_form, text) => {
    expect(withoutAdapterTypes(factsOf(text))).toEqual(withoutAdapterTypes(expected));
  });

  it('survives XML to JSON to XML', () => {
    const xml = emitPropertyCollectorXml(tree, 'q');
    const fromXml = treeOf(parseConfigInfoXml(xml));
    for (const json of [toJson(fromXml), emitPyVmomiJson(fromXml), emitGovcJson(fromXml, 'TYPED')]) {
      const back = toXml(treeOf(parseConfigInfoJson(json)));
      expect(canonicalContentOf(back, 'VirtualMachineConfigInfo')).toBe(
        canonicalContentOf(xml, 'VirtualMachineConfigInfo'),
      );
    }
  });

  it('survives the stored form', () => {
    const stored = serialiseConfigInfo(treeOf(parseConfigInfo(machine.configInfo(2))));
    const back = readSerialisedConfigInfo(stored);
    expect(serialiseConfigInfo(back)).toBe(stored);
    expect(back).toEqual(treeOf(parseConfigInfo(machine.configInfo(2))));
  });

  it('differs from point to point only in change ids and time', () => {
    const [first, second] = [extractFacts(machine.tree(0)), extractFacts(machine.tree(1))];
    const bare = (facts: RestorePointFacts) => ({
      ...facts,
      disks: facts.disks.map((disk) => ({ ...disk, changeId: null })),
    });
    expect(bare(second)).toEqual(bare(first));
    expect(second.disks.map((disk) => disk.changeId?.raw)).not.toEqual(first.disks.map((disk) => disk.changeId?.raw));
    expect(machine.configInfo(1)).toBe(machine.configInfo(1));
  });
});

describe('documents that other tools wrote', () => {
  it.each(['demo-encrypted-vtpm', 'demo-several-controllers'])('%s is the same in all of them', (name) => {
    const machine = machines.find((candidate) => candidate.name === name);
    const expected = withoutMoRef(extractFacts(machine?.tree(0) ?? treeOf(parseConfigInfo(''))));
    for (const file of ['govmomi.xml', 'govmomi-typed.json', 'govmomi-plain.json', 'pyvmomi.xml', 'pyvmomi.json']) {
      expect({ file, facts: withoutMoRef(factsOf(fixture(`${name}.${file}`))) }).toEqual({ file, facts: expected });
    }
  });

  it.each(['demo-encrypted-vtpm', 'demo-several-controllers'])(
    '%s is understood whole where types are stated',
    (name) => {
      for (const file of ['govmomi.xml', 'govmomi-typed.json', 'pyvmomi.xml', 'pyvmomi.json']) {
        expect({ file, rest: notUnderstoodOf(parseConfigInfo(fixture(`${name}.${file}`))) }).toEqual({
          file,
          rest: [],
        });
      }
    },
  );

  it('pyVmomi wrote the same JSON from our XML as our emitter, but for the form of one time', () => {
    const machine = machines.find(({ name }) => name === 'demo-several-controllers');
    const ours: unknown = JSON.parse(
      machine?.configInfo(0).replace('"modified":"2026-03-01T02:00:00.000Z"', '"modified":"2026-03-01T02:00:00Z"') ??
        '',
    );
    expect(JSON.parse(fixture('demo-several-controllers.pyvmomi.json'))).toEqual(ours);
  });

  it('XML of govmomi comes back as it was, its redundant types and foreign prefixes included', () => {
    for (const name of ['demo-encrypted-vtpm.govmomi.xml', 'vcsim.retrieve-properties-ex.xml']) {
      const xml = fixture(name);
      const back = toXml(readSerialisedConfigInfo(serialiseConfigInfo(treeOf(parseConfigInfoXml(xml)))));
      const type = 'VirtualMachineConfigInfo';
      expect(canonicalContentOf(back, type)).toBe(canonicalContentOf(xml, type));
    }
  });

  it('the answer of a simulator and what two releases of govc print of it give the same facts', () => {
    const answered = factsOf(fixture('vcsim.retrieve-properties-ex.xml'));
    expect(answered).toMatchObject({ name: 'DC0_H0_VM0', hardwareVersion: 13, homeEncryption: 'NOT_ENCRYPTED' });
    expect(answered.moRef).toMatch(/^vm-\d+$/);
    expect(
      answered.disks.map(({ deviceKey, capacityBytes, provisioning, bus }) => ({
        deviceKey,
        capacityBytes,
        provisioning,
        bus,
      })),
    ).toEqual([{ deviceKey: 204, capacityBytes: 10737418240, provisioning: 'THIN', bus: 'SCSI' }]);
    for (const file of ['vcsim.govc-0.53.json', 'vcsim.govc-0.18.json']) {
      const printed = factsOf(fixture(file));
      // The simulator's labels are not those of vSphere, so its controller stays a SCSI controller of unknown make.
      expect(printed.controllers.find(({ key }) => key === 202)).toMatchObject({
        bus: 'SCSI',
        type: 'VirtualSCSIController',
      });
      expect(printed.disks.map((disk) => ({ ...disk, controllerType: null }))).toEqual(
        answered.disks.map((disk) => ({ ...disk, controllerType: null })),
      );
    }
  });

  it('the canonical text tells documents apart', () => {
    expect(canonicalXml('<a xmlns="u"><b>1</b></a>')).toBe(canonicalXml('<p:a xmlns:p="u">\n <p:b>1</p:b></p:a>'));
    expect(canonicalXml('<a><b>1</b></a>')).not.toBe(canonicalXml('<a><b>1 </b></a>'));
    expect(canonicalXml('<a><b/></a>')).not.toBe(canonicalXml('<a><b/><b/></a>'));
  });
});

describe('where the ConfigInfo stands', () => {
  const tree = machines[0]?.tree(0) ?? treeOf(parseConfigInfo(''));
  const json = JSON.parse(toJson(tree)) as Record<string, unknown>;

  it.each([
    [
      'a bare <config>',
      emitXml(tree)
        .replace('<obj ', '<config ')
        .replace('</obj>', '</config>')
        .replace(' xsi:type="VirtualMachineConfigInfo"', ''),
    ],
    ['a <val> with its type', emitXml(tree).replace('<obj ', '<val ').replace('</obj>', '</val>')],
    ['no namespace at all', emitXml(tree).replace('xmlns="urn:vim25" ', '')],
    ['govc -s', JSON.stringify(json)],
    [
      'govc vm.info',
      JSON.stringify({ virtualMachines: [{ self: { type: 'VirtualMachine', value: 'vm-7' }, config: json }] }),
    ],
    [
      'govc -type m',
      JSON.stringify([
        { kind: 'enter', obj: { type: 'VirtualMachine', value: 'vm-7' }, changeSet: [{ name: 'config', val: json }] },
      ]),
    ],
    [
      'a machine spread out by pyVmomi',
      JSON.stringify({
        _vimid: 'vm-7',
        _vimref: 'vim.VirtualMachine:vm-7',
        _vimtype: 'vim.VirtualMachine',
        config: JSON.parse(emitPyVmomiJson(tree)),
      }),
    ],
  ])('%s is found', (_where, text) => {
    expect(withoutMoRef(factsOf(text))).toEqual(withoutMoRef(extractFacts(tree)));
  });

  it('and the machine beside it is named', () => {
    const moRef = (text: string): string | null => factsOf(text).moRef;
    expect(moRef(JSON.stringify({ self: { type: 'VirtualMachine', value: 'vm-7' }, config: json }))).toBe('vm-7');
    expect(moRef(JSON.stringify({ _vimref: "'vim.VirtualMachine:vm-8'", config: json }))).toBe('vm-8');
    expect(moRef(emitPropertyCollectorXml(tree))).toBe('vm-1001');
    expect(moRef(emitXml(tree))).toBeNull();
    expect(
      moRef(JSON.stringify({ obj: { type: 'VirtualMachineSnapshot', value: 'snapshot-9' }, config: json })),
    ).toBeNull();
  });
});
