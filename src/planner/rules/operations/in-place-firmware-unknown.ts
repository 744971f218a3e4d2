import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceFirmwareUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.firmware-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Whether the VM to overwrite has the firmware of the captured one is not known',
  statements: [],
  citation: own('Unknown is a verdict of its own'),
  remedy: 'Record the point again with config.firmware, or restore as a new VM.',
  check: ({ machine, point }) =>
    machine !== null && machine.firmware !== 'UNKNOWN' && point.firmware === 'UNKNOWN'
      ? [
          {
            subject: 'power-on',
            explanation: `${machine.name} has ${machine.firmware}; of the point nobody knows the firmware.`,
          },
        ]
      : [],
};
