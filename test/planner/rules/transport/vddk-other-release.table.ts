// Goal: a library is not used against a release that it does not serve
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { SEEN_AT, sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { vddkOtherRelease } from '../../../../src/planner/rules/transport/vddk-other-release.js';

function about(version: string | null) {
  const entry = vsphereFacts().site.about?.entries[0];
  if (entry === undefined) throw new Error('a healthy site tells about itself');
  return { about: { observedAt: SEEN_AT, entries: [{ ...entry, version }] } };
}

vsphereRuleTable(vddkOtherRelease, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'VDDK 8.0.3 serves vSphere 6.7.0',
    facts: vsphereFacts({
      hosts: [{ version: '6.7.0' }],
      site: about('6.7.0'),
      executors: [sanProxy({ vddkVersion: '8.0.3' })],
    }),
    hits: [],
  },
  {
    name: 'VDDK 8.0.3 serves vSphere 7.0.3',
    facts: vsphereFacts({
      hosts: [{ version: '7.0.3' }],
      site: about('7.0.3'),
      executors: [sanProxy({ vddkVersion: '8.0.3' })],
    }),
    hits: [],
  },
  {
    name: 'VDDK 8.0.3 serves vSphere 9.0.0',
    facts: vsphereFacts({
      hosts: [{ version: '9.0.0' }],
      site: about('9.0.0'),
      executors: [sanProxy({ vddkVersion: '8.0.3' })],
    }),
    hits: [],
  },
  {
    name: 'VDDK 7.0.3 serves vSphere 6.5.0',
    facts: vsphereFacts({
      hosts: [{ version: '6.5.0' }],
      site: about('6.5.0'),
      executors: [sanProxy({ vddkVersion: '7.0.3' })],
    }),
    hits: [],
  },
  {
    name: 'VDDK 7.0.3 serves vSphere 8.0.2',
    facts: vsphereFacts({
      hosts: [{ version: '8.0.2' }],
      site: about('8.0.2'),
      executors: [sanProxy({ vddkVersion: '7.0.3' })],
    }),
    hits: [],
  },
  {
    name: 'VDDK 9.0.1 serves vSphere 7.0.3',
    facts: vsphereFacts({
      hosts: [{ version: '7.0.3' }],
      site: about('7.0.3'),
      executors: [sanProxy({ vddkVersion: '9.0.1' })],
    }),
    hits: [],
  },
  {
    name: 'VDDK 8.0.3 does not serve vSphere 6.5.0',
    facts: vsphereFacts({
      hosts: [{ version: '6.5.0' }],
      site: about('6.5.0'),
      executors: [sanProxy({ vddkVersion: '8.0.3' })],
    }),
    hits: ['SAN executor:san-1', 'HOTADD executor:san-1', 'NBDSSL executor:san-1', 'NBD executor:san-1'],
  },
  {
    name: 'VDDK 7.0.3 does not serve vSphere 9.0.0',
    facts: vsphereFacts({
      hosts: [{ version: '9.0.0' }],
      site: about('9.0.0'),
      executors: [sanProxy({ vddkVersion: '7.0.3' })],
    }),
    hits: ['SAN executor:san-1', 'HOTADD executor:san-1', 'NBDSSL executor:san-1', 'NBD executor:san-1'],
  },
  {
    name: 'VDDK 9.0.1 does not serve vSphere 6.7.0',
    facts: vsphereFacts({
      hosts: [{ version: '6.7.0' }],
      site: about('6.7.0'),
      executors: [sanProxy({ vddkVersion: '9.0.1' })],
    }),
    hits: ['SAN executor:san-1', 'HOTADD executor:san-1', 'NBDSSL executor:san-1', 'NBD executor:san-1'],
  },
  {
    name: 'VDDK 6.7.0 does not serve vSphere 8.0.2',
    facts: vsphereFacts({
      hosts: [{ version: '8.0.2' }],
      site: about('8.0.2'),
      executors: [sanProxy({ vddkVersion: '6.7.0' })],
    }),
    hits: ['SAN executor:san-1', 'HOTADD executor:san-1', 'NBDSSL executor:san-1', 'NBD executor:san-1'],
  },
  {
    name: 'fires for the host alone',
    facts: vsphereFacts({
      hosts: [{ version: '6.5.0' }],
      site: about('8.0.3'),
      executors: [sanProxy({ vddkVersion: '8.0.3' })],
    }),
    hits: ['SAN executor:san-1', 'HOTADD executor:san-1', 'NBDSSL executor:san-1', 'NBD executor:san-1'],
  },
  {
    name: 'leaves what is not known to another rule',
    facts: vsphereFacts({
      hosts: [{ version: '12.0.0' }],
      site: about(null),
      executors: [sanProxy({ vddkVersion: '8.0.3' })],
    }),
    hits: [],
  },
]);
