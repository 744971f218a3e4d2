// Goal: a proxy on a small VMFS-3 datastore takes no large disk [S17]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { hotaddOn } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddProxyDatastore } from '../../../../src/planner/rules/transport/hotadd-proxy-datastore.js';

vsphereRuleTable(hotaddProxyDatastore, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'VMFS-3 with 1 MiB blocks serves 256 GiB',
    facts: vsphereFacts({
      datastores: [{}, { vmfsMajorVersion: 3, vmfsBlockSizeBytes: 1 * 1024 ** 2 }],
      disks: [{ capacityBytes: 256 * 1024 ** 3 }],
      executors: [hotaddOn({ datastoreIds: ['datastore-12'] })],
    }),
    hits: [],
  },
  {
    name: 'VMFS-3 with 1 MiB blocks serves no sector more',
    facts: vsphereFacts({
      datastores: [{}, { vmfsMajorVersion: 3, vmfsBlockSizeBytes: 1 * 1024 ** 2 }],
      disks: [{ capacityBytes: 256 * 1024 ** 3 + 512 }],
      executors: [hotaddOn({ datastoreIds: ['datastore-12'] })],
    }),
    hits: ['HOTADD disk:2000 hotadd-1'],
  },
  {
    name: 'VMFS-3 with 2 MiB blocks serves 512 GiB',
    facts: vsphereFacts({
      datastores: [{}, { vmfsMajorVersion: 3, vmfsBlockSizeBytes: 2 * 1024 ** 2 }],
      disks: [{ capacityBytes: 512 * 1024 ** 3 }],
      executors: [hotaddOn({ datastoreIds: ['datastore-12'] })],
    }),
    hits: [],
  },
  {
    name: 'VMFS-3 with 2 MiB blocks serves no sector more',
    facts: vsphereFacts({
      datastores: [{}, { vmfsMajorVersion: 3, vmfsBlockSizeBytes: 2 * 1024 ** 2 }],
      disks: [{ capacityBytes: 512 * 1024 ** 3 + 512 }],
      executors: [hotaddOn({ datastoreIds: ['datastore-12'] })],
    }),
    hits: ['HOTADD disk:2000 hotadd-1'],
  },
  {
    name: 'VMFS-3 with 4 MiB blocks serves 1024 GiB',
    facts: vsphereFacts({
      datastores: [{}, { vmfsMajorVersion: 3, vmfsBlockSizeBytes: 4 * 1024 ** 2 }],
      disks: [{ capacityBytes: 1024 * 1024 ** 3 }],
      executors: [hotaddOn({ datastoreIds: ['datastore-12'] })],
    }),
    hits: [],
  },
  {
    name: 'VMFS-3 with 4 MiB blocks serves no sector more',
    facts: vsphereFacts({
      datastores: [{}, { vmfsMajorVersion: 3, vmfsBlockSizeBytes: 4 * 1024 ** 2 }],
      disks: [{ capacityBytes: 1024 * 1024 ** 3 + 512 }],
      executors: [hotaddOn({ datastoreIds: ['datastore-12'] })],
    }),
    hits: ['HOTADD disk:2000 hotadd-1'],
  },
  {
    name: 'VMFS-3 with 8 MiB blocks serves 2048 GiB',
    facts: vsphereFacts({
      datastores: [{}, { vmfsMajorVersion: 3, vmfsBlockSizeBytes: 8 * 1024 ** 2 }],
      disks: [{ capacityBytes: 2048 * 1024 ** 3 }],
      executors: [hotaddOn({ datastoreIds: ['datastore-12'] })],
    }),
    hits: [],
  },
  {
    name: 'VMFS-3 with 8 MiB blocks serves no sector more',
    facts: vsphereFacts({
      datastores: [{}, { vmfsMajorVersion: 3, vmfsBlockSizeBytes: 8 * 1024 ** 2 }],
      disks: [{ capacityBytes: 2048 * 1024 ** 3 + 512 }],
      executors: [hotaddOn({ datastoreIds: ['datastore-12'] })],
    }),
    hits: ['HOTADD disk:2000 hotadd-1'],
  },
  {
    name: 'VMFS-5 serves large disks',
    facts: vsphereFacts({
      datastores: [{}, { vmfsMajorVersion: 5, vmfsBlockSizeBytes: 1024 ** 2 }],
      disks: [{ capacityBytes: 60 * 1024 ** 4 }],
      executors: [hotaddOn({ datastoreIds: ['datastore-12'] })],
    }),
    hits: [],
  },
  {
    name: 'leaves an unknown block size to another rule',
    facts: vsphereFacts({
      datastores: [{}, { vmfsMajorVersion: 3, vmfsBlockSizeBytes: null }],
      disks: [{ capacityBytes: 60 * 1024 ** 4 }],
      executors: [hotaddOn({ datastoreIds: ['datastore-12'] })],
    }),
    hits: [],
  },
]);
