import type { Transport } from '../../domain/words.js';
import type { DiskWay } from './context.js';
import type { ExecutorView } from './executor-view.js';

/** Executors that were chosen to write by one of these transports, ascending by name. */
export function executorsOf(ways: readonly DiskWay[], ...transports: readonly Transport[]): readonly ExecutorView[] {
  const used = new Set<ExecutorView>();
  for (const { executor, transport } of ways) {
    if (executor !== null && transport !== null && transports.includes(transport)) used.add(executor);
  }
  return [...used].sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** Windows keeps SAN disks offline or read-only, so that such proxies need steps of their own. */
export function windowsSanProxies(ways: readonly DiskWay[]): readonly ExecutorView[] {
  return executorsOf(ways, 'SAN').filter(({ fact }) => fact.proxy.operatingSystem === 'WINDOWS');
}
