import { executorsOf } from '../../vsphere/used-executors.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const hotaddNotPvscsi: VsphereRule = {
  kind: 'FINDING',
  id: 'hotadd.not-pvscsi',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'A HotAdd proxy has no paravirtual SCSI controller',
  statements: ['S19'],
  citation: tips('PVSCSI is the recommended controller for HotAdd'),
  remedy: 'Add a PVSCSI controller with a small disk of its own to the proxy; other types work too.',
  check: ({ ways }) =>
    executorsOf(ways, 'HOTADD').flatMap((executor) => {
      const types = (executor.fact.proxy.virtualMachine?.controllers ?? []).map(({ type }) => type);
      if (types.length === 0 || types.includes('ParaVirtualSCSIController')) return [];
      const explanation = `Proxy ${executor.name} attaches disks to ${[...new Set(types)].sort().join(', ')}.`;
      return [{ subject: executor.subject, explanation }];
    }),
};
