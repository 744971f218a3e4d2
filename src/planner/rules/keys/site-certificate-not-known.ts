import { ageText } from '../../vsphere/key-hits.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const siteCertificateNotKnown: VsphereRule = {
  kind: 'FINDING',
  id: 'site.certificate-not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Whether the certificate of the site is the trusted one is not known',
  statements: [],
  citation: own('Unknown is a verdict of its own'),
  remedy: 'Refresh the site.',
  check: ({ site }) => {
    const told = `Whether ${site.name} still shows the certificate that was trusted, and until when, is`;
    if (site.about === null) return [{ subject: 'facts:about', explanation: `${told} ${ageText(site, 'about')}.` }];
    const { certificateTrusted, certificateExpiresAt } = site.about;
    return certificateTrusted === 'UNKNOWN' || certificateExpiresAt === null
      ? [{ subject: 'facts:about', explanation: `${told} not known: its answers do not say.` }]
      : [];
  },
};
