// Goal: a changed certificate is never accepted by itself
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import type { SiteAboutFact } from '../../../../src/planner/facts/site.js';
import { vsphereFacts, SEEN_AT } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { siteCertificateChanged } from '../../../../src/planner/rules/keys/site-certificate-changed.js';

vsphereRuleTable(siteCertificateChanged, [
  { name: 'does not fire for the trusted one', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for another one, whatever the VM',
    facts: vsphereFacts(about({ certificateTrusted: 'NO' })),
    hits: ['facts:about'],
  },
  { name: 'does not fire when nobody knows', facts: vsphereFacts(about({ certificateTrusted: 'UNKNOWN' })), hits: [] },
]);

function about(change: Partial<SiteAboutFact>) {
  const healthy = vsphereFacts().site.about?.entries ?? [];
  return { site: { about: { observedAt: SEEN_AT, entries: healthy.map((one) => ({ ...one, ...change })) } } };
}
