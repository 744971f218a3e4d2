/**
 * Goal: CAPTURED, NOT_PRESENT, NOT_CAPTURED and UNKNOWN are never confused: the difference between the middle two
 * decides whether a clear VM's NVRAM is thrown away.
 * Method: one table row for each way into each state of each item.
 */
import { describe, expect, it } from '@jest/globals';
import { estateVirtualMachines } from '../../../src/demo/estate/virtual-machines.js';
import { extractFacts } from '../../../src/domain/config-info/extract-facts.js';
import { type CompanionItems, itemStates, NO_COMPANION_ITEMS } from '../../../src/domain/config-info/item-states.js';
import type { DiskFact, FactProblem, ItemStates, RestorePointFacts } from '../../../src/domain/restore-point-facts.js';

const [bios, uefi, encrypted, several] = estateVirtualMachines().map((machine) => extractFacts(machine.tree(0))) as [
  RestorePointFacts,
  RestorePointFacts,
  RestorePointFacts,
  RestorePointFacts,
];

type States = Partial<Record<keyof ItemStates, ItemStates[keyof ItemStates]['state']>>;

function statesOf(facts: RestorePointFacts | null, given: Partial<CompanionItems> = {}): Required<States> {
  const states = itemStates(facts, { ...NO_COMPANION_ITEMS, ...given });
  return Object.fromEntries(Object.entries(states).map(([item, { state }]) => [item, state])) as Required<States>;
}

const cutDown: RestorePointFacts = {
  ...bios,
  completeness: { complete: false, missing: ['extraConfig'] },
  homeEncryption: 'UNKNOWN',
  encryptionBundle: 'UNKNOWN',
  nvramFileName: null,
};
const withProblem = (facts: RestorePointFacts, problem: FactProblem): RestorePointFacts => ({
  ...facts,
  problems: [problem],
});
const withDisks = (facts: RestorePointFacts, change: Partial<DiskFact>): RestorePointFacts => ({
  ...facts,
  disks: facts.disks.map((disk) => ({ ...disk, ...change })),
});

describe('whole points', () => {
  it.each<[string, RestorePointFacts | null, Partial<CompanionItems>, Required<States>]>([
    [
      'a clear BIOS machine with NVRAM and policies',
      bios,
      { nvram: 'GIVEN', storagePolicies: 'GIVEN' },
      {
        CONFIG_INFO: 'CAPTURED',
        KEY_ID: 'NOT_PRESENT',
        ENCRYPTION_BUNDLE: 'NOT_PRESENT',
        NVRAM: 'CAPTURED',
        VTPM: 'NOT_PRESENT',
        STORAGE_POLICIES: 'CAPTURED',
        CHANGE_IDS: 'CAPTURED',
      },
    ],
    [
      'an encrypted machine with vTPM and all that belongs to it',
      encrypted,
      { nvram: 'GIVEN', storagePolicies: 'GIVEN' },
      {
        CONFIG_INFO: 'CAPTURED',
        KEY_ID: 'CAPTURED',
        ENCRYPTION_BUNDLE: 'CAPTURED',
        NVRAM: 'CAPTURED',
        VTPM: 'CAPTURED',
        STORAGE_POLICIES: 'CAPTURED',
        CHANGE_IDS: 'CAPTURED',
      },
    ],
    [
      'the same with nothing beside a ConfigInfo without bundle and key id',
      { ...encrypted, keyId: null, encryptionBundle: 'NOT_PRESENT' },
      {},
      {
        CONFIG_INFO: 'CAPTURED',
        KEY_ID: 'NOT_CAPTURED',
        ENCRYPTION_BUNDLE: 'NOT_CAPTURED',
        NVRAM: 'NOT_CAPTURED',
        VTPM: 'NOT_CAPTURED',
        STORAGE_POLICIES: 'NOT_CAPTURED',
        CHANGE_IDS: 'CAPTURED',
      },
    ],
    [
      'no ConfigInfo at all',
      null,
      {},
      {
        CONFIG_INFO: 'NOT_CAPTURED',
        KEY_ID: 'UNKNOWN',
        ENCRYPTION_BUNDLE: 'UNKNOWN',
        NVRAM: 'UNKNOWN',
        VTPM: 'UNKNOWN',
        STORAGE_POLICIES: 'UNKNOWN',
        CHANGE_IDS: 'UNKNOWN',
      },
    ],
    [
      'a ConfigInfo that was cut down',
      { ...cutDown, vtpm: 'UNKNOWN', changeTrackingEnabled: 'UNKNOWN', disks: [] },
      {},
      {
        CONFIG_INFO: 'UNKNOWN',
        KEY_ID: 'UNKNOWN',
        ENCRYPTION_BUNDLE: 'UNKNOWN',
        NVRAM: 'UNKNOWN',
        VTPM: 'UNKNOWN',
        STORAGE_POLICIES: 'UNKNOWN',
        CHANGE_IDS: 'UNKNOWN',
      },
    ],
  ])('%s', (_name, facts, given, expected) => {
    expect(statesOf(facts, given)).toEqual(expected);
  });

  it('every state has a reason', () => {
    for (const facts of [null, bios, uefi, encrypted, several, cutDown]) {
      for (const { reason } of Object.values(itemStates(facts, NO_COMPANION_ITEMS))) {
        expect(reason).toMatch(/^[A-Za-z].{10,}[^.]$/);
      }
    }
  });
});

