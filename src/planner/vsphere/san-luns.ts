import type { Answer } from '../facts/section.js';
import type { DiskSituation } from './context.js';
import type { ExecutorView } from './executor-view.js';
import { isAtLeast } from './vsphere-release.js';

/** Fabrics that the library uses without being told to. */
const USUAL_FABRICS: ReadonlySet<string> = new Set(['FC', 'FCOE', 'ISCSI', 'SAS']);

/** LUNs below a disk that the executor sees, ascending; what it does not see is another matter. */
export function lunsOf({ place }: DiskSituation, { luns }: ExecutorView): readonly string[] {
  if (luns === null) return [];
  return (place.datastore?.lunIds ?? []).filter((lun) => luns.has(lun)).sort();
}

/** Whether the library on that executor may use a LUN: NVMe over fabrics only when it is named. */
export function isAllowed(executor: ExecutorView, lun: string): Answer {
  const { sanAllowList, vddkVersion } = executor.fact.proxy;
  if (sanAllowList?.includes(lun) === true) return 'YES';
  if (sanAllowList === null || sanAllowList.includes('all')) {
    const fabric = executor.luns?.get(lun)?.fabric?.toUpperCase() ?? null;
    if (fabric === 'NVME_OF') return 'NO';
    return fabric !== null && USUAL_FABRICS.has(fabric) ? 'YES' : 'UNKNOWN';
  }
  if (!sanAllowList.some((pattern) => matches(pattern, lun))) return 'NO';
  const wildcards = isAtLeast(vddkVersion, '8.0.1');
  return wildcards === null ? 'UNKNOWN' : wildcards ? 'YES' : 'NO';
}

function matches(pattern: string, lun: string): boolean {
  if (!pattern.includes('*')) return false;
  const [first = '', ...rest] = pattern.split('*');
  if (!lun.startsWith(first)) return false;
  let from = first.length;
  const last = rest.pop() ?? '';
  for (const part of rest) {
    const found = lun.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return lun.length - last.length >= from && lun.endsWith(last);
}
