import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostCapacityUnknown: HostRule = {
  kind: 'HOST',
  id: 'host.capacity-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a host can hold what the VM reserves',
  statements: [],
  citation: vim('ResourceAllocationInfo.reservation'),
  remedy: 'Refresh the site, or restore without power-on.',
  reject: ({ point, target }, host) => {
    if (!target.powerOn) return null;
    const { memoryMiB, memoryReservationMiB, cpuReservationMhz, processorCount } = point.machine;
    const missing: string[] = [];
    // Where the reservation was not kept, all of its memory is the most that it can be.
    const reserved = memoryReservationMiB ?? memoryMiB;
    if (reserved === null) missing.push('how much memory the VM reserves');
    else if (reserved > 0 && host.freeMemoryBytes === null) missing.push('its free memory');
    else if (memoryReservationMiB === null && reserved * 1024 * 1024 > (host.freeMemoryBytes ?? 0)) {
      missing.push('how much memory the VM reserves');
    }
    if (cpuReservationMhz === null) missing.push('what processor speed the VM reserves');
    else if (cpuReservationMhz > 0 && host.freeCpuMhz === null) missing.push('its free processor speed');
    if (processorCount === null) missing.push('how many processors the VM has');
    else if (host.logicalProcessors === null) missing.push('how many processors it has');
    return missing.length === 0 ? null : `Of host ${host.name} for this VM nobody knows ${missing.join(', ')}.`;
  },
};
