import { tips } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanOperatingSystemUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['SAN'],
  id: 'san.operating-system-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a SAN proxy runs Windows',
  statements: ['S10'],
  citation: tips('SAN policy of Windows Server proxies'),
  remedy: 'Let the executor report again; a Windows proxy needs its SAN policy set before a write.',
  reject: (_context, { executor }) =>
    executor.fact.proxy.operatingSystem === 'UNKNOWN'
      ? `Which operating system executor ${executor.name} runs is not known, so its disks cannot be prepared.`
      : null,
};
