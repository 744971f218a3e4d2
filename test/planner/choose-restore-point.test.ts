// Goal: of all the points of a VM the right one is taken, and each other one says why it was not.
// Method: tables of points with exact marks and reasons; properties over random points, the seed printed.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseRestorePoint } from '../../src/planner/choose-restore-point.js';
import type { PointQuestion, PointToChoose } from '../../src/planner/choose-restore-point.js';
import { propertySettings } from '../support/property-settings.js';
import { itemsWith } from './facts-builder.js';
import { KEY } from './vsphere-facts.js';

const LATEST: PointQuestion = {
  at: 'LATEST',
  now: '2026-05-10T00:00:00.000Z',
  completeKeysFirst: false,
  consistencyMin: null,
};
const KEYS_FIRST = { ...LATEST, completeKeysFirst: true };

function point(day: number, change: Partial<PointToChoose> = {}): PointToChoose {
  return {
    id: `point-${day}`,
    capturedAt: `2026-05-0${day}T01:00:00.000Z`,
    state: 'AVAILABLE',
    firmware: 'EFI',
    encryption: 'NOT_ENCRYPTED',
    key: null,
    consistency: 'FILE_SYSTEM',
    items: itemsWith({ KEY_ID: 'NOT_PRESENT', ENCRYPTION_BUNDLE: 'NOT_PRESENT', VTPM: 'NOT_PRESENT' }),
    disks: [{ label: 'Hard disk 1', dataState: 'CAPTURED', indexHash: 'a'.repeat(64) }],
    ...change,
  };
}

function encrypted(day: number, states: Parameters<typeof itemsWith>[0] = {}, change: Partial<PointToChoose> = {}) {
  return point(day, { encryption: 'ENCRYPTED', key: KEY, items: itemsWith(states), ...change });
}

/** One line a point: `point-3 CHOSEN 1 WHOLE | reasons`. */
function marks(points: readonly PointToChoose[], question: PointQuestion): string[] {
  return chooseRestorePoint(points, question).points.map(
    ({ id, mark, rank, standing, reasons }) => `${id} ${mark} ${rank ?? '-'} ${standing} | ${reasons.join(' ')}`,
  );
}

describe('which point is chosen', () => {
  test('the newest one, and the older ones as next best', () => {
    expect(marks([point(1), point(3), point(2)], LATEST)).toEqual([
      'point-3 CHOSEN 1 WHOLE | The newest point that can be used.',
      'point-2 NEXT_BEST 2 WHOLE | It is older than the chosen one of 2026-05-03T01:00:00.000Z.',
      'point-1 NEXT_BEST 3 WHOLE | It is older than the chosen one of 2026-05-03T01:00:00.000Z.',
    ]);
  });

  test('the newest one not after a moment; one of that very moment counts', () => {
    const points = [point(1), point(2), point(3)];
    expect(marks(points, { ...LATEST, at: '2026-05-02T01:00:00.000Z' })).toEqual([
      'point-2 CHOSEN 1 WHOLE | The newest usable point not after 2026-05-02T01:00:00.000Z.',
      'point-1 NEXT_BEST 2 WHOLE | It is older than the chosen one of 2026-05-02T01:00:00.000Z.',
      'point-3 REFUSED - WHOLE | It was captured after 2026-05-02T01:00:00.000Z.',
    ]);
    const before = chooseRestorePoint(points, { ...LATEST, at: '2026-05-02T00:59:59.999Z' });
    expect(before.chosen?.id).toBe('point-1');
  });

  test('complete key metadata beats newest when the policy says so, and only then', () => {
    const points = [
      encrypted(1),
      encrypted(2, { ENCRYPTION_BUNDLE: 'UNKNOWN' }),
      encrypted(3, { KEY_ID: 'NOT_CAPTURED' }),
    ];
    expect(marks(points, KEYS_FIRST)).toEqual([
      'point-1 CHOSEN 1 WHOLE | The newest point that can be used with complete key metadata.',
      'point-3 NEXT_BEST 2 GAPS | It is newer than the chosen one of 2026-05-01T01:00:00.000Z, but its key metadata ' +
        'is not complete. Its key id was not captured.',
      'point-2 NEXT_BEST 3 UNKNOWN | It is newer than the chosen one of 2026-05-01T01:00:00.000Z, but its key ' +
        'metadata is not complete. Its encryption bundle is not known to be there.',
    ]);
    expect(marks(points, LATEST)[0]).toBe(
      'point-3 CHOSEN 1 GAPS | The newest point that can be used. Its key id was not captured.',
    );
  });

  test('a VM that was never encrypted has complete key metadata without any', () => {
    expect(marks([point(1), point(2)], KEYS_FIRST)[0]).toBe(
      'point-2 CHOSEN 1 WHOLE | The newest point that can be used.',
    );
    expect(marks([point(1), point(2, { encryption: 'UNKNOWN' })], KEYS_FIRST)[0]).toMatch(/^point-1 CHOSEN/);
  });
});

