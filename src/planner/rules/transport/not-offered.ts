import { own } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const transportNotOffered: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['SAN', 'HOTADD', 'NBDSSL', 'NBD', 'HTTP_NFC', 'DATASTORE_HTTP'],
  id: 'transport.not-offered',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'An executor says that it cannot use a transport',
  statements: [],
  citation: own('Executors report their transports'),
  remedy: 'Install what the reason names on that executor, or use an executor that has it.',
  reject: (_context, { transport, executor }) => {
    const offer = executor.transports.get(transport);
    return offer?.available === 'NO'
      ? `Executor ${executor.name} cannot use ${transport}: ${offer.reason ?? 'it gave no reason'}.`
      : null;
  },
};