describe('single items', () => {
  const noFile = { nvramFileName: null } as const;

  it.each<[string, RestorePointFacts | null, Partial<CompanionItems>, States]>([
    ['NVRAM handed over without any ConfigInfo', null, { nvram: 'GIVEN' }, { NVRAM: 'CAPTURED' }],
    ['NVRAM named by ConfigInfo, not handed over', bios, {}, { NVRAM: 'NOT_CAPTURED' }],
    ['NVRAM of a BIOS machine that names none', { ...bios, ...noFile }, {}, { NVRAM: 'NOT_PRESENT' }],
    ['the same, ConfigInfo cut down', cutDown, {}, { NVRAM: 'UNKNOWN' }],
    ['the same, firmware unknown', { ...bios, ...noFile, firmware: 'UNKNOWN' }, {}, { NVRAM: 'UNKNOWN' }],
    ['the same, vTPM unknown', { ...bios, ...noFile, vtpm: 'UNKNOWN' }, {}, { NVRAM: 'UNKNOWN' }],
    ['NVRAM of a UEFI machine that names none', { ...uefi, ...noFile }, {}, { NVRAM: 'NOT_CAPTURED' }],
    [
      'NVRAM of a vTPM machine that names none',
      { ...encrypted, ...noFile, firmware: 'UNKNOWN' },
      {},
      { NVRAM: 'NOT_CAPTURED' },
    ],
    [
      'NVRAM that the tool looked for in vain',
      { ...uefi, ...noFile },
      { nvram: 'NONE_EXISTS' },
      { NVRAM: 'NOT_PRESENT' },
    ],
    ['the same, though ConfigInfo names a file', uefi, { nvram: 'NONE_EXISTS' }, { NVRAM: 'UNKNOWN' }],
    [
      'the same, ConfigInfo cut down',
      { ...cutDown, nvramFileName: 'a.nvram' },
      { nvram: 'NONE_EXISTS' },
      { NVRAM: 'UNKNOWN' },
    ],
    [
      'the same of a machine with vTPM that names none',
      { ...encrypted, ...noFile },
      { nvram: 'NONE_EXISTS' },
      { NVRAM: 'UNKNOWN', VTPM: 'NOT_CAPTURED' },
    ],
    [
      'a bundle handed over apart',
      { ...encrypted, encryptionBundle: 'NOT_PRESENT' },
      { encryptionBundle: 'GIVEN' },
      { ENCRYPTION_BUNDLE: 'CAPTURED' },
    ],
    ['a bundle handed over without ConfigInfo', null, { encryptionBundle: 'GIVEN' }, { ENCRYPTION_BUNDLE: 'CAPTURED' }],
    [
      'no bundle, says the tool, of an encrypted machine',
      { ...encrypted, encryptionBundle: 'NOT_PRESENT' },
      { encryptionBundle: 'NONE_EXISTS' },
      { ENCRYPTION_BUNDLE: 'NOT_CAPTURED' },
    ],
    [
      'a key id without bundle',
      { ...encrypted, encryptionBundle: 'NOT_PRESENT' },
      {},
      { KEY_ID: 'CAPTURED', ENCRYPTION_BUNDLE: 'NOT_CAPTURED' },
    ],
    [
      'a bundle without key id',
      { ...encrypted, keyId: null },
      {},
      { KEY_ID: 'NOT_CAPTURED', ENCRYPTION_BUNDLE: 'CAPTURED' },
    ],
    [
      'encryption unknown',
      { ...bios, homeEncryption: 'UNKNOWN' },
      {},
      { KEY_ID: 'UNKNOWN', ENCRYPTION_BUNDLE: 'UNKNOWN' },
    ],
    ['a vTPM whose NVRAM is there', encrypted, { nvram: 'GIVEN' }, { VTPM: 'CAPTURED' }],
    ['a vTPM whose NVRAM is not', encrypted, {}, { VTPM: 'NOT_CAPTURED' }],
    ['a vTPM that may be', { ...bios, vtpm: 'UNKNOWN' }, { nvram: 'GIVEN' }, { VTPM: 'UNKNOWN' }],
    ['policies: none, says the tool', bios, { storagePolicies: 'NONE_EXISTS' }, { STORAGE_POLICIES: 'NOT_PRESENT' }],
    [
      'policies: none, says the tool, of an encrypted machine',
      encrypted,
      { storagePolicies: 'NONE_EXISTS' },
      { STORAGE_POLICIES: 'NOT_CAPTURED' },
    ],
    [
      'policies: nobody said, one disk encrypted',
      withDisks(bios, { keyId: { keyId: 'k', providerId: null } }),
      {},
      { STORAGE_POLICIES: 'NOT_CAPTURED' },
    ],
    ['policies: nobody said', bios, {}, { STORAGE_POLICIES: 'UNKNOWN' }],
    ['change ids missing although tracked', withDisks(bios, { changeId: null }), {}, { CHANGE_IDS: 'NOT_CAPTURED' }],
    [
      'change ids handed over apart',
      withDisks(bios, { changeId: null }),
      { changeIdDeviceKeys: [2000] },
      { CHANGE_IDS: 'CAPTURED' },
    ],
    [
      'a change id of "*" is none',
      withDisks(bios, { changeId: { raw: '*', uuid: null, sequence: null } }),
      {},
      { CHANGE_IDS: 'NOT_CAPTURED' },
    ],
    [
      'change tracking off',
      { ...withDisks(bios, { changeId: null }), changeTrackingEnabled: 'NO' },
      {},
      { CHANGE_IDS: 'NOT_PRESENT' },
    ],
    [
      'change tracking off, ConfigInfo cut down',
      { ...withDisks(cutDown, { changeId: null }), changeTrackingEnabled: 'NO' },
      {},
      { CHANGE_IDS: 'UNKNOWN' },
    ],
    [
      'change tracking not told',
      { ...withDisks(bios, { changeId: null }), changeTrackingEnabled: 'UNKNOWN' },
      {},
      { CHANGE_IDS: 'UNKNOWN' },
    ],
    [
      'only disks that are never tracked',
      withDisks(bios, { changeId: null, diskMode: 'independent_persistent' }),
      {},
      { CHANGE_IDS: 'NOT_PRESENT' },
    ],
    [
      'only a physical raw device mapping',
      withDisks(bios, { changeId: null, compatibilityMode: 'physicalMode' }),
      {},
      { CHANGE_IDS: 'NOT_PRESENT' },
    ],
    ['no disks', { ...bios, disks: [] }, {}, { CHANGE_IDS: 'NOT_PRESENT' }],
    [
      'one disk of several without',
      { ...several, disks: several.disks.map((disk, index) => (index === 1 ? { ...disk, changeId: null } : disk)) },
      {},
      { CHANGE_IDS: 'NOT_CAPTURED' },
    ],
  ])('%s', (_name, facts, given, expected) => {
    expect(statesOf(facts, given)).toMatchObject(expected);
  });
});

describe('values that could not be used', () => {
  const negative: FactProblem = {
    code: 'OUT_OF_RANGE',
    path: 'hardware.device[7].unitNumber',
    message: 'beyond 32 bits',
  };

  it('make a ConfigInfo UNKNOWN, and the reason names them', () => {
    const state = itemStates(withProblem(bios, negative), NO_COMPANION_ITEMS).CONFIG_INFO;
    expect(state).toEqual({
      state: 'UNKNOWN',
      reason: 'the ConfigInfo is not complete: hardware.device[7].unitNumber: beyond 32 bits',
    });
  });

  it('are told without the words of the document', () => {
    const facts = withProblem(bios, { ...negative, path: 'hardware.device["a word"]' });
    expect(itemStates(facts, NO_COMPANION_ITEMS).CONFIG_INFO.reason).toBe(
      'the ConfigInfo is not complete: beyond 32 bits',
    );
  });

  it('of a change id are told by the change ids', () => {
    const facts = withProblem(bios, { code: 'UNREADABLE_CHANGE_ID', path: 'x', message: 'not of the form' });
    expect(statesOf(facts).CONFIG_INFO).toBe('CAPTURED');
  });
});
