import type { Answer } from '../facts/section.js';
import type { ExecutorView } from './executor-view.js';

const SCSI_CONTROLLERS: ReadonlySet<string> = new Set([
  'ParaVirtualSCSIController',
  'VirtualLsiLogicController',
  'VirtualLsiLogicSASController',
  'VirtualBusLogicController',
]);
const OTHER_CONTROLLERS: ReadonlySet<string> = new Set([
  'VirtualIDEController',
  'VirtualAHCIController',
  'VirtualSATAController',
  'VirtualNVMEController',
]);

export interface HotaddSlots {
  /** Slots that are known to be free; HotAdd uses those of SCSI controllers alone. */
  readonly free: number;
  /** Whether there may be more: a controller did not tell, or is of a type that nobody knows. */
  readonly mayBeMore: boolean;
}

/** Null when the proxy did not tell its controllers. */
export function hotaddSlots({ fact }: ExecutorView): HotaddSlots | null {
  const controllers = fact.proxy.virtualMachine?.controllers ?? null;
  if (controllers === null) return null;
  let free = 0;
  let mayBeMore = false;
  for (const { type, freeSlots } of controllers) {
    const scsi = isScsi(type);
    if (scsi === 'NO') continue;
    if (scsi === 'UNKNOWN' || freeSlots === null || !(freeSlots >= 0)) mayBeMore = true;
    else free += freeSlots;
  }
  return { free, mayBeMore };
}

/** Whether a vim25 class is a SCSI controller. */
export function isScsi(type: string): Answer {
  if (SCSI_CONTROLLERS.has(type)) return 'YES';
  return OTHER_CONTROLLERS.has(type) ? 'NO' : 'UNKNOWN';
}
/** SCSI controllers of a proxy, ascending by bus number; null when not told. */
export function scsiBusNumbers({ fact }: ExecutorView): readonly number[] | null {
  const controllers = fact.proxy.virtualMachine?.controllers ?? null;
  if (controllers === null) return null;
  return controllers
    .filter(({ type }) => SCSI_CONTROLLERS.has(type))
    .map(({ busNumber }) => busNumber)
    .sort((left, right) => left - right);
}
