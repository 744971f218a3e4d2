import type { Answer } from '../facts/section.js';
import type { Situation } from './context.js';

export interface SnapshotAbility {
  readonly possible: Answer;
  /** What rules it out, or what nobody knows; empty when possible. */
  readonly why: string;
}

const POSSIBLE: SnapshotAbility = { possible: 'YES', why: '' };

/** Whether the VM that is written can have a snapshot: none with a multi-writer disk or a shared bus. */
export function snapshotAbility(situation: Situation): SnapshotAbility {
  const parts = situation.target.mode === 'IN_PLACE' ? partsInPlace(situation) : partsOfNew(situation);
  const barred = parts.find(({ shared }) => shared === 'YES');
  if (barred !== undefined) return { possible: 'NO', why: `${barred.name} is shared` };
  const open = parts.find(({ shared }) => shared === 'UNKNOWN');
  return open === undefined ? POSSIBLE : { possible: 'UNKNOWN', why: `whether ${open.name} is shared is not known` };
}

interface Part {
  readonly name: string;
  readonly shared: Answer;
}

function partsOfNew({ disks, point }: Situation): Part[] {
  return [
    ...disks.map(({ disk }) => ({ name: disk.label, shared: sharesDisk(disk.sharing) })),
    ...point.machine.controllers
      .filter(({ bus }) => bus === 'SCSI')
      .map(({ busNumber, sharing }) => ({ name: `SCSI controller ${busNumber ?? '?'}`, shared: sharesBus(sharing) })),
  ];
}

function partsInPlace({ machine }: Situation): Part[] {
  if (machine === null || machine.disks === null) return [{ name: 'a disk of the VM', shared: 'UNKNOWN' }];
  return [
    ...machine.disks.map(({ label, sharing }) => ({ name: label, shared: sharesDisk(sharing) })),
    { name: `a SCSI bus of ${machine.name}`, shared: machine.sharesBus },
  ].sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** Words of VirtualDiskSharing. */
export function sharesDisk(sharing: string | null): Answer {
  return sharing === 'sharingMultiWriter' ? 'YES' : sharing === 'sharingNone' ? 'NO' : 'UNKNOWN';
}

/** Words of VirtualSCSISharing. */
export function sharesBus(sharing: string | null): Answer {
  if (sharing === 'virtualSharing' || sharing === 'physicalSharing') return 'YES';
  return sharing === 'noSharing' ? 'NO' : 'UNKNOWN';
}
