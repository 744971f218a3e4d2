// Goal: an executor without the site is not used
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { transportSiteNotReached } from '../../../../src/planner/rules/transport/site-not-reached.js';

vsphereRuleTable(transportSiteNotReached, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the one that says no',
    facts: vsphereFacts({ executors: [sanProxy({ reachesSite: 'NO' }), sanProxy({}, { name: 'san-2' })] }),
    hits: [
      'SAN executor:san-1',
      'HOTADD executor:san-1',
      'NBDSSL executor:san-1',
      'NBD executor:san-1',
      'HTTP_NFC executor:san-1',
      'DATASTORE_HTTP executor:san-1',
    ],
  },
  {
    name: 'leaves what is not known to another rule',
    facts: vsphereFacts({ executors: [sanProxy({ reachesSite: 'UNKNOWN' }), sanProxy({}, { name: 'san-2' })] }),
    hits: [],
  },
]);
