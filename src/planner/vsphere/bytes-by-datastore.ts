import type { Situation } from './context.js';

const MEBIBYTE = 1024 * 1024;

/**
 * Bytes that a new VM occupies, by datastore: thick disks whole, thin ones by their data, and at the home the swap file
 * (memory without reservation) and the NVRAM. Ascending by datastore id. In place nothing new is occupied by disks.
 */
export function bytesByDatastore(context: Situation): Map<string, number> {
  const { disks, home, point, target } = context;
  const bytes = new Map<string, number>();
  const add = (id: string | null, amount: number): void => {
    if (id !== null && amount > 0) bytes.set(id, (bytes.get(id) ?? 0) + amount);
  };
  if (target.mode === 'NEW_VM') {
    for (const { disk, place, provisioning } of disks) {
      const thin = provisioning === 'THIN';
      add(place.id, thin ? (disk.dataBytes ?? disk.capacityBytes) : disk.capacityBytes);
    }
    const { memoryMiB, memoryReservationMiB } = point.machine;
    add(home.id, Math.max(0, (memoryMiB ?? 0) - (memoryReservationMiB ?? 0)) * MEBIBYTE);
  }
  add(home.id, point.nvramSizeBytes ?? 0);
  return new Map([...bytes].sort(([left], [right]) => (left < right ? -1 : 1)));
}
