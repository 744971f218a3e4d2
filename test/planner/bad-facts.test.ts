// Goal: facts that cannot be, or that nobody knows, give a finding and never a crash or a good verdict.
// Method: one healthy restore, one thing wrong at a time; the verdict and the rules that tell of it.
import { expect, test } from '@jest/globals';
import { planRestore } from '../../src/planner/plan-restore.js';
import { renderPlan } from '../../src/planner/render-plan.js';
import type { VsphereFacts } from '../../src/planner/facts.js';
import { inPlaceFacts, targetDisk } from './in-place-facts.js';
import { NOW, SEEN_AT, vsphereFacts } from './vsphere-facts.js';

const adapter = vsphereFacts().restorePoint.machine.networkAdapters[0]!;
const point = inPlaceFacts().restorePoint;
const service = (name: string, ...needs: string[]) =>
  ({ kind: 'DNS', name, vmInstanceUuid: null, needs, running: 'NO' }) as const;

const ROWS: readonly (readonly [name: string, facts: VsphereFacts, rules: readonly string[]])[] = [
  ['a host state of tomorrow', vsphereFacts({ hosts: [{ connectionState: 'dreaming' }] }), ['host.connection-unknown']],
  [
    'a maintenance mode of tomorrow',
    vsphereFacts({ datastores: [{ maintenance: 'dreaming' }] }),
    ['datastore.maintenance-unknown'],
  ],
  [
    'processor features of tomorrow',
    vsphereFacts({ machine: { evcMode: 'intel-tomorrow' } }),
    ['host.processor-unknown'],
  ],
  ['a power state of tomorrow', inPlaceFacts({}, { powerState: 'dreaming' }), ['in-place.powered-on']],
  [
    'a disk on a datastore that the site does not list',
    vsphereFacts({ placement: { homeDatastoreId: 'datastore-99' } }),
    ['site.facts-contradictory'],
  ],
  ['a host that the site does not list', vsphereFacts({ placement: { hostId: 'host-99' } }), ['host.not-listed']],
  ['facts of another site', vsphereFacts({ target: { siteId: 'site-2' } }), ['site.is-another']],
  [
    'more free than there is',
    vsphereFacts({ datastores: [{ capacityBytes: 1, freeBytes: 2 ** 40 }] }),
    ['site.facts-contradictory'],
  ],
  ['a negative size of a disk', vsphereFacts({ disks: [{ capacityBytes: -512 }] }), ['facts.contradictory']],
  ['a negative memory', vsphereFacts({ machine: { memoryMiB: -1 } }), ['site.facts-contradictory']],
  ['a negative free space', vsphereFacts({ datastores: [{ freeBytes: -1 }] }), ['site.facts-contradictory']],
  ['a clock before the point', vsphereFacts({ now: '2026-05-04T00:59:59.000Z' }), ['facts.contradictory']],
  ['a clock before what was seen', vsphereFacts({ now: '2026-05-04T03:04:59.000Z' }), ['site.facts-from-future']],
  ['duplicate device keys', vsphereFacts({ disks: [{}, { deviceKey: 2000 }] }), ['facts.contradictory']],
  [
    'duplicate keys of adapters',
    vsphereFacts({ machine: { networkAdapters: [adapter, adapter] } }),
    ['site.facts-contradictory'],
  ],
  [
    'duplicate keys on the VM to overwrite',
    inPlaceFacts({}, { disks: [targetDisk(point.disks[0]!, {}), targetDisk(point.disks[1]!, { deviceKey: 2000 })] }),
    ['site.facts-contradictory'],
  ],
  ['duplicate hosts', vsphereFacts({ hosts: [{}, { id: 'host-21' }] }), ['site.facts-contradictory']],
  [
    'a place for a disk that the point does not hold',
    vsphereFacts({ placement: { disks: [{ deviceKey: 7, datastoreId: null, provisioning: 'THIN', policyId: null }] } }),
    ['site.facts-contradictory'],
  ],
  [
    'a circle of infrastructure',
    vsphereFacts({
      site: { services: { observedAt: SEEN_AT, entries: [service('a', 'b'), service('b', 'c'), service('c', 'a')] } },
    }),
    ['services.no-start-order'],
  ],
  ['a thousand disks', vsphereFacts({ disks: Array.from({ length: 1000 }, () => ({})) }), ['guest.too-many-disks']],
  ['an empty list of hosts', vsphereFacts({ hosts: [] }), ['host.not-listed']],
  [
    'nothing known of the site',
    vsphereFacts({
      site: {
        about: null,
        hosts: null,
        datastores: null,
        networks: null,
        machines: null,
        privileges: null,
        places: null,
      },
    }),
    ['placement.names-unknown', 'placement.place-unknown', 'site.privilege-unknown', 'decision.not-made'],
  ],
];

test.each(ROWS)('%s is told, and is never good', (_name, facts, rules) => {
  const plan = planRestore(facts);
  expect(['UNKNOWN', 'NOT_RESTORABLE']).toContain(plan.verdict);
  expect(plan.findings.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining([...rules]));
  expect(renderPlan(plan)).toContain(plan.vmName);
});

test('a thousand disks on controllers that can hold them are planned', () => {
  const controllers = Array.from({ length: 16 }, (_one, index) => ({
    key: 1000 + index,
    type: 'ParaVirtualSCSIController',
    bus: 'SCSI' as const,
    busNumber: index,
    sharing: 'noSharing',
  }));
  const disks = Array.from({ length: 1000 }, (_one, index) => ({
    controllerKey: 1000 + Math.floor(index / 64),
    unitNumber: index % 64,
    uuid: `disk-${index}`,
  }));
  const plan = planRestore(vsphereFacts({ disks, machine: { controllers } }));
  expect(plan.disks).toHaveLength(1000);
  expect(plan.findings.filter(({ ruleId }) => ruleId === 'guest.too-many-disks')).toEqual([]);
});

test('a fact of this very second counts, one of a second later does not', () => {
  const at = (observedAt: string) =>
    planRestore(vsphereFacts({ site: { hosts: { observedAt, entries: vsphereFacts().site.hosts!.entries } } })).verdict;
  expect([at(NOW), at('2026-05-04T03:10:00.001Z')]).toEqual(['RESTORABLE', 'UNKNOWN']);
});
