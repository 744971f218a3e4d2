import { startOrder } from '../../vsphere/start-order.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const servicesNoStartOrder: VsphereRule = {
  kind: 'FINDING',
  id: 'services.no-start-order',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Services that do not run need each other, or something that nobody named',
  statements: [],
  citation: own('When all is lost together'),
  remedy: 'Give one of them a way to start without the others: a hosts file, a local account, a restore into files.',
  check: ({ site }) => {
    const { stuck } = startOrder(site.services);
    if (stuck.length === 0) return [];
    const names = stuck.map(({ name, needs }) => `${name} needs ${needs.join(', ')}`);
    return [{ subject: 'facts:services', explanation: `None of them can start: ${names.join('; ')}.` }];
  },
};
