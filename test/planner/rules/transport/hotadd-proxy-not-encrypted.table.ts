// Goal: an encrypted disk is not attached to a clear proxy
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { hotaddOn } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddProxyNotEncrypted } from '../../../../src/planner/rules/transport/hotadd-proxy-not-encrypted.js';

vsphereRuleTable(hotaddProxyNotEncrypted, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'does not fire for an encrypted proxy', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for the encrypted disk and the clear proxy alone',
    facts: encryptedFacts({
      disks: [{}, { encryption: 'NOT_ENCRYPTED', key: null }],
      executors: [
        hotaddOn({ encrypted: 'NO' }),
        hotaddOn({ encrypted: 'YES' }, 'hotadd-2'),
        hotaddOn({ encrypted: 'UNKNOWN' }, 'hotadd-3'),
      ],
    }),
    hits: ['HOTADD disk:2000 hotadd-1'],
  },
]);
