// Goal: a file is not larger than its datastore can hold
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { datastoreFileTooLarge } from '../../../../src/planner/rules/disks/file-too-large.js';

vsphereRuleTable(datastoreFileTooLarge, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'is silent at the limit that the datastore tells',
    facts: vsphereFacts({ datastores: [{ fileSizeMaxBytes: 2 ** 40 }], disks: [{}, { capacityBytes: 2 ** 40 }] }),
    hits: [],
  },
  {
    name: 'fires for a sector more',
    facts: vsphereFacts({ datastores: [{ fileSizeMaxBytes: 2 ** 40 }], disks: [{}, { capacityBytes: 2 ** 40 + 512 }] }),
    hits: ['disk:2001'],
  },
  {
    name: 'is silent at the limit of VMFS-3 with 1 MiB blocks',
    facts: vsphereFacts({
      datastores: [{ fileSizeMaxBytes: null, vmfsMajorVersion: 3 }],
      disks: [{}, { capacityBytes: 256 * 2 ** 30 }],
    }),
    hits: [],
  },
  {
    name: 'fires for a sector more',
    facts: vsphereFacts({
      datastores: [{ fileSizeMaxBytes: null, vmfsMajorVersion: 3 }],
      disks: [{}, { capacityBytes: 256 * 2 ** 30 + 512 }],
    }),
    hits: ['disk:2001'],
  },
  {
    name: 'fires beyond 62 TiB on VMFS-5',
    facts: vsphereFacts({
      datastores: [{ fileSizeMaxBytes: null, vmfsMajorVersion: 5 }],
      disks: [{}, { capacityBytes: 62 * 2 ** 40 + 512 }],
    }),
    hits: ['disk:2001'],
  },
  {
    name: 'leaves what is not known to another rule',
    facts: vsphereFacts({
      datastores: [{ fileSizeMaxBytes: null, vmfsMajorVersion: null }],
      disks: [{}, { capacityBytes: 62 * 2 ** 40 + 512 }],
    }),
    hits: [],
  },
  {
    name: 'is silent in place, where the file stands',
    facts: inPlaceFacts({ datastores: [{ fileSizeMaxBytes: 512 }] }),
    hits: [],
  },
]);
