// Goal: disks that only the lost secrets unlock are told loudest [S43] [S45]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { vtpmBoundSecrets } from '../../../../src/planner/rules/nvram/vtpm-bound-secrets.js';

vsphereRuleTable(vtpmBoundSecrets, [
  {
    name: 'does not fire while they come back',
    facts: encryptedFacts({ machine: { tpmBoundSecrets: 'YES' } }),
    hits: [],
  },
  {
    name: 'fires once they are lost',
    facts: encryptedFacts({
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] },
      machine: { tpmBoundSecrets: 'YES' },
      consents: { leaveNvram: true },
    }),
    hits: ['vtpm'],
  },
  {
    name: 'fires for a new one by consent',
    facts: encryptedFacts({ machine: { tpmBoundSecrets: 'YES' }, consents: { newVtpm: true } }),
    hits: ['vtpm'],
  },
  {
    name: 'does not fire when nobody knows: that they are lost is told anyway',
    facts: encryptedFacts({
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] },
      machine: { tpmBoundSecrets: 'UNKNOWN' },
      consents: { leaveNvram: true },
    }),
    hits: [],
  },
]);
