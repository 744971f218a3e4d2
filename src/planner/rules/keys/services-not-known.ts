import { ageText } from '../../vsphere/key-hits.js';
import { usesKeys } from '../../vsphere/providers-in-use.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyServicesNotKnown: VsphereRule = {
  kind: 'FINDING',
  id: 'key.services-not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Whether the VM to overwrite serves its own key is not known',
  statements: ['S36'],
  citation: own('Circles of services'),
  remedy: 'Record in which VMs vCenter and key servers run, then refresh the site.',
  check: (context) =>
    context.target.mode === 'IN_PLACE' && context.site.services === null && usesKeys(context)
      ? [
          {
            subject: 'vm',
            explanation:
              `Overwriting takes ${context.target.placement.name} down, and whether its own key server runs in ` +
              `it is ${ageText(context.site, 'services')}.`,
          },
        ]
      : [],
};
