// Goal: whole plans say the right thing in words that a tired person understands.
// Method: small facts in, the rendered plan inline; exact verdicts, outcomes, subjects and steps.
import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '../../src/domain/canonical-json.js';
import { TARGET_FORMATS } from '../../src/domain/target-formats.js';
import { describeDrift } from '../../src/planner/compare-plans.js';
import { planRestore } from '../../src/planner/plan-restore.js';
import { renderPlan } from '../../src/planner/render-plan.js';
import {
  encryptedFacts,
  executorFact,
  healthyFacts,
  withDisks,
  withExecutors,
  withFormat,
  withItems,
  withPoint,
} from './facts-builder.js';

function body(text: string): string[] {
  return text.split('\n').filter((line) => !line.startsWith('Made '));
}

test('a healthy clear VM is restorable with nothing to warn of', () => {
  const plan = planRestore(healthyFacts());
  expect(plan.verdict).toBe('RESTORABLE');
  expect(plan.findings).toEqual([]);
  expect(body(renderPlan(plan))).toEqual([
    'Restore of "web-01" as of 2026-05-04 01:00 UTC to restores:web-01',
    'Verdict: RESTORABLE',
    '',
    '  VM home        AS CAPTURED    The ConfigInfo is written as a document, its secrets cut out.',
    '  Hard disk 1    AS CAPTURED    20.0 MiB by LOCAL_FILE on local. Every byte is checked against its',
    '                                SHA-256 before it is written.',
    '  NVRAM          AS CAPTURED    The NVRAM is written as a file, as it was.',
    '  Virtual TPM    NOT PRESENT    The VM had none.',
    '  Power-on       NOT PRESENT    Local files are not a VM: nothing is powered on.',
    '',
    'Steps',
    '  1. Check that restores:web-01 can be written and holds none of the files.',
    '  2. Claim restores:web-01, so that no other operation writes there.',
    '  3. Write Hard disk 1 (20.0 MiB) as raw file to restores:web-01/disk-2000.raw, each chunk verified.',
    '  4. Open the sealed NVRAM and write it to restores:web-01/vm.nvram.',
    '  5. Write the ConfigInfo, its secrets cut out, to restores:web-01/config-info.json.',
    '  6. Release restores:web-01.',
    '',
    'Moves 20.0 MiB; time not known: no rate has been measured.',
    '',
  ]);
});

describe('target formats', () => {
  test.each([
    ['RAW_SPARSE', 'raw file', 'disk-2000.raw', [], 20_971_520],
    ['RAW_THICK', 'thick raw file', 'disk-2000.raw', [], 67_108_864],
    ['VMDK_FLAT', 'flat VMDK', 'disk-2000.vmdk', [' and restores:web-01/disk-2000-flat.vmdk'], 20_971_520],
    ['VMDK_SPARSE', 'sparse VMDK', 'disk-2000.vmdk', [], 20_971_520],
    ['VMDK_STREAM_OPTIMIZED', 'stream-optimised VMDK', 'disk-2000.vmdk', [], 0],
    ['QCOW2', 'qcow2 image', 'disk-2000.qcow2', [], 20_971_520],
  ] as const)('%s: a healthy plan, its file and every file that it makes', (format, words, file, more, spaceBytes) => {
    const plan = planRestore(withFormat(healthyFacts(), format));
    expect(plan).toMatchObject({ verdict: 'RESTORABLE', findings: [], bytesToMove: 20_971_520 });
    const target = { location: 'restores', path: `web-01/${file}` };
    expect(plan.disks).toMatchObject([{ format, target, spaceBytes }]);
    const step = plan.steps.find(({ kind }) => kind === 'RESTORE_DISK');
    expect(step).toMatchObject({
      target,
      description: `Write Hard disk 1 (20.0 MiB) as ${words} to restores:web-01/${file}, each chunk verified.`,
      sideEffects: [`Makes restores:web-01/${file}${more.join('')}; nothing that exists is overwritten.`],
    });
  });

  test('each format is another plan: the digest covers it', () => {
    const digests = TARGET_FORMATS.map((format) => planRestore(withFormat(healthyFacts(), format)).digest);
    expect(new Set(digests).size).toBe(TARGET_FORMATS.length);
  });
});

