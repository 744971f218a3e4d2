// Goal: a way that the account may not go is not gone [S01]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { SEEN_AT, encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { transportPrivilegeMissing } from '../../../../src/planner/rules/transport/privilege-missing.js';

import { TRANSPORT_PRIVILEGES } from '../../../../src/planner/vsphere/transport-privileges.js';

vsphereRuleTable(transportPrivilegeMissing, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for what fences storage motion off, for the library alone',
    facts: vsphereFacts({
      disks: [{}],
      site: {
        privileges: {
          observedAt: SEEN_AT,
          entries: TRANSPORT_PRIVILEGES.map((privilege) => ({
            privilege,
            held: privilege === 'Global.DisableMethods' ? 'NO' : 'YES',
          })),
        },
      },
    }),
    hits: ['SAN disk:2000', 'HOTADD disk:2000', 'NBDSSL disk:2000', 'NBD disk:2000'],
  },
  {
    name: 'fires for the restore snapshot of SAN',
    facts: vsphereFacts({
      disks: [{}],
      site: {
        privileges: {
          observedAt: SEEN_AT,
          entries: TRANSPORT_PRIVILEGES.map((privilege) => ({
            privilege,
            held: privilege === 'VirtualMachine.State.RevertToSnapshot' ? 'NO' : 'YES',
          })),
        },
      },
    }),
    hits: ['SAN disk:2000'],
  },
  {
    name: 'fires for the lease',
    facts: vsphereFacts({
      disks: [{}],
      site: {
        privileges: {
          observedAt: SEEN_AT,
          entries: TRANSPORT_PRIVILEGES.map((privilege) => ({
            privilege,
            held: privilege === 'VApp.Import' ? 'NO' : 'YES',
          })),
        },
      },
    }),
    hits: ['HTTP_NFC disk:2000'],
  },
  {
    name: 'fires for the folder',
    facts: vsphereFacts({
      disks: [{}],
      site: {
        privileges: {
          observedAt: SEEN_AT,
          entries: TRANSPORT_PRIVILEGES.map((privilege) => ({
            privilege,
            held: privilege === 'Datastore.FileManagement' ? 'NO' : 'YES',
          })),
        },
      },
    }),
    hits: ['DATASTORE_HTTP disk:2000'],
  },
  {
    name: 'does not ask for key privileges for a clear disk',
    facts: vsphereFacts({
      disks: [{}],
      site: {
        privileges: {
          observedAt: SEEN_AT,
          entries: TRANSPORT_PRIVILEGES.map((privilege) => ({
            privilege,
            held: privilege === 'Cryptographer.AddDisk' ? 'NO' : 'YES',
          })),
        },
      },
    }),
    hits: [],
  },
  {
    name: 'asks for them for an encrypted disk by HotAdd',
    facts: encryptedFacts({
      disks: [{}],
      site: {
        privileges: {
          observedAt: SEEN_AT,
          entries: TRANSPORT_PRIVILEGES.map((privilege) => ({
            privilege,
            held: privilege === 'Cryptographer.AddDisk' ? 'NO' : 'YES',
          })),
        },
      },
    }),
    hits: ['HOTADD disk:2000'],
  },
  {
    name: 'does not fire for the other answer',
    facts: vsphereFacts({
      disks: [{}],
      site: {
        privileges: {
          observedAt: SEEN_AT,
          entries: TRANSPORT_PRIVILEGES.map((privilege) => ({
            privilege,
            held: privilege === 'VApp.Import' ? 'UNKNOWN' : 'YES',
          })),
        },
      },
    }),
    hits: [],
  },
  {
    name: 'asks for no fence on a host without vCenter',
    facts: vsphereFacts({
      disks: [{}],
      site: {
        kind: 'ESXI',
        privileges: {
          observedAt: SEEN_AT,
          entries: TRANSPORT_PRIVILEGES.map((privilege) => ({
            privilege,
            held: privilege === 'Global.DisableMethods' ? 'NO' : 'YES',
          })),
        },
      },
    }),
    hits: [],
  },
]);