describe('what is refused, and why', () => {
  const disk = (dataState: PointToChoose['disks'][number]['dataState'], label = 'Hard disk 1') =>
    ({ label, dataState, indexHash: dataState === 'CAPTURED' ? 'a'.repeat(64) : null }) as const;
  test.each<[string, Partial<PointToChoose>, Partial<PointQuestion>, string]>([
    ['capturing', { state: 'CAPTURING' }, {}, 'Its capture is under way.'],
    ['failed', { state: 'FAILED' }, {}, 'Its capture failed.'],
    ['damaged', { state: 'DAMAGED' }, {}, 'Its data was found missing or damaged.'],
    ['deleted', { state: 'DELETED' }, {}, 'It was deleted.'],
    ['state unknown', { state: 'UNKNOWN' }, {}, 'Its state is not known.'],
    ['a state of tomorrow', { state: 'FROZEN' as 'UNKNOWN' }, {}, 'Its state is not known.'],
    ['damaged disk', { disks: [disk('CAPTURED'), disk('DAMAGED', 'B')] }, {}, 'Data is damaged: B.'],
    ['disk under way', { disks: [disk('CAPTURED'), disk('CAPTURING', 'B')] }, {}, 'Data is still being captured: B.'],
    ['no disk', { disks: [] }, {}, 'It holds the data of no disk.'],
    [
      'dated tomorrow',
      { capturedAt: '2026-05-10T00:00:00.001Z' },
      {},
      'It is dated 2026-05-10T00:00:00.001Z, which is still to come.',
    ],
    ['no date', { capturedAt: 'yesterday' }, {}, 'When it was captured is not known.'],
    ['no moment', {}, { at: 'yesterday' }, '"yesterday" is no moment to compare it with.'],
    [
      'less consistent than asked for',
      { consistency: 'CRASH' },
      { consistencyMin: 'FILE_SYSTEM' },
      'It was taken like after a power cut; asked for is with quiet file systems.',
    ],
    [
      'consistency unknown',
      { consistency: 'UNKNOWN' },
      { consistencyMin: 'CRASH' },
      'Nobody knows whether it was taken like after a power cut, as is asked for. Nobody knows how consistent its ' +
        'disks are.',
    ],
  ])('%s', (_name, change, question, reason) => {
    const { chosen, points } = chooseRestorePoint([point(1, change)], { ...LATEST, ...question });
    expect(chosen).toBeNull();
    expect([points[0]?.mark, points[0]?.rank, points[0]?.reasons.join(' ')]).toEqual(['REFUSED', null, reason]);
  });

  test('the consistency that is asked for is enough', () => {
    const asked = { ...LATEST, consistencyMin: 'FILE_SYSTEM' } as const;
    expect(chooseRestorePoint([point(1)], asked).chosen?.standing).toBe('WHOLE');
    expect(chooseRestorePoint([point(1, { consistency: 'APPLICATION' })], asked).chosen?.id).toBe('point-1');
  });

  test('two points of one id', () => {
    expect(marks([point(1), point(2, { id: 'point-1' }), point(3)], LATEST)).toEqual([
      'point-3 CHOSEN 1 WHOLE | The newest point that can be used.',
      'point-1 REFUSED - WHOLE | Two points bear its id, and nobody knows which is right.',
      'point-1 REFUSED - WHOLE | Two points bear its id, and nobody knows which is right.',
    ]);
  });
});