test('an encrypted VM with its whole key chain loses only what local files cannot hold', () => {
  const plan = planRestore(encryptedFacts());
  expect(plan.verdict).toBe('RESTORABLE_WITH_LOSS');
  expect(plan.findings.map(({ ruleId, subject }) => `${ruleId} ${subject}`)).toEqual([
    'disk.written-in-clear disk:2000',
    'home.bundle-stays-sealed vm',
    'nvram.sealed-by-key nvram',
  ]);
  expect(plan.components.map(({ component, outcome, verdict }) => [component, outcome, verdict])).toEqual([
    ['VM_HOME', 'CLEAR', 'RESTORABLE_WITH_LOSS'],
    ['DISK', 'CLEAR', 'RESTORABLE'],
    ['NVRAM', 'AS_CAPTURED', 'RESTORABLE'],
    ['VTPM', 'NOT_PRESENT', 'RESTORABLE'],
    ['POWER_ON', 'NOT_PRESENT', 'RESTORABLE'],
  ]);
});

test('[S41] an NVRAM without its bundle comes back as bytes that nothing opens', () => {
  const plan = planRestore(withItems(encryptedFacts(), { ENCRYPTION_BUNDLE: 'NOT_CAPTURED' }));
  expect(plan.verdict).toBe('RESTORABLE_WITH_LOSS');
  expect(plan.components.find((one) => one.component === 'NVRAM')?.verdict).toBe('RESTORABLE_WITH_LOSS');
});

test('all blocks are told at once, beside what is unknown', () => {
  const facts = withPoint(withExecutors(healthyFacts(), { engine: 'UNAVAILABLE', engineReason: 'no compiler' }), {
    state: 'CAPTURING',
    encryption: 'UNKNOWN',
  });
  const plan = planRestore(facts);
  expect(plan.verdict).toBe('NOT_RESTORABLE');
  expect(plan.findings.map(({ ruleId, subject }) => `${ruleId} ${subject}`)).toEqual([
    'executor.engine-unavailable executor:local',
    'home.encryption-unknown vm',
    'restore-point.still-capturing vm',
  ]);
});

describe('executors', () => {
  test('the first by name that nothing rejects is chosen, the other rejections are kept with their rules', () => {
    const facts = withExecutors(healthyFacts(), { name: 'c' }, { name: 'a', repositories: [] }, { name: 'b' });
    const [disk] = planRestore(facts).disks;
    expect(disk?.executor).toBe('b');
    expect(disk?.rejected).toEqual([
      {
        transport: 'LOCAL_FILE',
        executor: 'a',
        ruleId: 'executor.repository-not-present',
        why: 'Executor a cannot open the repository main.',
      },
    ]);
  });

  test('when the only one that might do it is silent, the answer is unknown and not a refusal', () => {
    const silent = { name: 'b', observedAt: '2026-05-03T00:00:00.000Z' };
    expect(planRestore(withExecutors(healthyFacts(), { name: 'a', repositories: [] }, silent)).verdict).toBe('UNKNOWN');
    expect(planRestore(withExecutors(healthyFacts(), { name: 'a', repositories: [] })).verdict).toBe('NOT_RESTORABLE');
  });

  test('an executor that is both silent and without engine is refused for good', () => {
    const facts = withExecutors(healthyFacts(), {
      observedAt: '2026-05-03T00:00:00.000Z',
      engine: 'UNAVAILABLE',
      engineReason: 'no compiler',
    });
    expect(planRestore(facts).verdict).toBe('NOT_RESTORABLE');
  });
});

test('one disk without data is a loss, all disks without data a block', () => {
  const lost = { dataState: 'NOT_CAPTURED', indexHash: null, repository: null } as const;
  const some = planRestore(withDisks(healthyFacts(), {}, { deviceKey: 2001, ...lost }));
  expect([some.verdict, some.steps.filter((step) => step.kind === 'RESTORE_DISK').map((step) => step.subject)]).toEqual(
    ['RESTORABLE_WITH_LOSS', ['disk:2000']],
  );
  expect(planRestore(withDisks(healthyFacts(), lost)).verdict).toBe('NOT_RESTORABLE');
});

