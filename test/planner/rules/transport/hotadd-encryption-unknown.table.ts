// Goal: a proxy that may be clear takes no encrypted disk
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { hotaddOn } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddEncryptionUnknown } from '../../../../src/planner/rules/transport/hotadd-encryption-unknown.js';

vsphereRuleTable(hotaddEncryptionUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the unknown proxy alone',
    facts: encryptedFacts({
      disks: [{}, { encryption: 'NOT_ENCRYPTED', key: null }],
      executors: [
        hotaddOn({ encrypted: 'NO' }),
        hotaddOn({ encrypted: 'YES' }, 'hotadd-2'),
        hotaddOn({ encrypted: 'UNKNOWN' }, 'hotadd-3'),
      ],
    }),
    hits: ['HOTADD disk:2000 hotadd-3'],
  },
  {
    name: 'fires for an unknown disk and a clear proxy',
    facts: vsphereFacts({
      disks: [{ encryption: 'UNKNOWN' }],
      executors: [hotaddOn({ encrypted: 'NO' }), hotaddOn({ encrypted: 'YES' }, 'hotadd-2')],
    }),
    hits: ['HOTADD disk:2000 hotadd-1'],
  },
]);
