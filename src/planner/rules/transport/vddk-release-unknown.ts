import { libraryServes } from '../../vsphere/vsphere-release.js';
import { releaseNotes } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const vddkReleaseUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['SAN', 'HOTADD', 'NBDSSL', 'NBD'],
  id: 'vddk.release-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether the library of an executor serves this release of vSphere',
  statements: [],
  citation: releaseNotes('8.0', 'Compatibility: two releases back, one ahead'),
  remedy: 'Refresh the site and let the executor report the version of its library.',
  reject: ({ host, site }, { executor }) => {
    const { vddkVersion } = executor.fact.proxy;
    const library = `VDDK ${vddkVersion ?? 'of unknown version'} of executor ${executor.name}`;
    if (libraryServes(vddkVersion, site.about?.version ?? null) === null) {
      return `Whether ${library} serves ${site.name} (${site.about?.version ?? 'version not known'}) is not known.`;
    }
    return host !== null && libraryServes(vddkVersion, host.version) === null
      ? `Whether ${library} serves host ${host.name} (${host.version ?? 'version not known'}) is not known.`
      : null;
  },
};
