import { libraryServes } from '../../vsphere/vsphere-release.js';
import { releaseNotes } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const vddkOtherRelease: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['SAN', 'HOTADD', 'NBDSSL', 'NBD'],
  id: 'vddk.other-release',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The library of an executor does not serve this release of vSphere',
  statements: [],
  citation: releaseNotes('8.0', 'Compatibility: two releases back, one ahead'),
  remedy: 'Install a VDDK of the release of vCenter and hosts on that executor.',
  reject: ({ host, site }, { executor }) => {
    const { vddkVersion } = executor.fact.proxy;
    const unserved: string[] = [];
    if (libraryServes(vddkVersion, site.about?.version ?? null) === false)
      unserved.push(`${site.name} ${site.about?.version}`);
    if (libraryServes(vddkVersion, host?.version ?? null) === false)
      unserved.push(`host ${host?.name} ${host?.version}`);
    return unserved.length === 0
      ? null
      : `VDDK ${vddkVersion} of executor ${executor.name} does not serve ${unserved.join(' and ')}.`;
  },
};
