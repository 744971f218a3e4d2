// Goal: nothing is encrypted that nobody wanted encrypted
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { policyWouldEncrypt } from '../../../../src/planner/rules/keys/policy-would-encrypt.js';

vsphereRuleTable(policyWouldEncrypt, [
  { name: 'does not fire for a clear VM without policies', facts: vsphereFacts(), hits: [] },
  { name: 'does not fire for an encrypted VM', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires when the captured policy encrypts at the target',
    facts: vsphereFacts({
      point: {
        storagePolicies: [
          {
            scope: 'HOME',
            deviceKey: null,
            policyId: 'policy-enc',
            policyName: 'VM Encryption Policy',
            encrypts: 'NO',
            contentHash: null,
          },
        ],
      },
    }),
    hits: ['vm'],
  },
  {
    name: 'fires for a requested one without consent',
    facts: vsphereFacts({ placement: { homePolicyId: 'policy-enc' } }),
    hits: ['vm'],
  },
  {
    name: 'does not fire with consent',
    facts: vsphereFacts({ placement: { homePolicyId: 'policy-enc' }, consents: { encrypt: true } }),
    hits: [],
  },
  {
    name: 'fires for a requested one where encryption is dropped by consent',
    facts: encryptedFacts({ placement: { homePolicyId: 'policy-enc' }, consents: { clear: true, leaveNvram: true } }),
    hits: ['vm'],
  },
  {
    name: 'does not fire for the captured one, which goes with the encryption',
    facts: encryptedFacts({ consents: { clear: true, leaveNvram: true } }),
    hits: [],
  },
]);
