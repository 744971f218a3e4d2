import { daysLeft, endText, isOver } from '../../vsphere/key-servers.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

/** A month is time enough to renew one. */
const DAYS = 30;

export const siteCertificateEndsSoon: VsphereRule = {
  kind: 'FINDING',
  id: 'site.certificate-ends-soon',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'The certificate of the site ends within 30 days',
  statements: [],
  citation: own('Processes'),
  remedy: 'Renew it before it ends; a long restore does not survive a certificate that changes under it.',
  check: ({ site, facts: { now } }) => {
    const end = site.about?.certificateExpiresAt ?? null;
    if (end === null || isOver(end, now) || daysLeft(end, now) >= DAYS) return [];
    return [{ subject: 'facts:about', explanation: `The certificate of ${site.name} ${endText(end, now)}.` }];
  },
};
