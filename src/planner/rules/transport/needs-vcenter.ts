import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const transportNeedsVcenter: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['SAN', 'HOTADD'],
  id: 'transport.needs-vcenter',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A way that needs vCenter',
  statements: [],
  citation: guide('Transport methods: advanced transports need vCenter Server'),
  remedy: 'Use NBDSSL or HTTP straight to the host, or restore through the vCenter that manages it.',
  reject: ({ site }, { transport }) =>
    site.kind === 'ESXI' ? `${site.name} is a host without vCenter, and ${transport} needs one.` : null,
};
