// Goal: a datastore of unknown limits is not counted on
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { datastoreFileLimitUnknown } from '../../../../src/planner/rules/disks/file-limit-unknown.js';

vsphereRuleTable(datastoreFileLimitUnknown, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires without any limit',
    facts: vsphereFacts({ disks: [{}], datastores: [{ fileSizeMaxBytes: null, vmfsMajorVersion: null }] }),
    hits: ['disk:2000'],
  },
  {
    name: 'is silent when the version tells it',
    facts: vsphereFacts({ datastores: [{ fileSizeMaxBytes: null }] }),
    hits: [],
  },
  {
    name: 'is silent in place',
    facts: inPlaceFacts({ datastores: [{ fileSizeMaxBytes: null, vmfsMajorVersion: null }] }),
    hits: [],
  },
]);
