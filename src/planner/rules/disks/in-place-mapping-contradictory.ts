import { own } from '../citations.js';
import type { RuleHit, VsphereRule } from '../rule.js';

export const inPlaceMappingContradictory: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.mapping-contradictory',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The mapping of disks names one twice, or one that is not there',
  statements: [],
  citation: own('Overwriting needs a proven or confirmed disk'),
  remedy: 'Confirm again which disk of the VM each captured disk overwrites.',
  check: ({ disks, machine, target }) => {
    if (machine === null || machine.disks === null) return [];
    const there = new Set(machine.disks.map(({ deviceKey }) => deviceKey));
    const takers = new Map<number, string>();
    const hits: RuleHit[] = [];
    for (const { disk, subject, written } of disks) {
      const mapped = target.diskMapping?.find((one) => one.deviceKey === disk.deviceKey)?.targetDeviceKey ?? null;
      if (mapped !== null && !there.has(mapped)) {
        hits.push({
          subject,
          explanation: `${disk.label} is mapped to disk ${mapped}, which ${machine.name} does not have.`,
        });
      }
      const taker = written === null ? undefined : takers.get(written.deviceKey);
      if (written !== null && taker === undefined) takers.set(written.deviceKey, disk.label);
      if (taker !== undefined) {
        hits.push({ subject, explanation: `${disk.label} and ${taker} would both overwrite ${written?.label}.` });
      }
    }
    return hits;
  },
};
