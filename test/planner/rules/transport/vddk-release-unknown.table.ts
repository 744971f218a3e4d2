// Goal: a library of which nobody knows whom it serves is not counted on
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { SEEN_AT, sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { vddkReleaseUnknown } from '../../../../src/planner/rules/transport/vddk-release-unknown.js';

function about(version: string | null) {
  const entry = vsphereFacts().site.about?.entries[0];
  if (entry === undefined) throw new Error('a healthy site tells about itself');
  return { about: { observedAt: SEEN_AT, entries: [{ ...entry, version }] } };
}

vsphereRuleTable(vddkReleaseUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires without the version of the library',
    facts: vsphereFacts({
      hosts: [{ version: '8.0.3' }],
      site: about('8.0.3'),
      executors: [sanProxy({ vddkVersion: null })],
    }),
    hits: ['SAN executor:san-1', 'HOTADD executor:san-1', 'NBDSSL executor:san-1', 'NBD executor:san-1'],
  },
  {
    name: 'fires for a release that nobody knows',
    facts: vsphereFacts({
      hosts: [{ version: '8.0.3' }],
      site: about('8.0.3'),
      executors: [sanProxy({ vddkVersion: '12.1' })],
    }),
    hits: ['SAN executor:san-1', 'HOTADD executor:san-1', 'NBDSSL executor:san-1', 'NBD executor:san-1'],
  },
  {
    name: 'fires without the version of the site',
    facts: vsphereFacts({
      hosts: [{ version: '8.0.3' }],
      site: about(null),
      executors: [sanProxy({ vddkVersion: '8.0.3' })],
    }),
    hits: ['SAN executor:san-1', 'HOTADD executor:san-1', 'NBDSSL executor:san-1', 'NBD executor:san-1'],
  },
  {
    name: 'fires without the version of the host',
    facts: vsphereFacts({
      hosts: [{ version: null }],
      site: about('8.0.3'),
      executors: [sanProxy({ vddkVersion: '8.0.3' })],
    }),
    hits: ['SAN executor:san-1', 'HOTADD executor:san-1', 'NBDSSL executor:san-1', 'NBD executor:san-1'],
  },
  {
    name: 'does not fire for a release that is not served',
    facts: vsphereFacts({
      hosts: [{ version: '6.5.0' }],
      site: about('6.5.0'),
      executors: [sanProxy({ vddkVersion: '8.0.3' })],
    }),
    hits: [],
  },
]);