describe('what is missing in the point that is chosen stands with it', () => {
  const disks = [
    { label: 'A', dataState: 'CAPTURED', indexHash: 'a'.repeat(64) },
    { label: 'B', dataState: 'NOT_CAPTURED', indexHash: null },
  ] as const;
  test.each<[string, PointToChoose, 'WHOLE' | 'GAPS' | 'UNKNOWN', string]>([
    ['a disk', point(1, { disks }), 'GAPS', 'The data of B was not captured.'],
    [
      'no index of a disk',
      point(1, { disks: [disks[0], { label: 'B', dataState: 'CAPTURED', indexHash: null }] }),
      'UNKNOWN',
      'Nobody knows where the data of B is.',
    ],
    [
      'NVRAM of a UEFI VM',
      point(1, { items: itemsWith({ NVRAM: 'NOT_CAPTURED' }) }),
      'GAPS',
      'Its NVRAM was not captured.',
    ],
    ['NVRAM of a BIOS VM', point(1, { firmware: 'BIOS', items: itemsWith({ NVRAM: 'UNKNOWN' }) }), 'WHOLE', ''],
    [
      'items not listed',
      point(1, { items: [] }),
      'UNKNOWN',
      'Its ConfigInfo is not known to be there. Its NVRAM is not known to be there.',
    ],
    ['key without its id', encrypted(1, {}, { key: null }), 'UNKNOWN', 'Its key id is not known to be there.'],
    ['consistency', point(1, { consistency: 'UNKNOWN' }), 'UNKNOWN', 'Nobody knows how consistent its disks are.'],
    ['encryption', point(1, { encryption: 'UNKNOWN' }), 'UNKNOWN', 'Nobody knows whether the VM was encrypted.'],
  ])('%s', (_name, one, standing, reason) => {
    const { chosen } = chooseRestorePoint([one], LATEST);
    expect([chosen?.standing, chosen?.reasons.slice(1).join(' ')]).toEqual([standing, reason]);
  });
});

const itemState = fc.constantFrom('CAPTURED', 'NOT_PRESENT', 'NOT_CAPTURED', 'UNKNOWN' as const);
const anyPoint: fc.Arbitrary<PointToChoose> = fc
  .record({
    day: fc.integer({ min: 1, max: 9 }),
    state: fc.constantFrom<PointToChoose['state']>(
      'AVAILABLE',
      'AVAILABLE',
      'AVAILABLE',
      'FAILED',
      'DELETED',
      'UNKNOWN',
    ),
    encryption: fc.constantFrom('ENCRYPTED', 'NOT_ENCRYPTED', 'UNKNOWN' as const),
    consistency: fc.constantFrom('CRASH', 'FILE_SYSTEM', 'APPLICATION', 'UNKNOWN' as const),
    items: fc.record({ KEY_ID: itemState, ENCRYPTION_BUNDLE: itemState, NVRAM: itemState }),
  })
  .map(({ day, items, ...rest }) => point(day, { ...rest, key: KEY, items: itemsWith(items) }));
const anyPoints = fc
  .array(anyPoint, { maxLength: 8 })
  .map((all) => all.map((one, index) => ({ ...one, id: `p${index}` })));
const anyQuestion = fc.record({
  at: fc.constantFrom('LATEST', '2026-05-05T01:00:00.000Z'),
  now: fc.constantFrom('2026-05-10T00:00:00.000Z', '2026-05-07T00:00:00.000Z'),
  completeKeysFirst: fc.boolean(),
  consistencyMin: fc.constantFrom(null, 'FILE_SYSTEM' as const),
});

describe('whatever the points', () => {
  test('each is marked once with a reason, at most one is chosen, and order does not matter', () => {
    fc.assert(
      fc.property(anyPoints, anyQuestion, (points, question) => {
        const choice = chooseRestorePoint(points, question);
        expect(choice.points.map(({ id }) => id).sort()).toEqual(points.map(({ id }) => id).sort());
        expect(choice.points.filter(({ mark }) => mark === 'CHOSEN')).toEqual(
          choice.chosen === null ? [] : [choice.chosen],
        );
        for (const { reasons } of choice.points) expect(reasons[0]).toBeTruthy();
        expect(chooseRestorePoint([...points].reverse(), question)).toEqual(choice);
      }),
      propertySettings(),
    );
  });

  test('the chosen one is AVAILABLE, in time, and never called whole with something unknown', () => {
    fc.assert(
      fc.property(anyPoints, anyQuestion, (points, question) => {
        const { chosen } = chooseRestorePoint(points, question);
        const one = points.find(({ id }) => id === chosen?.id);
        if (chosen === null || one === undefined) return;
        expect(one.state).toBe('AVAILABLE');
        expect(one.capturedAt <= question.now).toBe(true);
        if (question.at !== 'LATEST') expect(one.capturedAt <= question.at).toBe(true);
        if (one.encryption === 'UNKNOWN' || one.consistency === 'UNKNOWN') expect(chosen.standing).not.toBe('WHOLE');
        const states = new Map(one.items.map(({ item, state }) => [item, state]));
        const keys = [states.get('KEY_ID'), states.get('ENCRYPTION_BUNDLE')];
        if (one.encryption === 'ENCRYPTED' && keys.some((state) => state !== 'CAPTURED')) {
          expect(chosen.standing).not.toBe('WHOLE');
        }
      }),
      propertySettings(),
    );
  });
});
