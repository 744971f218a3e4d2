// Goal: a transport that nobody told of is not used, and not refused for good
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { hotaddProxy, offers, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { transportOfferUnknown } from '../../../../src/planner/rules/transport/offer-unknown.js';

vsphereRuleTable(transportOfferUnknown, [
  {
    name: 'fires for a transport without an entry and for one that is unknown',
    facts: vsphereFacts({
      executors: [
        hotaddProxy({
          transports: offers('HOTADD', 'NBDSSL', 'NBD')
            .filter(({ transport }) => transport !== 'SAN')
            .map((one) => (one.transport === 'HOTADD' ? { ...one, available: 'UNKNOWN' } : one)),
        }),
      ],
    }),
    hits: ['SAN executor:hotadd-1', 'HOTADD executor:hotadd-1'],
  },
  { name: 'does not fire where all is told', facts: vsphereFacts(), hits: [] },
]);
