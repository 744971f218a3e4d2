// Goal: a format that cannot hold a disk blocks before a byte moves, and only then
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withDisks, withFormat } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { diskFormatUnsuitable } from '../../../../src/planner/rules/files/disk-format-unsuitable.js';

const TIB = 2 ** 40;
const LARGEST = { capacityBytes: 64 * TIB };
const TOO_LARGE = { capacityBytes: 64 * TIB + 512 };
const FULL = { capacityBytes: 4 * TIB, dataBytes: 2 * TIB };

ruleTable(diskFormatUnsuitable, [
  ...(['VMDK_FLAT', 'VMDK_SPARSE', 'VMDK_STREAM_OPTIMIZED'] as const).flatMap((format) => [
    {
      name: `${format} ends at 64 TiB of capacity, for that disk only`,
      facts: withFormat(withDisks(healthyFacts(), TOO_LARGE, { deviceKey: 2001 }), format),
      subjects: ['disk:2000'],
    },
    {
      name: `${format} holds 64 TiB`,
      facts: withFormat(withDisks(healthyFacts(), LARGEST), format),
      subjects: [],
    },
  ]),
  ...(['RAW_SPARSE', 'RAW_THICK'] as const).map((format) => ({
    name: `${format} knows no limit`,
    facts: withFormat(withDisks(healthyFacts(), { ...TOO_LARGE, dataBytes: 3 * TIB }), format),
    subjects: [],
  })),
  {
    name: 'one sparse extent ends at 2 TiB of data',
    facts: withFormat(withDisks(healthyFacts(), FULL), 'VMDK_SPARSE'),
    subjects: ['disk:2000'],
  },
  {
    name: 'a block less fits',
    facts: withFormat(withDisks(healthyFacts(), { ...FULL, dataBytes: 2 * TIB - 4096 }), 'VMDK_SPARSE'),
    subjects: [],
  },
  {
    name: 'a stream of as much data may still fit: another rule speaks',
    facts: withFormat(withDisks(healthyFacts(), FULL), 'VMDK_STREAM_OPTIMIZED'),
    subjects: [],
  },
  {
    name: 'a flat extent holds it',
    facts: withFormat(withDisks(healthyFacts(), FULL), 'VMDK_FLAT'),
    subjects: [],
  },
  {
    name: 'silent on a disk that is not written at all',
    facts: withFormat(
      withDisks(healthyFacts(), { ...TOO_LARGE, dataState: 'NOT_CAPTURED', indexHash: null, dataBytes: null }),
      'VMDK_FLAT',
    ),
    subjects: [],
  },
]);