test('a plan is data: it survives JSON', () => {
  const plan = planRestore(encryptedFacts());
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
});

describe('drift', () => {
  const before = planRestore(healthyFacts());

  test('free space, age and time of planning are none', () => {
    const moved = executorFact({
      observedAt: '2026-05-04T03:09:59.000Z',
      locations: [{ name: 'restores', readable: true, writable: true, freeBytes: 9_000_000_000 }],
    });
    const after = planRestore({ ...healthyFacts(), now: '2026-05-04T03:10:30.000Z', executors: [moved] });
    expect(after.digest).toBe(before.digest);
    expect(describeDrift(before, after)).toEqual([]);
  });

  test.each([
    [
      'another index',
      withDisks(healthyFacts(), { indexHash: 'b'.repeat(64) }),
      ['The data of disk 2000 is another than planned.'],
    ],
    [
      'another executor',
      withExecutors(healthyFacts(), { name: 'other' }),
      ['Disk 2000 was planned by LOCAL_FILE on local, now LOCAL_FILE on other.'],
    ],
    [
      'damage found since',
      withDisks(healthyFacts(), { dataState: 'DAMAGED' }),
      [
        'The verdict was RESTORABLE and is now NOT_RESTORABLE.',
        'New: A verification found chunks of Hard disk 1 missing or damaged. (disk.data-damaged)',
        'Disk 2000 was AS_CAPTURED and is now UNKNOWN (disk.data-damaged).',
        'Disk 2000 was planned by LOCAL_FILE on local, now no way on no executor.',
        'Step left out: RESTORE_DISK disk:2000.',
      ],
    ],
    [
      'another folder',
      {
        ...healthyFacts(),
        request: {
          ...healthyFacts().request,
          target: {
            kind: 'LOCAL_FILES' as const,
            location: 'restores',
            folder: 'elsewhere',
            diskFormat: 'RAW_SPARSE' as const,
          },
        },
      },
      ['The request of the plan have changed.', 'The disks of the plan have changed.'],
    ],
  ])('%s is told in words', (_name, facts, sentences) => {
    const after = planRestore(facts);
    expect(after.digest).not.toBe(before.digest);
    expect(describeDrift(before, after)).toEqual(sentences);
  });
});

test('canonical JSON sorts keys at every depth', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'ü' }], a: 1e21 })).toBe('{"a":1e+21,"b":[1,{"c":"ü","d":null}]}');
});

describe('without a disk to move', () => {
  test('target and executor are judged for the small files', () => {
    const bare = withItems(withDisks(healthyFacts()), { DISK_DATA: 'NOT_PRESENT' });
    expect(planRestore(bare).verdict).toBe('RESTORABLE');
    const silent = withExecutors(bare, { observedAt: '2020-01-01T00:00:00.000Z', locations: [] });
    expect(planRestore(silent).findings.map((finding) => finding.ruleId)).toEqual([
      'executor.not-heard-of',
      'location.not-known',
    ]);
    expect(planRestore(silent).verdict).toBe('NOT_RESTORABLE');
  });

  test('a VM whose disks are not known is never restorable', () => {
    const cut = withItems(withPoint(encryptedFacts(), { disks: [] }), { DISK_DATA: 'UNKNOWN' });
    expect(planRestore(cut).verdict).toBe('UNKNOWN');
  });
});

test('a component of which nobody knows what becomes is never shown as good', () => {
  const plan = planRestore(withItems(healthyFacts(), { NVRAM: 'UNKNOWN' }));
  expect(plan.verdict).toBe('RESTORABLE');
  expect(plan.components.find((one) => one.component === 'NVRAM')).toMatchObject({
    outcome: 'UNKNOWN',
    verdict: 'UNKNOWN',
  });
});

test('[S26] a ConfigInfo that is kept but not whole is written, and told', () => {
  const plan = planRestore(withItems(healthyFacts(), { CONFIG_INFO: 'UNKNOWN' }));
  expect(plan.verdict).toBe('RESTORABLE_WITH_LOSS');
  expect(plan.steps.map((step) => step.kind)).toContain('WRITE_CONFIG_INFO');
});
