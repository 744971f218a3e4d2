import { TARGET_FORMAT_TRAITS } from '../../../domain/target-formats.js';
import { formatBytes } from '../../../domain/units.js';
import type { DiskFact, LocalFilesFacts } from '../../facts.js';
import { requestedDisks } from '../../requested-disks.js';
import type { FindingRule } from '../rule.js';

/** What definitely stands against the format, or null. A compressed file may be smaller than its data. */
function objection(facts: LocalFilesFacts, disk: DiskFact): string | null {
  const { words, capacityBytesMax, fileBytesMax, occupies } = TARGET_FORMAT_TRAITS[facts.request.target.diskFormat];
  if (capacityBytesMax !== null && disk.capacityBytes > capacityBytesMax) {
    return (
      `${disk.label} has ${formatBytes(disk.capacityBytes)}; the copy engine writes a ${words} ` +
      `of at most ${formatBytes(capacityBytesMax)}.`
    );
  }
  if (fileBytesMax !== null && occupies === 'DATA' && disk.dataBytes !== null && disk.dataBytes > fileBytesMax) {
    return (
      `${disk.label} holds ${formatBytes(disk.dataBytes)} of data; one file of a ${words} ` +
      `can address ${formatBytes(fileBytesMax)}.`
    );
  }
  return null;
}

export const diskFormatUnsuitable: FindingRule<LocalFilesFacts> = {
  kind: 'FINDING',
  id: 'disk.format-unsuitable',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The target format cannot hold a disk',
  statements: [],
  citation: {
    source: 'Reinstate formats (docs/formats.md)',
    section: 'Target formats',
    checked: '2026-11-22',
  },
  remedy: 'Choose RAW_SPARSE, which holds a disk of any size, or restore this disk by a plan of its own.',
  check: (facts) =>
    requestedDisks(facts)
      .filter(({ dataState }) => dataState === 'CAPTURED')
      .flatMap((disk) => {
        const explanation = objection(facts, disk);
        return explanation === null ? [] : [{ subject: `disk:${disk.deviceKey}`, explanation }];
      }),
};
