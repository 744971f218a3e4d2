// Goal: unknown visibility is not visible [S07] [S09]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanLunVisibilityUnknown } from '../../../../src/planner/rules/transport/san-lun-visibility-unknown.js';

vsphereRuleTable(sanLunVisibilityUnknown, [
  { name: 'does not fire when both sides are told', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires when the proxy did not look',
    facts: vsphereFacts({ disks: [{}], executors: [sanProxy({ luns: null })] }),
    hits: ['SAN disk:2000 san-1'],
  },
  {
    name: 'fires when the datastore does not tell its LUNs, or names none',
    facts: vsphereFacts({
      executors: [sanProxy({})],
      datastores: [{ lunIds: null }, { lunIds: [] }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['SAN disk:2000 san-1', 'SAN disk:2001 san-1'],
  },
  {
    name: 'fires when the site is too old to tell',
    facts: vsphereFacts({ disks: [{}], executors: [sanProxy({})], now: '2026-05-04T04:10:00.000Z' }),
    hits: ['SAN disk:2000 san-1'],
  },
]);
