import { vcenterInVm } from '../../vsphere/dependencies.js';
import { usesKeys } from '../../vsphere/providers-in-use.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyVcenterServesItself: VsphereRule = {
  kind: 'FINDING',
  id: 'key.vcenter-serves-itself',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'The VM of the vCenter needs a key that only this vCenter can fetch',
  statements: ['S36'],
  citation: own('Circles of services'),
  remedy: 'Keep the VM of the vCenter clear, or another vCenter with the same key provider at hand.',
  check: (context) => {
    const vcenter = vcenterInVm(context);
    if (vcenter === null || context.target.mode === 'IN_PLACE' || !usesKeys(context)) return [];
    const explanation =
      `${vcenter.name} runs in this VM and is encrypted by it: after a cold start nobody hands it its ` + 'key.';
    return [{ subject: 'power-on', explanation }];
  },
};
