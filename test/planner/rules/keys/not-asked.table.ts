// Goal: a key that nobody asked for lately is not known [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts, KEY } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyNotAsked } from '../../../../src/planner/rules/keys/not-asked.js';

vsphereRuleTable(keyNotAsked, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts({ keyStatuses: [] }), hits: [] },
  { name: 'does not fire while the key can be fetched', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for home and disks',
    facts: encryptedFacts({ keyStatuses: [] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for the present keys of a VM to overwrite',
    facts: inPlaceEncryptedFacts({ keyStatuses: [] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires when the answers are one second too old',
    facts: encryptedFacts({ site: { keyStatuses: { observedAt: '2026-05-04T02:54:59.000Z', entries: [] } } }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'does not fire at the very age that the policy allows',
    facts: encryptedFacts({ site: { keyStatuses: statuses('2026-05-04T02:55:00.000Z') } }),
    hits: [],
  },
  {
    name: 'fires one second later, and from the future',
    facts: encryptedFacts({ site: { keyStatuses: statuses('2026-05-04T03:10:00.001Z') } }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for a status under another provider',
    facts: encryptedFacts({ keyStatuses: [{ providerId: 'kmip-b' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for the one key that was not asked for',
    facts: encryptedFacts({ disks: [{}, { key: { ...KEY, keyId: 'key-8' } }] }),
    hits: ['disk:2001'],
  },
]);

function statuses(observedAt: string) {
  const status = { keyId: 'key-7', providerId: 'kmip-a', available: 'YES', reason: null, hostIdsHolding: [] } as const;
  return { observedAt, entries: [status] };
}
