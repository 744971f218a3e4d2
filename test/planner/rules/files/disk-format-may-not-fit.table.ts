// Goal: it is told when only the writing will show whether a disk fits, and never where it surely fits or surely not
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withDisks, withFormat } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { diskFormatMayNotFit } from '../../../../src/planner/rules/files/disk-format-may-not-fit.js';

const TIB = 2 ** 40;
const GIB = 2 ** 30;

ruleTable(diskFormatMayNotFit, [
  {
    name: 'fires on data that may lie scattered over more than 2 TiB of grains',
    facts: withFormat(withDisks(healthyFacts(), { capacityBytes: 8 * TIB, dataBytes: 130 * GIB }), 'VMDK_SPARSE'),
    subjects: ['disk:2000'],
  },
  {
    name: 'silent on so little data that no scatter makes it large',
    facts: withFormat(withDisks(healthyFacts(), { capacityBytes: 8 * TIB, dataBytes: 126 * GIB }), 'VMDK_SPARSE'),
    subjects: [],
  },
  {
    name: 'silent where all of the disk would fit',
    facts: withFormat(withDisks(healthyFacts(), { capacityBytes: 1.9 * TIB, dataBytes: 1.9 * TIB }), 'VMDK_SPARSE'),
    subjects: [],
  },
  {
    name: 'fires on a full disk of just 2 TiB: its tables stand in the file too',
    facts: withFormat(
      withDisks(healthyFacts(), { capacityBytes: 2 * TIB - 4096, dataBytes: 2 * TIB - 4096 }),
      'VMDK_SPARSE',
    ),
    subjects: ['disk:2000'],
  },
  {
    name: 'silent where it surely does not fit: another rule speaks',
    facts: withFormat(withDisks(healthyFacts(), { capacityBytes: 8 * TIB, dataBytes: 2 * TIB }), 'VMDK_SPARSE'),
    subjects: [],
  },
  {
    name: 'fires on a stream whose compression decides',
    facts: withFormat(
      withDisks(healthyFacts(), { capacityBytes: 8 * TIB, dataBytes: 3 * TIB }),
      'VMDK_STREAM_OPTIMIZED',
    ),
    subjects: ['disk:2000'],
  },
  {
    name: 'silent on a stream that fits uncompressed',
    facts: withFormat(
      withDisks(healthyFacts(), { capacityBytes: 8 * TIB, dataBytes: 1.5 * TIB }),
      'VMDK_STREAM_OPTIMIZED',
    ),
    subjects: [],
  },
  {
    name: 'silent on formats that address every byte',
    facts: withFormat(withDisks(healthyFacts(), { capacityBytes: 8 * TIB, dataBytes: 7 * TIB }), 'VMDK_FLAT'),
    subjects: [],
  },
  {
    name: 'silent on a disk that is not written at all',
    facts: withFormat(
      withDisks(healthyFacts(), {
        capacityBytes: 8 * TIB,
        dataState: 'NOT_CAPTURED',
        indexHash: null,
        dataBytes: null,
      }),
      'VMDK_SPARSE',
    ),
    subjects: [],
  },
]);
