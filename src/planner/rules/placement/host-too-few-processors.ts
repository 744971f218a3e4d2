import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostTooFewProcessors: HostRule = {
  kind: 'HOST',
  id: 'host.too-few-processors',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A host has fewer processors than the VM',
  statements: [],
  citation: vim('HostCpuInfo.numCpuThreads'),
  remedy: 'Choose a larger host: a VM with more processors than its host has does not start.',
  reject: ({ point }, host) => {
    const { processorCount } = point.machine;
    if (processorCount === null || host.logicalProcessors === null || processorCount <= host.logicalProcessors) {
      return null;
    }
    return `The VM has ${processorCount} processors; host ${host.name} has ${host.logicalProcessors}.`;
  },
};
