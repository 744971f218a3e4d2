import { secondsBetween } from '../../../domain/time.js';
import type { CommonFacts } from '../../facts.js';
import type { FindingRule } from '../rule.js';
import type { RuleHit } from '../rule.js';

function contradictionsOfPoint(facts: CommonFacts): RuleHit[] {
  const hits: RuleHit[] = [];
  const { capturedAt, disks } = facts.restorePoint;
  if (!(secondsBetween(capturedAt, facts.now) >= 0)) {
    hits.push({
      subject: 'vm',
      explanation: `The restore point is dated ${capturedAt}, which is not before now (${facts.now}).`,
    });
  }
  const seen = new Set<number>();
  for (const disk of disks) {
    if (seen.has(disk.deviceKey)) {
      hits.push({
        subject: `disk:${disk.deviceKey}`,
        explanation: `Two disks carry the device key ${disk.deviceKey}.`,
      });
    }
    seen.add(disk.deviceKey);
  }
  return hits;
}

function contradictionsOfDisks(facts: CommonFacts): RuleHit[] {
  const hits: RuleHit[] = [];
  for (const disk of facts.restorePoint.disks) {
    const subject = `disk:${disk.deviceKey}`;
    if (!Number.isSafeInteger(disk.capacityBytes) || disk.capacityBytes < 512 || disk.capacityBytes % 512 !== 0) {
      hits.push({
        subject,
        explanation: `Its capacity of ${disk.capacityBytes} bytes is not a whole number of sectors.`,
      });
    }
    if (disk.dataBytes !== null && !(disk.dataBytes >= 0 && disk.dataBytes <= disk.capacityBytes)) {
      hits.push({
        subject,
        explanation: `It is said to hold ${disk.dataBytes} bytes of data in ${disk.capacityBytes} bytes of capacity.`,
      });
    }
    if (disk.dataState === 'CAPTURED' && (disk.indexHash === null || disk.repository === null)) {
      hits.push({ subject, explanation: 'Its blocks are said to be captured, but no repository or index is named.' });
    }
  }
  return hits;
}

export const factsContradictory: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'facts.contradictory',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Facts contradict each other',
  statements: [],
  citation: {
    source: 'Reinstate design decisions (ARCHITECTURE.md)',
    section: 'Unknown is a verdict of its own',
    checked: '2026-11-22',
  },
  remedy: 'Refresh the facts; if the contradiction stays, record or capture the restore point again.',
  check: (facts) => [...contradictionsOfPoint(facts), ...contradictionsOfDisks(facts)],
};
