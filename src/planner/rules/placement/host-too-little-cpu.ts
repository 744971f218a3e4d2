import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostTooLittleCpu: HostRule = {
  kind: 'HOST',
  id: 'host.too-little-cpu',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A host has less free processor speed than the VM reserves',
  statements: [],
  citation: vim('ResourceAllocationInfo.reservation'),
  remedy: 'Choose another host, or lower the reservation after a restore without power-on.',
  reject: ({ point, target }, host) => {
    const { cpuReservationMhz } = point.machine;
    if (!target.powerOn || cpuReservationMhz === null || host.freeCpuMhz === null) return null;
    if (cpuReservationMhz <= host.freeCpuMhz) return null;
    return `The VM reserves ${cpuReservationMhz} MHz; host ${host.name} has ${host.freeCpuMhz} MHz free.`;
  },
};
