import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskRdmModeUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.rdm-mode-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows what kind of raw device mapping a disk was',
  statements: [],
  citation: vim('VirtualDiskRawDiskMappingVer1BackingInfo.compatibilityMode'),
  remedy: 'Record the point again with a newer release of this product, or leave the disk out.',
  check: ({ disks }) =>
    disks
      .filter(({ disk }) => disk.rdmMode !== null && disk.rdmMode !== 'virtualMode' && disk.rdmMode !== 'physicalMode')
      .map(({ disk, subject }) => ({
        subject,
        explanation: `${disk.label} was a raw device mapping in mode "${disk.rdmMode}".`,
      })),
};
