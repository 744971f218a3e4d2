// Goal: hardware newer than the host is told before the request fails
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostHardwareTooOld } from '../../../../src/planner/rules/placement/host-hardware-too-old.js';

vsphereRuleTable(hostHardwareTooOld, [
  { name: 'does not fire for a healthy host', facts: vsphereFacts(), hits: [] },
  {
    name: 'does not fire for the newest that the host runs',
    facts: vsphereFacts({ hosts: [{ hardwareVersionMax: 21 }] }),
    hits: [],
  },
  {
    name: 'fires for one version more',
    facts: vsphereFacts({ hosts: [{ hardwareVersionMax: 20 }, {}] }),
    hits: ['esx-1'],
  },
  {
    name: 'in place, the hardware of the VM that stands there counts',
    facts: inPlaceFacts({ hosts: [{ hardwareVersionMax: 20 }] }, { hardwareVersion: 20 }),
    hits: [],
  },
  {
    name: 'leaves what is not known to the other rule',
    facts: vsphereFacts({ hosts: [{ hardwareVersionMax: null }] }),
    hits: [],
  },
]);
