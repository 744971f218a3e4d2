import { formatBytes } from '../../../domain/units.js';
import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostTooLittleMemory: HostRule = {
  kind: 'HOST',
  id: 'host.too-little-memory',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A host has less free memory than the VM reserves',
  statements: [],
  citation: vim('ResourceAllocationInfo.reservation'),
  remedy: 'Free memory on the host, choose another one, or lower the reservation after a restore without power-on.',
  reject: ({ point, target }, host) => {
    const { memoryReservationMiB } = point.machine;
    if (!target.powerOn || memoryReservationMiB === null || host.freeMemoryBytes === null) return null;
    const reserved = memoryReservationMiB * 1024 * 1024;
    if (reserved <= host.freeMemoryBytes) return null;
    return `The VM reserves ${formatBytes(reserved)}; host ${host.name} has ${formatBytes(host.freeMemoryBytes)} free.`;
  },
};
