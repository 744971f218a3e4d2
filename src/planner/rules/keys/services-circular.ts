import { circleOfServices } from '../../vsphere/dependencies.js';
import { providersInUse } from '../../vsphere/providers-in-use.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const servicesCircular: VsphereRule = {
  kind: 'FINDING',
  id: 'services.circular',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'Services that the restore leans on need each other in a circle',
  statements: [],
  citation: own('Circles of services'),
  remedy: 'Break the circle: give one of them a way to start without the others.',
  check: (context) => {
    const circle = circleOfServices(context, providersInUse(context));
    return circle === null
      ? []
      : [
          {
            subject: 'facts:services',
            explanation: `After a cold start none of them comes up: ${circle.join(' needs ')}.`,
          },
        ];
  },
};
