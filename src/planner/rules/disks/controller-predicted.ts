import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const controllerPredicted: VsphereRule = {
  kind: 'FINDING',
  id: 'controller.predicted',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'A controller is made that was not captured beside its disks',
  statements: ['S33'],
  citation: tips('VMware implicitly adds a SCSI controller'),
  remedy: null,
  check: ({ controllers, target }) =>
    controllers
      .filter(({ predicted }) => predicted && target.mode === 'NEW_VM')
      .map(({ bus, busNumber, key, type }) => ({
        subject: `controller:${key}`,
        explanation:
          `${bus} ${busNumber} (${type}) is made before its disks, else vSphere would add one of its own ` + 'choice.',
      })),
};
