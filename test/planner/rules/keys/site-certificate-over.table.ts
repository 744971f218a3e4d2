// Goal: a certificate that is over ends the talk
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import type { SiteAboutFact } from '../../../../src/planner/facts/site.js';
import { vsphereFacts, SEEN_AT } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { siteCertificateOver } from '../../../../src/planner/rules/keys/site-certificate-over.js';

vsphereRuleTable(siteCertificateOver, [
  {
    name: 'does not fire a millisecond before its end',
    facts: vsphereFacts(about({ certificateExpiresAt: '2026-05-04T03:10:00.001Z' })),
    hits: [],
  },
  {
    name: 'fires at its end',
    facts: vsphereFacts(about({ certificateExpiresAt: '2026-05-04T03:10:00.000Z' })),
    hits: ['facts:about'],
  },
  {
    name: 'does not fire for one of unknown end',
    facts: vsphereFacts(about({ certificateExpiresAt: null })),
    hits: [],
  },
]);

function about(change: Partial<SiteAboutFact>) {
  const healthy = vsphereFacts().site.about?.entries ?? [];
  return { site: { about: { observedAt: SEEN_AT, entries: healthy.map((one) => ({ ...one, ...change })) } } };
}
