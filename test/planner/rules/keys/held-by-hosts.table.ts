// Goal: a host that holds the key makes nothing green [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyHeldByHosts } from '../../../../src/planner/rules/keys/held-by-hosts.js';

vsphereRuleTable(keyHeldByHosts, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({
      keyStatuses: [{ available: 'NO', reason: 'KeyStateClusterUnreachable', hostIdsHolding: ['host-21'] }],
    }),
    hits: [],
  },
  {
    name: 'does not fire while the key can be fetched',
    facts: encryptedFacts({ keyStatuses: [{ hostIdsHolding: ['host-21'] }] }),
    hits: [],
  },
  {
    name: 'fires when it cannot',
    facts: encryptedFacts({
      keyStatuses: [{ available: 'NO', reason: 'KeyStateClusterUnreachable', hostIdsHolding: ['host-21'] }],
    }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'does not fire when no host was asked',
    facts: encryptedFacts({
      keyStatuses: [{ available: 'NO', reason: 'KeyStateClusterUnreachable', hostIdsHolding: null }],
    }),
    hits: [],
  },
]);
