import type { DiskWay } from './context.js';
import type { ExecutorView } from './executor-view.js';
import type { Unplaced } from './build-steps.js';

/**
 * [S10] [S11] [S12] What a Windows proxy needs around SAN writes, with the exact lines for diskpart: read-only on
 * everything it sees first, then the policy, then the one disk cleared; set again afterwards, also on failure.
 */
export function proxySteps(ways: readonly DiskWay[]): {
  readonly prepare: readonly Unplaced[];
  readonly reset: readonly Unplaced[];
} {
  const proxies = new Map<ExecutorView, DiskWay[]>();
  for (const way of ways) {
    if (way.executor === null || way.executor.fact.proxy.operatingSystem !== 'WINDOWS') continue;
    proxies.set(way.executor, [...(proxies.get(way.executor) ?? []), way]);
  }
  const prepare: Unplaced[] = [];
  const reset: Unplaced[] = [];
  for (const [executor, disks] of proxies) {
    const luns = lunsOf(disks);
    prepare.push({
      kind: 'PREPARE_PROXY',
      executor: executor.name,
      lines: [
        'automount disable',
        ...eachDisk('the number of each SAN disk', 'attributes disk set readonly'),
        'san policy=onlineAll',
        ...luns.flatMap((lun) => eachDisk(`the number of LUN ${lun}`, 'attributes disk clear readonly')),
      ],
      subject: executor.subject,
      description:
        `Windows proxy ${executor.name}: all SAN disks read-only, SAN policy onlineAll, ` +
        'then the LUNs to write cleared.',
      sideEffects: [`${executor.name} can write to ${luns.join(', ') || 'the LUNs'} until the flag is set again.`],
      compensation: 'The read-only flag is set again.',
    });
    reset.push({
      kind: 'RESET_PROXY',
      executor: executor.name,
      lines: luns.flatMap((lun) => eachDisk(`the number of LUN ${lun}`, 'attributes disk set readonly')),
      subject: executor.subject,
      description: `On Windows proxy ${executor.name}: set the SAN disks read-only again.`,
      sideEffects: [],
      compensation: 'Repeated until it is set.',
    });
  }
  return { prepare, reset };
}

function eachDisk(what: string, line: string): string[] {
  return [`select disk <${what}>`, line];
}

function lunsOf(ways: readonly DiskWay[]): string[] {
  return [...new Set(ways.flatMap(({ situation }) => situation.place.datastore?.lunIds ?? []))].sort();
}
