// Goal: what the source document says of transports, proxies and disks is seen in whole plans.
// Method: small facts in; exact ways, rejections and findings out.
import { expect, test } from '@jest/globals';
import type { VsphereFacts } from '../../src/planner/facts.js';
import type { VspherePlan } from '../../src/planner/vsphere-plan.js';
import { planRestore } from '../../src/planner/plan-restore.js';
import { tracked } from './change-tracking.js';
import { inPlaceFacts, targetDisk } from './in-place-facts.js';
import { hotaddProxy, pointDisk, sanProxy, vsphereFacts } from './vsphere-facts.js';
import { hotaddOn } from './vsphere-proxies.js';

const THICK = { provisioning: 'THICK_EAGER_ZEROED' } as const;

function ways(facts: VsphereFacts): (string | null)[] {
  return planRestore(facts).disks.map(({ transport }) => transport);
}

function against(facts: VsphereFacts, transport: string): string[] {
  const [disk] = planRestore(facts).disks;
  return [...new Set(disk?.rejected.filter((one) => one.transport === transport).map(({ ruleId }) => ruleId))].sort();
}

function told(plan: VspherePlan): string[] {
  return plan.findings.map(({ grade, ruleId, subject }) => `${grade} ${ruleId} ${subject}`);
}

test('[S02] thick disks go by SAN first, thin ones by SAN last and only by request', () => {
  const both = [THICK, {}];
  expect(ways(vsphereFacts({ disks: both, executors: [sanProxy({})] }))).toEqual(['SAN', 'NBDSSL']);
  const asked = planRestore(
    vsphereFacts({ disks: both, executors: [sanProxy({})], target: { transportPreference: ['SAN'] } }),
  );
  expect(asked.disks.map(({ transport }) => transport)).toEqual(['SAN', 'SAN']);
  expect(told(asked)).toEqual(['WARNS san.thin-by-request disk:2001']);
});

test('[S03] a thin disk goes by NBDSSL, and why not by SAN is told', () => {
  const facts = vsphereFacts({ disks: [{}], executors: [sanProxy({})] });
  expect(ways(facts)).toEqual(['NBDSSL']);
  expect(against(facts, 'SAN')).toEqual(['san.thin-disk']);
});

test('[S05] a child is never written by SAN; a captured child becomes a base disk and may be', () => {
  const child = inPlaceFacts(
    { disks: [THICK], executors: [sanProxy({})] },
    { disks: [targetDisk(pointDisk(0, THICK), { child: 'YES' })] },
  );
  expect(ways(child)).toEqual(['NBDSSL']);
  expect(against(child, 'SAN')).toEqual(['transport.child-disk']);
  expect(ways(vsphereFacts({ disks: [{ ...THICK, child: 'YES' }], executors: [sanProxy({})] }))).toEqual(['SAN']);
});

test('[S06] nothing is written to a VVol datastore by SAN, also by request', () => {
  const facts = vsphereFacts({
    disks: [THICK],
    datastores: [{ type: 'VVOL' }],
    executors: [sanProxy({})],
    target: { transportPreference: ['SAN'] },
  });
  expect(ways(facts)).toEqual(['NBDSSL']);
  expect(against(facts, 'SAN')).toEqual(['san.vvol']);
});

test('[S13] the default SAN policy is claimed for the release and the editions for which it was stated', () => {
  const windows = (release: string, edition: string) =>
    ({ release, edition, sanPolicy: null, automount: 'NO' }) as const;
  const of = (release: string, edition: string) =>
    planRestore(
      vsphereFacts({
        disks: [THICK],
        executors: [sanProxy({ operatingSystem: 'WINDOWS', windows: windows(release, edition) })],
      }),
    ).findings.filter(({ ruleId }) => ruleId === 'windows.san-default');
  expect(of('2008', 'Enterprise').map(({ explanation }) => explanation)).toEqual([
    'Proxy san-1 runs Windows Server 2008 Enterprise: its default SAN policy is offline.',
  ]);
  expect(of('2008', 'Standard')).toEqual([]);
  expect(of('2022', 'Datacenter')).toEqual([]);
});

