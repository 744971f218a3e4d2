import type { DiskFact, CommonFacts } from './facts.js';

/** The disks that the request asks for, in the order of the facts. */
export function requestedDisks(facts: CommonFacts): readonly DiskFact[] {
  const { deviceKeys } = facts.request;
  if (deviceKeys === null) {
    return facts.restorePoint.disks;
  }
  return facts.restorePoint.disks.filter((disk) => deviceKeys.includes(disk.deviceKey));
}
