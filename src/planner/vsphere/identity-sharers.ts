import type { MachineFact } from '../facts/machine.js';
import type { VsphereContext } from './context.js';

/** VMs of the site that bear what a new VM would bear too. Templates never run and count as off. */
export interface Sharers {
  readonly instanceUuid: readonly MachineFact[];
  readonly biosUuid: readonly MachineFact[];
  /** By device key of the adapter. */
  readonly macAddresses: readonly { readonly deviceKey: number; readonly mac: string; readonly by: MachineFact }[];
}

const NONE: Sharers = { instanceUuid: [], biosUuid: [], macAddresses: [] };

/** Only a replacement keeps the identity of the original. */
export function sharersOf({ target, site, point }: VsphereContext): Sharers {
  if (target.mode === 'IN_PLACE' || target.purpose !== 'REPLACEMENT' || site.machines === null) return NONE;
  const { instanceUuid, biosUuid, networkAdapters } = point.machine;
  const { byInstanceUuid, byBiosUuid, byMacAddress } = site.machines;
  return {
    instanceUuid: (instanceUuid === null ? null : byInstanceUuid.get(instanceUuid.toLowerCase())) ?? [],
    biosUuid: (biosUuid === null ? null : byBiosUuid.get(biosUuid.toLowerCase())) ?? [],
    macAddresses: networkAdapters.flatMap(({ deviceKey, macAddress }) =>
      (macAddress === null ? [] : (byMacAddress.get(macAddress.toLowerCase()) ?? [])).map((by) => ({
        deviceKey,
        mac: macAddress ?? '',
        by,
      })),
    ),
  };
}

/** A word that nobody knows is not off. */
export function runs(machine: MachineFact): boolean {
  return machine.powerState !== 'poweredOff' && machine.template !== 'YES';
}
