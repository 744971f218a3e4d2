import { keyHits } from '../../vsphere/key-hits.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keySiteIsHost: VsphereRule = {
  kind: 'FINDING',
  id: 'key.site-is-host',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A host alone is no way to a key',
  statements: ['S39'],
  citation: tips('vCenter Server pushes encryption keys to its ESXi hosts'),
  remedy: 'Restore through a vCenter that has the key provider; a host without it gets no keys.',
  check: (context) =>
    keyHits(
      context,
      'SITE_IS_HOST',
      ({ keyId, providerId }) =>
        `${context.site.name} is no vCenter, and only a vCenter can fetch key ${keyId} ` +
        `of provider ${providerId ?? 'not recorded'}.`,
    ),
};
