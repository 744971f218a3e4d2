import { own } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const transportOfferUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['SAN', 'HOTADD', 'NBDSSL', 'NBD', 'HTTP_NFC', 'DATASTORE_HTTP'],
  id: 'transport.offer-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether an executor can use a transport',
  statements: ['S08'],
  citation: own('Executors report their transports'),
  remedy: 'Let the executor report its transports again; it names each one that its library offers.',
  reject: (_context, { transport, executor }) => {
    const available = executor.transports.get(transport)?.available ?? 'UNKNOWN';
    return available === 'UNKNOWN' ? `Whether executor ${executor.name} can use ${transport} is not known.` : null;
  },
};
