import { controllerOutOfSequence } from './controller-out-of-sequence.js';
import { diskRdmPhysical } from './rdm-physical.js';
import type { VsphereRule } from '../rule.js';

/** About disks, controllers and change tracking. */
export const DISK_RULES: readonly VsphereRule[] = [controllerOutOfSequence, diskRdmPhysical];
