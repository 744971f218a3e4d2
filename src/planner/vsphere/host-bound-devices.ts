import type { HostBoundDeviceFact } from '../facts/vsphere-point.js';

/** MEMORY holds data; HARDWARE is missed by the guest; MEDIA is attached again by a person; OTHER is not known here. */
export type HostBoundKind = 'MEMORY' | 'HARDWARE' | 'MEDIA' | 'OTHER';

const KINDS: Readonly<Record<string, HostBoundKind>> = {
  VirtualNVDIMM: 'MEMORY',
  VirtualPCIPassthrough: 'HARDWARE',
  VirtualSriovEthernetCard: 'HARDWARE',
  VirtualSCSIPassthrough: 'HARDWARE',
  VirtualUSB: 'HARDWARE',
  VirtualCdrom: 'MEDIA',
  VirtualFloppy: 'MEDIA',
  VirtualParallelPort: 'MEDIA',
  VirtualSerialPort: 'MEDIA',
  VirtualSoundCard: 'MEDIA',
};

/** Names with the vim25 class, in the order of the list. */
export function devicesOfKind(devices: readonly HostBoundDeviceFact[], kind: HostBoundKind): string[] {
  return devices.filter(({ type }) => (KINDS[type] ?? 'OTHER') === kind).map(({ type, label }) => `${label} (${type})`);
}
