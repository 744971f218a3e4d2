import type { DiskWay } from './context.js';
import type { ExecutorView } from './executor-view.js';
import type { Unplaced } from './build-steps.js';

/** Steps around the writes through Windows proxies; as many of the one as of the other. */
interface ProxySteps {
  readonly prepare: readonly Unplaced[];
  readonly reset: readonly Unplaced[];
}

/**
 * [S10] [S11] [S12] What a Windows proxy needs around SAN writes, with the exact lines for diskpart: read-only on
 * everything it sees first, automount off, then the policy, then the one disk cleared; set again afterwards, also on
 * failure.
 */
export function proxySteps(ways: readonly DiskWay[]): ProxySteps {
  const prepare: Unplaced[] = [];
  const reset: Unplaced[] = [];
  for (const [executor, disks] of windowsProxies(ways)) {
    const luns = lunsOf(disks);
    prepare.push({
      kind: 'PREPARE_PROXY',
      executor: executor.name,
      lines: [
        ...eachDisk('the number of each SAN disk', 'attributes disk set readonly'),
        'automount disable',
        'san policy=onlineAll',
        ...luns.flatMap((lun) => eachDisk(`the number of LUN ${lun}`, 'attributes disk clear readonly')),
      ],
      subject: executor.subject,
      description:
        `Windows proxy ${executor.name}: all SAN disks read-only, automount off, SAN policy onlineAll, ` +
        'then the LUNs to write cleared.',
      sideEffects: [`${executor.name} can write to ${luns.join(', ') || 'the LUNs'} until the flag is set again.`],
      compensation: 'The read-only flag is set again.',
    });
    reset.push({
      kind: 'RESET_PROXY',
      executor: executor.name,
      lines: [
        ...luns.flatMap((lun) => eachDisk(`the number of LUN ${lun}`, 'attributes disk set readonly')),
        ...automountAsBefore(executor),
      ],
      subject: executor.subject,
      description: `On Windows proxy ${executor.name}: set the SAN disks read-only again.`,
      sideEffects: [],
      compensation: 'Repeated until it is set.',
    });
  }
  return { prepare, reset };
}

/** Around HotAdd a Windows proxy must not mount what it is given, nor rewrite a signature by mounting it. */
export function automountSteps(ways: readonly DiskWay[]): ProxySteps {
  const prepare: Unplaced[] = [];
  const reset: Unplaced[] = [];
  for (const [executor] of windowsProxies(ways.filter(({ transport }) => transport === 'HOTADD'))) {
    if (executor.fact.proxy.windows?.automount === 'NO') continue;
    prepare.push({
      kind: 'PREPARE_PROXY',
      executor: executor.name,
      lines: ['automount disable'],
      subject: executor.subject,
      description: `Windows proxy ${executor.name}: automount off, so that it mounts no disk that it is given.`,
      sideEffects: [`New volumes of ${executor.name} get no drive letter meanwhile.`],
      compensation: 'Automount is set as it was.',
    });
    const lines = automountAsBefore(executor);
    reset.push({
      kind: 'RESET_PROXY',
      executor: executor.name,
      lines,
      subject: executor.subject,
      description:
        lines.length > 0
          ? `On Windows proxy ${executor.name}: automount on again.`
          : `On Windows proxy ${executor.name}: automount stays off, since nobody knows how it was.`,
      sideEffects: [],
      compensation: 'Repeated until it is set.',
    });
  }
  return { prepare, reset };
}

function windowsProxies(ways: readonly DiskWay[]): ReadonlyMap<ExecutorView, readonly DiskWay[]> {
  const proxies = new Map<ExecutorView, DiskWay[]>();
  for (const way of ways) {
    if (way.executor === null || way.executor.fact.proxy.operatingSystem !== 'WINDOWS') continue;
    proxies.set(way.executor, [...(proxies.get(way.executor) ?? []), way]);
  }
  return proxies;
}

function automountAsBefore({ fact }: ExecutorView): readonly string[] {
  return fact.proxy.windows?.automount === 'YES' ? ['automount enable'] : [];
}

function eachDisk(what: string, line: string): string[] {
  return [`select disk <${what}>`, line];
}

function lunsOf(ways: readonly DiskWay[]): string[] {
  return [...new Set(ways.flatMap(({ situation }) => situation.place.datastore?.lunIds ?? []))].sort();
}
