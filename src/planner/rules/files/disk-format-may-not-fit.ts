import { TARGET_FORMAT_TRAITS } from '../../../domain/target-formats.js';
import { formatBytes } from '../../../domain/units.js';
import type { DiskFact, LocalFilesFacts } from '../../facts.js';
import { requestedDisks } from '../../requested-disks.js';
import type { FindingRule } from '../rule.js';

/** The zero map counts data in blocks of this size (docs/formats.md §2). */
const BLOCK_BYTES = 4096;
/** Markers and padding: a block of data that does not compress takes less than this share more of a stream. */
const STREAM_OVERHEAD = 1.25;
/** Two sets of tables, 2 KiB each for 32 MiB of disk; directories and header are less than the rest. */
const TABLES_SHARE = 1 / 8000;

/** The largest file that this disk's data can make. */
function fileBytesAtMost(facts: LocalFilesFacts, disk: DiskFact): number {
  const { grainBytes, occupies } = TARGET_FORMAT_TRAITS[facts.request.target.diskFormat];
  const dataBytes = disk.dataBytes ?? disk.capacityBytes;
  if (occupies === 'COMPRESSED') return dataBytes * STREAM_OVERHEAD;
  // At worst each block of data stands alone in its grain.
  const spreadBytes = grainBytes === null ? dataBytes : (dataBytes / BLOCK_BYTES) * grainBytes;
  return Math.min(disk.capacityBytes, spreadBytes) + disk.capacityBytes * TABLES_SHARE + 1_048_576;
}

function isInDoubt(facts: LocalFilesFacts, disk: DiskFact): boolean {
  const { fileBytesMax, occupies } = TARGET_FORMAT_TRAITS[facts.request.target.diskFormat];
  if (fileBytesMax === null || disk.dataState !== 'CAPTURED') return false;
  const isDefinite = occupies === 'DATA' && disk.dataBytes !== null && disk.dataBytes > fileBytesMax;
  return !isDefinite && fileBytesAtMost(facts, disk) > fileBytesMax;
}

export const diskFormatMayNotFit: FindingRule<LocalFilesFacts> = {
  kind: 'FINDING',
  id: 'disk.format-may-not-fit',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'Whether a disk fits into its target format shows only while it is written',
  statements: [],
  citation: {
    source: 'Reinstate formats (docs/formats.md)',
    section: 'Target formats',
    checked: '2026-11-22',
  },
  remedy: 'Choose RAW_SPARSE or VMDK_FLAT, which have no such limit, where the time of a second try is not there.',
  check: (facts) =>
    requestedDisks(facts)
      .filter((disk) => isInDoubt(facts, disk))
      .map((disk) => {
        const { words, fileBytesMax } = TARGET_FORMAT_TRAITS[facts.request.target.diskFormat];
        return {
          subject: `disk:${disk.deviceKey}`,
          explanation:
            `The file of a ${words} ends at ${formatBytes(fileBytesMax ?? 0)}. Whether the data of ${disk.label} ` +
            'fits depends on how it lies; if it does not, the restore ends with an error and removes what it made.',
        };
      }),
};
