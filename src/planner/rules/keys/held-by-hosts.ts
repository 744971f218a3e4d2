import { keyDecisionsOf } from '../../vsphere/key-hits.js';
import { securityGuide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyHeldByHosts: VsphereRule = {
  kind: 'FINDING',
  id: 'key.held-by-hosts',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'Hosts hold a key that the vCenter cannot fetch',
  statements: ['S36'],
  citation: securityGuide('Key persistence on hosts with a TPM'),
  remedy: 'Do not restart these hosts before the key can be fetched again; that they hold it makes no restore good.',
  check: (context) =>
    keyDecisionsOf(context).flatMap(({ subject, decision }) => {
      const { availability } = decision;
      if (availability === null || availability.state === 'AVAILABLE') return [];
      const names = availability.hostIdsHolding.map((id) => context.site.hosts?.byId.get(id)?.name ?? id);
      if (names.length === 0) return [];
      const explanation =
        `Key ${availability.keyId}: starts on ${[...names].sort().join(', ')} until reboot, nowhere ` + 'else.';
      return [{ subject, explanation }];
    }),
};
