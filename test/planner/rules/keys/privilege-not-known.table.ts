// Goal: what nobody knows of the account is not good
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts, SEEN_AT } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyPrivilegeNotKnown } from '../../../../src/planner/rules/keys/privilege-not-known.js';

vsphereRuleTable(keyPrivilegeNotKnown, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ ...privileges('Cryptographer.EncryptNew', 'UNKNOWN') }),
    hits: [],
  },
  { name: 'does not fire when all are held', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for encrypting a new VM',
    facts: encryptedFacts({ ...privileges('Cryptographer.EncryptNew', 'UNKNOWN') }),
    hits: ['vm'],
  },
  {
    name: 'fires for handing the key to the host',
    facts: encryptedFacts({ ...privileges('Cryptographer.RegisterVM', 'UNKNOWN') }),
    hits: ['vm'],
  },
  {
    name: 'fires for giving it its disks',
    facts: encryptedFacts({ ...privileges('Cryptographer.AddDisk', 'UNKNOWN') }),
    hits: ['vm'],
  },
  {
    name: 'does not fire for preparing a host that is safe',
    facts: encryptedFacts({ ...privileges('Cryptographer.RegisterHost', 'UNKNOWN') }),
    hits: [],
  },
  {
    name: 'fires for preparing one that is not',
    facts: encryptedFacts({
      ...privileges('Cryptographer.RegisterHost', 'UNKNOWN'),
      hosts: [{ cryptoState: 'prepared' }],
    }),
    hits: ['vm'],
  },
  {
    name: 'fires for encryption afterwards',
    facts: vsphereFacts({
      ...privileges('Cryptographer.Encrypt', 'UNKNOWN'),
      placement: { homePolicyId: 'policy-enc' },
      consents: { encrypt: true },
    }),
    hits: ['vm'],
  },
  {
    name: 'fires for one that was not asked for',
    facts: encryptedFacts({ ...privileges('Cryptographer.EncryptNew', null) }),
    hits: ['vm'],
  },
  { name: 'fires when none was read', facts: encryptedFacts({ site: { privileges: null } }), hits: ['vm'] },
]);

/** All that is needed, but for one. */
function privileges(name: string, held: 'YES' | 'NO' | 'UNKNOWN' | null) {
  const all = encryptedFacts().site.privileges?.entries ?? [];
  const others = all.filter(({ privilege }) => privilege !== name);
  const one = held === null ? [] : [{ privilege: name, held }];
  return { site: { privileges: { observedAt: SEEN_AT, entries: [...others, ...one] } } };
}
