// Goal: where nobody can know whether compressed disks fit, the answer is unknown: neither good nor bad
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withFormat, withFreeBytes } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { locationMayNotSuffice } from '../../../../src/planner/rules/files/location-may-not-suffice.js';

const DATA_AND_NVRAM = 20_971_520 + 8684;
const stream = withFormat(healthyFacts(), 'VMDK_STREAM_OPTIMIZED');

ruleTable(locationMayNotSuffice, [
  {
    name: 'fires one byte short of all the data',
    facts: withFreeBytes(stream, DATA_AND_NVRAM - 1),
    subjects: ['location:restores'],
  },
  {
    name: 'fires with room for the NVRAM alone',
    facts: withFreeBytes(stream, 8684),
    subjects: ['location:restores'],
  },
  {
    name: 'silent with less than that: another rule speaks',
    facts: withFreeBytes(stream, 8683),
    subjects: [],
  },
  { name: 'silent with room for the data uncompressed', facts: withFreeBytes(stream, DATA_AND_NVRAM), subjects: [] },
  {
    name: 'silent when free space is unknown: another rule speaks',
    facts: withFreeBytes(stream, null),
    subjects: [],
  },
  {
    name: 'silent for formats whose size is known',
    facts: withFreeBytes(withFormat(healthyFacts(), 'VMDK_SPARSE'), DATA_AND_NVRAM - 1),
    subjects: [],
  },
]);
