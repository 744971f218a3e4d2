import type { KeyFact } from '../facts.js';
import type { Answer, OpenWord } from './section.js';

/** A VM or template of the site, as far as a restore beside it must know it. */
export interface MachineFact {
  readonly id: string;
  readonly name: string;
  readonly folderId: string | null;
  readonly instanceUuid: string | null;
  readonly biosUuid: string | null;
  /** Lower case, colons. */
  readonly macAddresses: readonly string[];
  /** `poweredOn`, `poweredOff`, `suspended`. */
  readonly powerState: OpenWord;
  readonly template: Answer;
}

/** The VM that an in-place restore overwrites. */
export interface TargetMachineFact extends MachineFact {
  readonly hostId: string | null;
  readonly homeDatastoreId: string | null;
  readonly hardwareVersion: number | null;
  readonly snapshotCount: number | null;
  readonly consolidationNeeded: Answer;
  readonly changeTracking: Answer;
  readonly encryption: 'ENCRYPTED' | 'NOT_ENCRYPTED' | 'UNKNOWN';
  readonly key: KeyFact | null;
  /** SHA-256 of its present `extraConfig["encryption.bundle"]`; null when there is none or it was not read. */
  readonly bundleSha256: string | null;
  readonly vtpm: 'PRESENT' | 'NOT_PRESENT' | 'UNKNOWN';
  /** Whether a SCSI controller shares its bus: VirtualSCSIController.sharedBus other than noSharing. */
  readonly sharesBus: Answer;
  /** Null when not read. */
  readonly disks: readonly TargetDiskFact[] | null;
  /** Methods that somebody switched off, with the owner's words; null when not asked. */
  readonly disabledMethods: readonly DisabledMethodFact[] | null;
  /** Extension that manages it: a replication, another backup product; null when none. */
  readonly managedBy: string | null;
  readonly firmware: 'BIOS' | 'EFI' | 'UNKNOWN';
  /** A task that is moving its storage now. */
  readonly storageMoveRunning: Answer;
}

export interface TargetDiskFact {
  readonly deviceKey: number;
  readonly label: string;
  readonly uuid: string | null;
  readonly capacityBytes: number | null;
  readonly provisioning: 'THIN' | 'THICK_LAZY_ZEROED' | 'THICK_EAGER_ZEROED' | 'UNKNOWN';
  readonly datastoreId: string | null;
  /** Whether its backing has a parent: a snapshot or a linked clone. */
  readonly child: Answer;
  readonly diskMode: OpenWord | null;
  readonly sharing: OpenWord | null;
  readonly bus: 'SCSI' | 'SATA' | 'IDE' | 'NVME' | 'OTHER' | 'UNKNOWN';
  readonly encryption: 'ENCRYPTED' | 'NOT_ENCRYPTED' | 'UNKNOWN';
  readonly key: KeyFact | null;
  /** `physicalMode` or `virtualMode` of a raw device mapping, else null. */
  readonly rdmMode: OpenWord | null;
  /** Whether a proxy has it attached now. */
  readonly attachedElsewhere: Answer;
}

export interface DisabledMethodFact {
  readonly method: string;
  readonly owner: string | null;
}
