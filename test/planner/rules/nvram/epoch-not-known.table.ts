// Goal: a chain whose one moment is not proven is not good [S38]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { itemsWith } from '../../facts-builder.js';
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { nvramEpochNotKnown } from '../../../../src/planner/rules/nvram/epoch-not-known.js';

vsphereRuleTable(nvramEpochNotKnown, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts({ point: { recrypts: null } }), hits: [] },
  { name: 'does not fire where the capture proved it', facts: encryptedFacts(), hits: [] },
  { name: 'fires when nobody kept track', facts: encryptedFacts({ point: { recrypts: null } }), hits: ['nvram'] },
  {
    name: 'fires for equal moments too: they may be those of the capture',
    facts: encryptedFacts({ point: { recrypts: null, items: itemsWith({}) } }),
    hits: ['nvram'],
  },
  {
    name: 'fires for a recrypt of unknown kind in between',
    facts: encryptedFacts({ point: { recrypts: [{ kind: 'UNKNOWN', at: '2026-05-04T01:10:00.000Z' }] } }),
    hits: ['nvram'],
  },
  {
    name: 'does not fire for one after it',
    facts: encryptedFacts({ point: { recrypts: [{ kind: 'UNKNOWN', at: '2026-05-04T01:10:00.001Z' }] } }),
    hits: [],
  },
  {
    name: 'does not fire once leaving it is allowed for this plan',
    facts: encryptedFacts({ point: { recrypts: null }, consents: { leaveNvram: true } }),
    hits: [],
  },
]);
