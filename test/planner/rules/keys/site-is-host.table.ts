// Goal: a host alone is never a key path [S39]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keySiteIsHost } from '../../../../src/planner/rules/keys/site-is-host.js';

vsphereRuleTable(keySiteIsHost, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts({ site: { kind: 'ESXI' } }), hits: [] },
  { name: 'does not fire at a vCenter', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for home and disks at a host',
    facts: encryptedFacts({ site: { kind: 'ESXI' } }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
]);
