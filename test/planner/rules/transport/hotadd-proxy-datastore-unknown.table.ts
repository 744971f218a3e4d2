// Goal: a proxy that lies nobody knows where takes no disk [S17]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { hotaddOn } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddProxyDatastoreUnknown } from '../../../../src/planner/rules/transport/hotadd-proxy-datastore-unknown.js';

vsphereRuleTable(hotaddProxyDatastoreUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires when it does not tell',
    facts: vsphereFacts({ executors: [hotaddOn({ datastoreIds: null })] }),
    hits: ['HOTADD executor:hotadd-1'],
  },
  {
    name: 'fires when it tells none',
    facts: vsphereFacts({ executors: [hotaddOn({ datastoreIds: [] })] }),
    hits: ['HOTADD executor:hotadd-1'],
  },
  {
    name: 'fires for a datastore that the site does not list',
    facts: vsphereFacts({ executors: [hotaddOn({ datastoreIds: ['datastore-99'] })] }),
    hits: ['HOTADD executor:hotadd-1'],
  },
  {
    name: 'fires for VMFS of unknown version',
    facts: vsphereFacts({
      datastores: [{}, { vmfsMajorVersion: null, vmfsBlockSizeBytes: 1024 ** 2 }],
      disks: [{ capacityBytes: 4096 }],
      executors: [hotaddOn({ datastoreIds: ['datastore-12'] })],
    }),
    hits: ['HOTADD executor:hotadd-1'],
  },
  {
    name: 'fires for VMFS-3 of unknown block size',
    facts: vsphereFacts({
      datastores: [{}, { vmfsMajorVersion: 3, vmfsBlockSizeBytes: null }],
      disks: [{ capacityBytes: 4096 }],
      executors: [hotaddOn({ datastoreIds: ['datastore-12'] })],
    }),
    hits: ['HOTADD executor:hotadd-1'],
  },
  {
    name: 'does not fire for NFS',
    facts: vsphereFacts({
      datastores: [{}, { type: 'NFS41', vmfsMajorVersion: null }],
      executors: [hotaddOn({ datastoreIds: ['datastore-12'] })],
    }),
    hits: [],
  },
]);
