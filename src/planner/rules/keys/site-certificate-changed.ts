import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const siteCertificateChanged: VsphereRule = {
  kind: 'FINDING',
  id: 'site.certificate-changed',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The site shows another certificate than the one that was trusted',
  statements: [],
  citation: own('Processes'),
  remedy: 'Compare the new thumbprint on a second way and register it; it is never accepted by itself.',
  check: ({ site }) =>
    site.about?.certificateTrusted === 'NO'
      ? [{ subject: 'facts:about', explanation: `${site.name} shows a certificate that nobody trusted.` }]
      : [],
};
