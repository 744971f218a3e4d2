import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const nbdOnlyByRequest: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['NBD'],
  id: 'nbd.only-by-request',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'Plain NBD sends the data in clear and is taken only when asked for',
  statements: [],
  citation: guide('Transport methods: NBD and NBDSSL'),
  remedy: 'Use NBDSSL, or name NBD in the transport preference.',
  reject: ({ preference }, { disk }) =>
    preference?.includes('NBD') === true ? null : `${disk.disk.label} would cross the network in clear.`,
};
