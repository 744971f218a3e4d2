import { startOrder } from '../../vsphere/start-order.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const servicesStartOrder: VsphereRule = {
  kind: 'FINDING',
  id: 'services.start-order',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'Services that the restore leans on do not run',
  statements: [],
  citation: own('When all is lost together'),
  remedy:
    'Bring them up in the order that is told; the disks of their VMs can be restored into files without any of them.',
  check: ({ site }) => {
    const { order } = startOrder(site.services);
    if (order.length === 0) return [];
    const names = order.map(({ name, running }) => (running === 'NO' ? name : `${name} (not known whether it runs)`));
    return [{ subject: 'facts:services', explanation: `Order: ${names.join(', ')}.` }];
  },
};
