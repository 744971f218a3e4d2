import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const vmConfigNotCaptured: VsphereRule = {
  kind: 'FINDING',
  id: 'config.not-captured',
  grade: 'BLOCKS',
  effect: 'BLOCKS',
  title: 'Without a ConfigInfo no VM can be made',
  statements: ['S26'],
  citation: tips('Do not make verbatim copies of configuration files'),
  remedy: 'Restore the disks into local files, or choose a point with a complete ConfigInfo.',
  check: ({ target, items, point }) =>
    target.mode === 'NEW_VM' && (items.CONFIG_INFO === 'NOT_CAPTURED' || items.CONFIG_INFO === 'NOT_PRESENT')
      ? [{ subject: 'vm', explanation: `The point holds no ConfigInfo of ${point.vmName}; a copy of a .vmx is none.` }]
      : [],
};
