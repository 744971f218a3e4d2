// Goal: a certificate that nobody looked at is not good
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import type { SiteAboutFact } from '../../../../src/planner/facts/site.js';
import { vsphereFacts, SEEN_AT } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { siteCertificateNotKnown } from '../../../../src/planner/rules/keys/site-certificate-not-known.js';

vsphereRuleTable(siteCertificateNotKnown, [
  { name: 'does not fire for one that was looked at', facts: vsphereFacts(), hits: [] },
  { name: 'fires without a look', facts: vsphereFacts({ site: { about: null } }), hits: ['facts:about'] },
  {
    name: 'fires when the trust was not compared',
    facts: vsphereFacts(about({ certificateTrusted: 'UNKNOWN' })),
    hits: ['facts:about'],
  },
  {
    name: 'fires when its end was not read',
    facts: vsphereFacts(about({ certificateExpiresAt: null })),
    hits: ['facts:about'],
  },
]);

function about(change: Partial<SiteAboutFact>) {
  const healthy = vsphereFacts().site.about?.entries ?? [];
  return { site: { about: { observedAt: SEEN_AT, entries: healthy.map((one) => ({ ...one, ...change })) } } };
}
