// Goal: a restore that does not fit is refused
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withDisks, withExecutors, withFormat, withFreeBytes, withItems } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { locationNotEnoughSpace } from '../../../../src/planner/rules/files/location-not-enough-space.js';

ruleTable(locationNotEnoughSpace, [
  {
    name: 'fires one byte short of disk and NVRAM',
    facts: withExecutors(healthyFacts(), {
      locations: [{ name: 'restores', readable: true, writable: true, freeBytes: 20_980_203 }],
    }),
    subjects: ['location:restores'],
  },
  {
    name: 'an NVRAM of which nobody knows whether it was captured still needs its room',
    facts: withFreeBytes(withItems(healthyFacts(), { NVRAM: 'UNKNOWN' }), 20_980_203),
    subjects: ['location:restores'],
  },
  {
    name: 'an NVRAM that was not captured needs none',
    facts: withFreeBytes(withItems(healthyFacts(), { NVRAM: 'NOT_CAPTURED' }), 20_980_203),
    subjects: [],
  },
  {
    name: 'silent at the exact need',
    facts: withExecutors(healthyFacts(), {
      locations: [{ name: 'restores', readable: true, writable: true, freeBytes: 20_980_204 }],
    }),
    subjects: [],
  },
  {
    name: 'counts the capacity where data is not counted',
    facts: withDisks(
      withExecutors(healthyFacts(), {
        locations: [{ name: 'restores', readable: true, writable: true, freeBytes: 67_000_000 }],
      }),
      { dataBytes: null },
    ),
    subjects: ['location:restores'],
  },
  {
    name: 'silent when unknown: another rule speaks',
    facts: withExecutors(healthyFacts(), {
      locations: [{ name: 'restores', readable: true, writable: true, freeBytes: null }],
    }),
    subjects: [],
  },
  {
    name: 'a thick file needs the whole capacity',
    facts: withFreeBytes(withFormat(healthyFacts(), 'RAW_THICK'), 67_108_864 + 8683),
    subjects: ['location:restores'],
  },
  {
    name: 'silent at the exact capacity',
    facts: withFreeBytes(withFormat(healthyFacts(), 'RAW_THICK'), 67_108_864 + 8684),
    subjects: [],
  },
  {
    name: 'a flat VMDK needs its data, like sparse raw',
    facts: withFreeBytes(withFormat(healthyFacts(), 'VMDK_FLAT'), 20_980_203),
    subjects: ['location:restores'],
  },
  {
    name: 'a stream of unknown size is never said to be too large',
    facts: withFreeBytes(withFormat(healthyFacts(), 'VMDK_STREAM_OPTIMIZED'), 8684),
    subjects: [],
  },
]);
