import { daysLeft, endText, isOver } from '../../vsphere/key-servers.js';
import { providersInUse } from '../../vsphere/providers-in-use.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

/** A month is time enough to renew one. */
const DAYS = 30;

export const keyCertificateEndsSoon: VsphereRule = {
  kind: 'FINDING',
  id: 'key.certificate-ends-soon',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'A certificate between vCenter and key server ends within 30 days',
  statements: ['S36'],
  citation: vim('CryptoManagerKmipServerStatus.certInfo'),
  remedy: 'Renew it before it ends: afterwards the key cannot be fetched and the VM does not start.',
  check: (context) => {
    const { now } = context.facts;
    const soon = (end: string | null): end is string => end !== null && !isOver(end, now) && daysLeft(end, now) < DAYS;
    const told: string[] = [];
    for (const { providerId, servers } of providersInUse(context)) {
      for (const server of servers) {
        const { serverCertificateExpiresAt: own, clientCertificateExpiresAt: client } = server;
        const what = `${server.name} of "${providerId}"`;
        if (soon(own)) told.push(`The certificate of ${what} ${endText(own, now)}.`);
        if (soon(client)) told.push(`That of the vCenter for ${what} ${endText(client, now)}.`);
      }
    }
    return told.length === 0 ? [] : [{ subject: 'vm', explanation: told.join(' ') }];
  },
};
