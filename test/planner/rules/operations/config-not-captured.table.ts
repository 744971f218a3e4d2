// Goal: a VM is made from its ConfigInfo or not at all
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { itemsWith } from '../../facts-builder.js';
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { vmConfigNotCaptured } from '../../../../src/planner/rules/operations/config-not-captured.js';

vsphereRuleTable(vmConfigNotCaptured, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for such a point',
    facts: vsphereFacts({
      point: {
        items: itemsWith({
          CONFIG_INFO: 'NOT_CAPTURED',
          KEY_ID: 'NOT_PRESENT',
          ENCRYPTION_BUNDLE: 'NOT_PRESENT',
          VTPM: 'NOT_PRESENT',
        }),
      },
    }),
    hits: ['vm'],
  },
  {
    name: 'does not fire in place, where the configuration stays',
    facts: inPlaceFacts({
      point: {
        items: itemsWith({
          CONFIG_INFO: 'NOT_CAPTURED',
          KEY_ID: 'NOT_PRESENT',
          ENCRYPTION_BUNDLE: 'NOT_PRESENT',
          VTPM: 'NOT_PRESENT',
        }),
      },
    }),
    hits: [],
  },
]);
