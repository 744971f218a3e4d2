// Goal: an age is told with its figures
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { siteFactsStale } from '../../../../src/planner/rules/operations/site-facts-stale.js';

const LATER = '2026-05-04T03:20:00.000Z';
const { site } = vsphereFacts();
const FRESH = Object.fromEntries(
  (
    [
      'hosts',
      'datastores',
      'networks',
      'storagePolicies',
      'keyProviders',
      'keyStatuses',
      'machines',
      'privileges',
      'places',
    ] as const
  ).map((name) => [name, { observedAt: LATER, entries: site[name]!.entries }]),
);

vsphereRuleTable(siteFactsStale, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for what is one second too old',
    facts: vsphereFacts({
      now: '2026-05-04T03:20:01.000Z',
      site: { services: { observedAt: '2026-05-04T03:05:00.000Z', entries: [] }, about: null, ...FRESH },
    }),
    hits: ['facts:site'],
  },
  { name: 'does not fire at the limit', facts: vsphereFacts({ now: '2026-05-04T03:20:00.000Z' }), hits: [] },
  {
    name: 'leaves what is from the future to the other rule',
    facts: vsphereFacts({ now: '2026-05-04T03:04:59.000Z' }),
    hits: [],
  },
]);
