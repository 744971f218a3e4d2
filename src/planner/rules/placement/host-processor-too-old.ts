import { evcRank } from '../../vsphere/evc-modes.js';
import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostProcessorTooOld: HostRule = {
  kind: 'HOST',
  id: 'host.processor-too-old',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A host does not offer the processor features that the VM was given',
  statements: [],
  citation: vim('HostSystem.summary.maxEVCModeKey'),
  remedy: 'Choose a host of that processor generation, or one whose cluster is not held back to an older one.',
  reject: ({ point }, host) => {
    const wanted = point.machine.evcMode;
    const offered = host.evcMode ?? host.evcModeMax;
    if (wanted === null || offered === null) return null;
    const [need, have] = [evcRank(wanted), evcRank(offered)];
    if (need === null || have === null || (need.vendor === have.vendor && need.rank <= have.rank)) return null;
    return `The VM has processor features ${wanted}; host ${host.name} offers ${offered}.`;
  },
};
