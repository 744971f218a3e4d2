import { endText, isOver } from '../../vsphere/key-servers.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const siteCertificateOver: VsphereRule = {
  kind: 'FINDING',
  id: 'site.certificate-over',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The certificate of the site has ended',
  statements: [],
  citation: own('Processes'),
  remedy: 'Renew the certificate of the site and trust the new one.',
  check: ({ site, facts }) => {
    const end = site.about?.certificateExpiresAt ?? null;
    if (end === null || !isOver(end, facts.now)) return [];
    return [{ subject: 'facts:about', explanation: `The certificate of ${site.name} ${endText(end, facts.now)}.` }];
  },
};
