import { evcRank } from '../../vsphere/evc-modes.js';
import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostProcessorUnknown: HostRule = {
  kind: 'HOST',
  id: 'host.processor-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a host offers the processor features of the VM',
  statements: [],
  citation: vim('HostSystem.summary.maxEVCModeKey'),
  remedy: 'Refresh the site; compare the processor generations by hand where a word is new.',
  reject: ({ point }, host) => {
    const wanted = point.machine.evcMode;
    if (wanted === null) return null;
    const offered = host.evcMode ?? host.evcModeMax;
    if (offered !== null && evcRank(wanted) !== null && evcRank(offered) !== null) return null;
    return `Whether host ${host.name} (${offered ?? 'not told'}) offers processor features ${wanted} is not known.`;
  },
};
