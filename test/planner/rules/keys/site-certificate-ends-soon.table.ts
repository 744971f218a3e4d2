// Goal: a certificate of the site that ends soon is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import type { SiteAboutFact } from '../../../../src/planner/facts/site.js';
import { vsphereFacts, SEEN_AT } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { siteCertificateEndsSoon } from '../../../../src/planner/rules/keys/site-certificate-ends-soon.js';

vsphereRuleTable(siteCertificateEndsSoon, [
  {
    name: 'does not fire at 30 days',
    facts: vsphereFacts(about({ certificateExpiresAt: '2026-06-03T03:10:00.000Z' })),
    hits: [],
  },
  {
    name: 'fires a millisecond below',
    facts: vsphereFacts(about({ certificateExpiresAt: '2026-06-03T03:09:59.999Z' })),
    hits: ['facts:about'],
  },
  {
    name: 'leaves one that is over to its own rule',
    facts: vsphereFacts(about({ certificateExpiresAt: '2026-05-04T03:10:00.000Z' })),
    hits: [],
  },
]);

function about(change: Partial<SiteAboutFact>) {
  const healthy = vsphereFacts().site.about?.entries ?? [];
  return { site: { about: { observedAt: SEEN_AT, entries: healthy.map((one) => ({ ...one, ...change })) } } };
}
