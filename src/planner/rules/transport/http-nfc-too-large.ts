import { formatBytes } from '../../../domain/units.js';
import { own } from '../citations.js';
import type { TransportRule } from '../rule.js';

/** 2^32 sectors of 512 bytes; grains that do not compress take a little more than their data. */
const STREAM_BYTES_MAX = 2 * 1024 ** 4 - 16 * 1024 ** 3;

export const httpNfcTooLarge: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['HTTP_NFC'],
  id: 'http-nfc.too-large',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The stream format of a lease ends at 2 TiB of data',
  statements: [],
  citation: own('Stream-optimised disks address their grains by 32-bit sectors'),
  remedy: 'Use HotAdd, NBDSSL or SAN for this disk.',
  reject: (_context, { disk }) => {
    const bytes = disk.disk.dataBytes ?? disk.disk.capacityBytes;
    return bytes >= STREAM_BYTES_MAX
      ? `${disk.disk.label} brings ${formatBytes(bytes)}; a stream holds less than ${formatBytes(STREAM_BYTES_MAX)}.`
      : null;
  },
};
