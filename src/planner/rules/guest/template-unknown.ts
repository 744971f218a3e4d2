import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestTemplateUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.template-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether the VM was a template',
  statements: [],
  citation: vim('VirtualMachineConfigInfo.template'),
  remedy: 'Record the point again with a complete ConfigInfo, or restore without power-on.',
  check: ({ target, point }) =>
    target.mode === 'NEW_VM' && target.powerOn && point.machine.template === 'UNKNOWN'
      ? [{ subject: 'power-on', explanation: `Powered on, a template ${point.vmName} would spend its identity.` }]
      : [],
};
