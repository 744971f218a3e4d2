import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const vmConfigIncomplete: VsphereRule = {
  kind: 'FINDING',
  id: 'config.incomplete',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The ConfigInfo is not known to be whole',
  statements: ['S26'],
  citation: tips('Do not make verbatim copies of configuration files'),
  remedy: 'Restore the disks into local files, or choose a point with a complete ConfigInfo.',
  check: ({ target, items, point }) =>
    target.mode === 'NEW_VM' && items.CONFIG_INFO === 'UNKNOWN'
      ? [
          {
            subject: 'vm',
            explanation: `A VM made from what is kept of ${point.vmName} may lack devices and settings.`,
          },
        ]
      : [],
};