test('[S17] a proxy on VMFS-3 takes what its block size allows; the datastore and the limit are named', () => {
  const facts = (capacityBytes: number) =>
    vsphereFacts({
      disks: [{ capacityBytes }],
      datastores: [{}, { vmfsMajorVersion: 3, vmfsBlockSizeBytes: 2 * 1024 ** 2 }],
      executors: [hotaddOn({ datastoreIds: ['datastore-12'] })],
    });
  expect(ways(facts(512 * 1024 ** 3))).toEqual(['HOTADD']);
  expect(ways(facts(512 * 1024 ** 3 + 512))).toEqual(['NBDSSL']);
  const [disk] = planRestore(facts(600 * 1024 ** 3)).disks;
  expect(disk?.rejected.find(({ transport }) => transport === 'HOTADD')?.why).toBe(
    'Proxy hotadd-1 lies on vmfs-b, VMFS-3 with blocks of 2.0 MiB: it serves disks of up to 512.0 GiB, ' +
      'and Hard disk 1 has 600.0 GiB.',
  );
});

test('[S18] an IDE disk is not HotAdded', () => {
  const facts = vsphereFacts({ disks: [{ bus: 'IDE' }], executors: [hotaddProxy({})] });
  expect(ways(facts)).toEqual(['NBDSSL']);
  expect(against(facts, 'HOTADD')).toEqual(['hotadd.ide-disk']);
});

test('[S19] another controller than PVSCSI works too, with an advice', () => {
  const controllers = [
    { type: 'VirtualLsiLogicController', busNumber: 0, freeSlots: 9, hasDisk: 'YES' as const },
  ] as const;
  const plan = planRestore(vsphereFacts({ disks: [{}], executors: [hotaddOn({ controllers })] }));
  expect([plan.verdict, plan.disks[0]?.transport]).toEqual(['RESTORABLE', 'HOTADD']);
  expect(told(plan)).toEqual(['INFORMS hotadd.not-pvscsi executor:hotadd-1']);
});

test('[S23] NFC time-outs that somebody switched off are explained', () => {
  const plan = planRestore(vsphereFacts({ disks: [{}], executors: [sanProxy({ nfcTimeouts: 'OFF' })] }));
  expect(told(plan)).toEqual(['WARNS nfc.timeouts-off executor:san-1']);
  expect(plan.findings[0]?.explanation).toBe(
    'After a failure of executor san-1 older hosts hold the disks open until vpxa or hostd restarts.',
  );
});

test('[S31] a size from change tracking says that it counts what the guest deleted', () => {
  const plan = planRestore(vsphereFacts({ disks: [tracked({ coverage: 'ALLOCATED' })] }));
  expect(plan.findings.map(({ explanation }) => explanation)).toEqual([
    'The 20.0 MiB of Hard disk 1 hold what its guest deleted too: a block once written stays in use.',
  ]);
});

test('a controller that was not captured is made before its disks, and disks in the order of their buses', () => {
  const plan = planRestore(
    vsphereFacts({ disks: [{ controllerKey: 1001, busNumber: 1 }, { unitNumber: 5 }, { unitNumber: 2 }] }),
  );
  expect(plan.controllers.map(({ key, predicted }) => [key, predicted])).toEqual([
    [1000, false],
    [1001, true],
  ]);
  const create = plan.steps.find((step) => step.kind === 'CREATE_VM');
  expect(create?.kind === 'CREATE_VM' ? create.deviceKeys : []).toEqual([2002, 2001, 2000]);
  expect(plan.disks.map(({ diskUuid }) => diskUuid)).toEqual([0, 1, 2].map((index) => pointDisk(index, {}).uuid));
});

test('a Windows proxy mounts nothing that it is given by HotAdd, and is set back', () => {
  const windows = { release: '2022', edition: 'Standard', sanPolicy: 'onlineAll', automount: 'YES' } as const;
  const plan = planRestore(vsphereFacts({ executors: [hotaddProxy({ operatingSystem: 'WINDOWS', windows })] }));
  expect(plan.steps.flatMap((step) => ('lines' in step ? [[step.kind, ...step.lines]] : []))).toEqual([
    ['PREPARE_PROXY', 'automount disable'],
    ['RESET_PROXY', 'automount enable'],
  ]);
});

test('a host without vCenter is written without a fence, and that is told', () => {
  const plan = planRestore(vsphereFacts({ site: { kind: 'ESXI' }, executors: [sanProxy({})] }));
  expect(plan.steps.map(({ kind }) => kind)).not.toContain('PREPARE_ACCESS');
  expect(told(plan)).toContain('INFORMS access.no-fence-on-host vm');
});

test('local storage is written by NBDSSL, asked for by name', () => {
  const facts = vsphereFacts({ disks: [THICK], datastores: [{ local: 'YES' }], executors: [sanProxy({})] });
  expect(ways(facts)).toEqual(['NBDSSL']);
  expect(against(facts, 'SAN')).toEqual(['san.local-storage']);
});
