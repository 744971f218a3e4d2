import { vcenterInVm } from '../../vsphere/dependencies.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceVcenter: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.vcenter',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The VM to overwrite is the vCenter that the restore goes through',
  statements: [],
  citation: own('Circles of services'),
  remedy: 'Restore it through another vCenter or as a new VM; powered off it can neither be written nor started.',
  check: (context) => {
    const vcenter = vcenterInVm(context);
    return vcenter !== null && context.target.mode === 'IN_PLACE'
      ? [{ subject: 'vm', explanation: `${vcenter.name} runs in ${context.target.placement.name}.` }]
      : [];
  },
};
