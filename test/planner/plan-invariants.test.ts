// Goal: an invariant that nothing can break proves nothing, so each one of the list is seen broken.
// Method: a sound plan is falsified in one place, and the invariant must name it.
import { expect, test } from '@jest/globals';
import type { VsphereFacts } from '../../src/planner/facts.js';
import { planRestore } from '../../src/planner/plan-restore.js';
import type { VirtualDiskPlan, VspherePlan } from '../../src/planner/vsphere-plan.js';
import { brokenInvariants } from './plan-invariants.js';
import { encryptedFacts, sanProxy, vsphereFacts } from './vsphere-facts.js';

const thick = vsphereFacts({ disks: [{ provisioning: 'THICK_EAGER_ZEROED' }], executors: [sanProxy({})] });
const thin = vsphereFacts({ disks: [{ provisioning: 'THIN' }] });
const sealed = encryptedFacts({ disks: [{}] });

type Falsify = (plan: VspherePlan) => Partial<VspherePlan>;

const disk =
  (change: Partial<VirtualDiskPlan>): Falsify =>
  (plan) => ({ disks: plan.disks.map((one) => ({ ...one, ...change })) });
const without =
  (...kinds: readonly string[]): Falsify =>
  (plan) => ({ steps: plan.steps.filter(({ kind }) => !kinds.includes(kind)) });
const home =
  (change: Partial<VspherePlan['keyPath']['home']>): Falsify =>
  ({ keyPath }) => ({ keyPath: { ...keyPath, home: { ...keyPath.home, ...change } } });

test.each<[string, VsphereFacts, Falsify]>([
  ['no SAN for a disk that is not thick, unasked', thick, disk({ provisioning: 'THIN' })],
  ['an executor writes only by what its library offers for sure', thin, disk({ transport: 'DATASTORE_HTTP' })],
  ['SAN only by a physical proxy', thin, disk({ transport: 'SAN' })],
  ['SAN and plain NBD never onto an encrypted disk', sealed, disk({ transport: 'NBD' })],
  ['plain NBD never unasked', thin, disk({ transport: 'NBD' })],
  ['HotAdd only by a virtual proxy', thick, disk({ transport: 'HOTADD' })],
  [
    'SAN streams of all work together stay below the cap of the host',
    thick,
    ({ streams }) => ({ streams: streams.map((one) => ({ ...one, atOnce: 7 })) }),
  ],
  [
    'nothing is written with change tracking on',
    thin,
    () => ({ changeTracking: { offBefore: false, onAfter: true, nextBackupFull: true } }),
  ],
  [
    'SAN writes inside the restore snapshot, and nothing else does',
    thick,
    without('CREATE_RESTORE_SNAPSHOT', 'REVERT_RESTORE_SNAPSHOT'),
  ],
  ['HotAdded disks are released before access ends', thin, without('RELEASE_DISKS')],
  ['what takes something says how it is given back, and brackets close', thin, without('END_ACCESS')],
  ['each disk that has a way is written once, by that way', thin, without('WRITE_DISK')],
  ['a good plan has keys that can be fetched or given', sealed, home({ keyId: 'key-9' })],
  ['the bundle goes only with the key id that seals it', sealed, home({ way: 'NEW_KEYS' })],
  ['what was clear comes back clear, unless it was asked for', thin, home({ way: 'NEW_KEYS' })],
  ['what was encrypted comes back encrypted, unless it was allowed', sealed, home({ way: 'NONE' })],
  [
    'a sealed NVRAM goes back only with its own key id and bundle of one epoch',
    sealed,
    ({ keyPath }) => ({ keyPath: { ...keyPath, bundle: 'DROPPED' } }),
  ],
  ['a good verdict has a connected host and a way for every disk that has data', thin, disk({ transport: null })],
  [
    'a good verdict has no component that is unknown or will not start',
    thin,
    ({ components }) => ({ components: components.map((one) => ({ ...one, outcome: 'UNKNOWN' })) }),
  ],
  [
    'what is lost is told: never plainly RESTORABLE',
    thin,
    ({ components }) => ({ components: components.map((one) => ({ ...one, outcome: 'LOST' })) }),
  ],
  ['a verdict that is not good tells why', thin, () => ({ verdict: 'UNKNOWN', findings: [] })],
])('%s', (name, facts, falsify) => {
  const plan = planRestore(facts);
  expect(brokenInvariants({ facts, plan })).toEqual([]);
  const broken = brokenInvariants({ facts, plan: { ...plan, ...falsify(plan) } });
  expect(broken.filter((text) => text.startsWith(`${name}: `))).toHaveLength(1);
});
