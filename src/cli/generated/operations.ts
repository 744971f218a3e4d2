// Made by npm run gen. Change schema.graphql or the operations, not this file.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** An operation to stop. */
export type CancelOperationInput = {
  /** The operation. */
  readonly operationId: string;
};

/** Something the service as a whole can do at this moment. */
export type Capability =
  /** An executor with a copy engine is alive: capture, restore and verify work. */
  | 'MOVE_DATA'
  /** Planning and queries. */
  | 'PLAN';

/** How the blocks of a disk came into the repository. Every restore point is a full one, whichever way. */
export type CaptureMethod =
  /** The whole disk was read. */
  | 'FULL'
  /** Only what had changed since its parent was read. */
  | 'INCREMENTAL';

/** A restore point to capture from disk images. */
export type CaptureRestorePointInput = {
  /** One image for each disk of the ConfigInfo. */
  readonly disks: ReadonlyArray<DiskImageInput>;
  /** The same key again gives the same operation. */
  readonly idempotencyKey?: string | null | undefined;
  /** What is known of the VM. */
  readonly metadata: RestorePointMetadataInput;
};

/** Something that a restore point should hold. */
export type CapturedItemName =
  /** Change ids of the disks. */
  | 'CHANGE_IDS'
  /** The ConfigInfo document. */
  | 'CONFIG_INFO'
  /** Blocks of the disks. */
  | 'DISK_DATA'
  /** encryption.bundle of extraConfig. */
  | 'ENCRYPTION_BUNDLE'
  /** Key id and provider of the VM home. */
  | 'KEY_ID'
  /** The NVRAM file. */
  | 'NVRAM'
  /** Storage policies of VM and disks. */
  | 'STORAGE_POLICIES'
  /** The virtual TPM device. */
  | 'VTPM';

/** State of a captured item. NOT_PRESENT and NOT_CAPTURED decide about an NVRAM: they are never mixed up. */
export type CapturedItemState =
  /** Saved with the point. */
  | 'CAPTURED'
  /** The VM had it and nobody saved it. */
  | 'NOT_CAPTURED'
  /** The VM had none: proven by a complete ConfigInfo. */
  | 'NOT_PRESENT'
  /** Nobody knows. */
  | 'UNKNOWN';

/** A part of a disk. */
export type ChangedExtentInput = {
  /** How long it is. */
  readonly lengthBytes: string;
  /** Where it begins. */
  readonly offsetBytes: string;
};

/** A repository to free of what no restore point needs. */
export type CollectGarbageInput = {
  /**
   * The name of the repository once more: removes also disks that the catalog does not know, and more than half of the
   * repository. Give it only after a dry run with it was looked at.
   */
  readonly confirmRepository?: string | null | undefined;
  /** Only says what would go. Removing takes false. */
  readonly dryRun?: boolean;
  /** What captures wrote or used within so many hours stays; at least 1. */
  readonly minimumAgeHours?: number;
  /** Name of the repository. */
  readonly repository?: string;
};

/** Part of a VM that comes back, or not. */
export type ComponentName =
  /** One disk. */
  | 'DISK'
  /** NVRAM. */
  | 'NVRAM'
  /** Power-on. */
  | 'POWER_ON'
  /** VM home: configuration and its encryption. */
  | 'VM_HOME'
  /** Virtual TPM. */
  | 'VTPM';

/** What becomes of a component. */
export type ComponentOutcome =
  /** As it was captured. */
  | 'AS_CAPTURED'
  /** Comes back clear. */
  | 'CLEAR'
  /** Does not come back. */
  | 'LOST'
  /** There was none, or this target has none. */
  | 'NOT_PRESENT'
  /** A generic one takes its place. */
  | 'REGENERATED'
  /** Encrypted with new keys. */
  | 'REKEYED'
  /** Encrypted with the same keys. */
  | 'SAME_KEYS'
  /** Not known. */
  | 'UNKNOWN'
  /** The VM will not start. */
  | 'WILL_NOT_START';

/** What a person allows for one plan, on top of the policy. */
export type ConsentsInput = {
  /** What was encrypted may come back clear. */
  readonly clear?: boolean;
  /** What was clear may come back encrypted. */
  readonly encrypt?: boolean;
  /** States that keys which cannot be fetched now are gone for good. */
  readonly keysDeclaredLost?: boolean;
  /** Disks of the VM that the point does not hold are left as they are. */
  readonly leaveExtraDisks?: boolean;
  /** A captured NVRAM may stay behind. */
  readonly leaveNvram?: boolean;
  /** A copy gets a new, empty virtual TPM. */
  readonly newVtpm?: boolean;
  /** A virtual raw device mapping comes back as a plain disk. */
  readonly rdmAsDisk?: boolean;
  /** New keys in place of the captured ones. */
  readonly rekey?: boolean;
};

/** How consistent the disks are with each other and the guest. */
export type Consistency =
  /** Applications were quiesced. */
  | 'APPLICATION'
  /** As after a power cut. */
  | 'CRASH'
  /** Guest file systems were quiesced. */
  | 'FILE_SYSTEM'
  /** Nobody said. */
  | 'UNKNOWN';

/** A token to make. */
export type CreateAccessTokenInput = {
  /** When it stops working, null for never. */
  readonly expiresAt?: string | null | undefined;
  /** Name, as it will stand in the audit log: who or what uses the token. */
  readonly name: string;
  /** What it may do. Give the least that is enough. */
  readonly role: Role;
};

/** A datastore as the source saw it. A ConfigInfo names datastores, but does not tell their kind. */
export type DatastoreInput = {
  /** Name, as in "[name] folder/file.vmdk". */
  readonly name: string;
  /** Its kind. */
  readonly type: DatastoreType;
};

/** Kind of a datastore: some transports work on some kinds only. */
export type DatastoreType =
  /** A local disk of the host. */
  | 'LOCAL'
  /** NFS. */
  | 'NFS'
  /** Another kind. */
  | 'OTHER'
  /** Nobody said. */
  | 'UNKNOWN'
  /** VMFS on shared block storage. */
  | 'VMFS'
  /** vSAN. */
  | 'VSAN'
  /** Virtual Volumes. */
  | 'VVOL';

/** A restore point to delete. */
export type DeleteRestorePointInput = {
  /** Why, for the audit log. */
  readonly reason?: string | null | undefined;
  /** The point. */
  readonly restorePointId: string;
};

/** State of a disk's blocks. */
export type DiskDataState =
  /** In the repository. */
  | 'CAPTURED'
  /** Being captured. */
  | 'CAPTURING'
  /** A verification, a scrub or a restore found chunks missing or damaged. */
  | 'DAMAGED'
  /** Not in our repository. */
  | 'NOT_CAPTURED';

/** Format of a disk image. */
export type DiskImageFormat =
  /** Unix socket of an NBD server, its default export. The executor needs libnbd0. */
  | 'NBD'
  /** qcow2 with no backing file. The executor needs qemu-utils and libnbd0. */
  | 'QCOW2'
  /** Plain bytes. */
  | 'RAW'
  /** VDI of VirtualBox with no parent. The executor needs qemu-utils and libnbd0. */
  | 'VDI'
  /** VHDX of Hyper-V with no parent. The executor needs qemu-utils and libnbd0. */
  | 'VHDX'
  /** VMDK of any kind with no parent: descriptor with flat or sparse extents, one sparse file, stream-optimised. */
  | 'VMDK'
  /** VMDK descriptor with flat extents beside it. */
  | 'VMDK_FLAT';

/** A disk image to capture. */
export type DiskImageInput = {
  /** Device key of the disk in ConfigInfo. */
  readonly deviceKey: number;
  /** Format of the image. */
  readonly format: DiskImageFormat;
  /** Read only what changed since an earlier restore point; null reads the whole disk. */
  readonly incremental?: IncrementalCaptureInput | null | undefined;
  /** Named location. */
  readonly location: string;
  /** Path in it. */
  readonly path: string;
};

/** A captured disk and the disk of the VM that it is written to. */
export type DiskMappingInput = {
  /** Device key of the captured disk. */
  readonly deviceKey: number;
  /** Device key of the disk that is written. */
  readonly targetDeviceKey: number;
};

/** Where one disk goes. */
export type DiskPlacementInput = {
  /** Datastore; null is that of the home. */
  readonly datastore?: string | null | undefined;
  /** Device key of the captured disk. */
  readonly deviceKey: number;
  /** Storage policy; null takes the captured one. */
  readonly policy?: string | null | undefined;
  /** How it is provisioned. */
  readonly provisioning?: ProvisioningRequest;
};

/** Whether the VM home was encrypted at the moment of the point. */
export type EncryptionState =
  /** It was. */
  | 'ENCRYPTED'
  /** It was not: proven by a complete ConfigInfo with no key, no bundle, no vTPM and no disk key. */
  | 'NOT_ENCRYPTED'
  /** Not known. */
  | 'UNKNOWN';

/** A plan to carry out. */
export type ExecutePlanInput = {
  /** The digest that you saw. Another one is refused. */
  readonly expectedDigest: string;
  /** Any text of your choice; the same again gives the same operation, never a second restore. */
  readonly idempotencyKey: string;
  /** The plan. */
  readonly planId: string;
};

/** Whether all work on the disks stood between PrepareForAccess and EndAccess, so that nobody moved their storage. */
export type Fence =
  /** It did, from the first read to the last. */
  | 'HELD'
  /** It did not: storage may have moved under the backup. */
  | 'NOT_HELD'
  /** Nobody said. */
  | 'UNKNOWN';

/** How much a finding weighs. */
export type FindingGrade =
  /** Nothing helps this restore point. */
  | 'BLOCKS'
  /** Blocks until the remedy is done. */
  | 'BLOCKS_UNTIL'
  /** Good to know. */
  | 'INFORMS'
  /** A person should know before going on. */
  | 'WARNS';

/** Firmware of a VM. */
export type Firmware =
  /** Legacy BIOS. */
  | 'BIOS'
  /** UEFI. */
  | 'EFI'
  /** Not known. */
  | 'UNKNOWN';

/** What changed on a disk since an earlier restore point of this VM, as changed block tracking tells it. */
export type IncrementalCaptureInput = {
  /** Every part that may differ, in any order, overlapping or not; at most 100,000 in one capture. */
  readonly changedExtents: ReadonlyArray<ChangedExtentInput>;
  /** Read the whole disk where the parent cannot be used, instead of refusing. The operation says so. */
  readonly fallbackToFull?: boolean;
  /** The earlier restore point. It must be AVAILABLE and hold this disk, of the same capacity and change id lineage. */
  readonly parentRestorePointId: string;
};

/** Type of the key provider that the key came from. */
export type KeyProviderType =
  /** vSphere Native Key Provider. */
  | 'NATIVE'
  /** Standard key provider (KMIP). */
  | 'STANDARD'
  /** vSphere Trust Authority. */
  | 'TRUST_AUTHORITY'
  /** Not known. */
  | 'UNKNOWN';

/** Local files as target. */
export type LocalFilesTargetInput = {
  /** What each disk is written as. */
  readonly diskFormat?: TargetFormat;
  /** Folder in it; it is made if it does not exist. */
  readonly folder: string;
  /** Named location. */
  readonly location: string;
};

/** Network of one adapter. */
export type NetworkPlacementInput = {
  /** Device key of the captured adapter. */
  readonly deviceKey: number;
  /** Network; null restores the adapter disconnected. */
  readonly network?: string | null | undefined;
};

/** Kind of event. */
export type OperationEventKind =
  /** Something about one disk. */
  | 'DISK'
  /** Something worth telling. */
  | 'NOTE'
  /** The phase changed. */
  | 'PHASE'
  /** Bytes moved. */
  | 'PROGRESS'
  /** The state changed. */
  | 'STATE';

/** Narrows a list of operations. All given conditions must hold. */
export type OperationFilter = {
  /** Of this kind. */
  readonly kind?: OperationKind | null | undefined;
  /** In this state. */
  readonly state?: OperationState | null | undefined;
};

/** Kind of long work. */
export type OperationKind =
  /** Capture of a restore point. */
  | 'CAPTURE_RESTORE_POINT'
  /** Removal of what no restore point needs. */
  | 'COLLECT_GARBAGE'
  /** Execution of a plan. */
  | 'EXECUTE_PLAN'
  /** Part of a repository's stored objects read again, whoever needs them. */
  | 'SCRUB_REPOSITORY'
  /** Verification of a restore point. */
  | 'VERIFY_RESTORE_POINT';

/** State of long work. The last three are final. */
export type OperationState =
  /** Stopped on request. */
  | 'CANCELLED'
  /** Could not be done; userErrors say why. */
  | 'FAILED'
  /** Waits for an executor. */
  | 'QUEUED'
  /** Is worked on. */
  | 'RUNNING'
  /** Done. */
  | 'SUCCEEDED';

/** What to plan. */
export type PlanRestoreInput = {
  /** Disks to restore by device key; null means all. */
  readonly deviceKeys?: ReadonlyArray<number> | null | undefined;
  /** Which point. */
  readonly restorePoint: RestorePointSelectorInput;
  /** Where to. */
  readonly target: RestoreTargetInput;
};

/** There, not there, or not known. */
export type Presence =
  /** Not there: proven by a complete ConfigInfo. */
  | 'NOT_PRESENT'
  /** There. */
  | 'PRESENT'
  /** Not known. */
  | 'UNKNOWN';

/** How a disk is provisioned in vSphere. */
export type ProvisioningRequest =
  /** As it was. */
  | 'AS_CAPTURED'
  /** Thick, zeroed when it is made. */
  | 'THICK_EAGER_ZEROED'
  /** Thick, zeroed on first write. */
  | 'THICK_LAZY_ZEROED'
  /** Thin. */
  | 'THIN';

/** A restore point that another backup tool holds. */
export type RecordRestorePointInput = {
  /** What is known of the VM. */
  readonly metadata: RestorePointMetadataInput;
  /** Name of the tool. */
  readonly tool: string;
  /** The tool's own name for the point. The same again is the same point. */
  readonly toolReference: string;
};

/** What another program saw of a site. */
export type RecordSiteFactsInput = {
  /** What it is; null leaves it as it is. */
  readonly kind?: SiteKind | null | undefined;
  /** Sections; each replaces what was observed before. */
  readonly sections: ReadonlyArray<SiteSectionInput>;
  /** Name of the site; it is made if there is none of this name. */
  readonly site: string;
};

/** Narrows a list of restore points. All given conditions must hold. */
export type RestorePointFilter = {
  /** Captured before. */
  readonly capturedBefore?: string | null | undefined;
  /** Captured at or after. */
  readonly capturedFrom?: string | null | undefined;
  /** In this state. */
  readonly state?: RestorePointState | null | undefined;
  /** Points of this VM. */
  readonly vmId?: string | null | undefined;
};

/** Place of a restore point in a choice. */
export type RestorePointMark =
  /** The one to restore. */
  | 'CHOSEN'
  /** Could be restored, but another one is better. */
  | 'NEXT_BEST'
  /** Cannot be restored, or not as asked. */
  | 'REFUSED';

/** What is known of a VM at one moment, beside its disks' blocks. */
export type RestorePointMetadataInput = {
  /** The moment that the point shows. */
  readonly capturedAt: string;
  /** ConfigInfo as vim25 XML, or as JSON of govc or pyVmomi. Secrets in it are cut out and sealed. */
  readonly configInfo: string;
  /** When the ConfigInfo was read, if at another moment. */
  readonly configInfoObservedAt?: string | null | undefined;
  /** How consistent the disks are. */
  readonly consistency?: Consistency | null | undefined;
  /** Kinds of the datastores that the disks lie on. Those not named are UNKNOWN. */
  readonly datastores?: ReadonlyArray<DatastoreInput> | null | undefined;
  /** Whether PrepareForAccess and EndAccess stood around all reading of the disks; UNKNOWN if left out. */
  readonly fence?: Fence | null | undefined;
  /** Type of the key provider, where known. */
  readonly keyProviderType?: KeyProviderType | null | undefined;
  /** Legal hold. */
  readonly legalHold?: boolean | null | undefined;
  /** moRef value, where known. A ConfigInfo does not carry it. */
  readonly managedObjectId?: string | null | undefined;
  /** The NVRAM file in base64, at most 4 MiB. */
  readonly nvramBase64?: string | null | undefined;
  /**
   * Set when the source looked for an NVRAM file and there was none. Where the ConfigInfo tells that there is one, the
   * NVRAM counts as UNKNOWN, with a warning.
   */
  readonly nvramNotPresent?: boolean | null | undefined;
  /** When the NVRAM was read or looked for, if at another moment. */
  readonly nvramObservedAt?: string | null | undefined;
  /** Keep at least until then. */
  readonly retainUntil?: string | null | undefined;
  /** Where the VM lives. */
  readonly site: SiteReferenceInput;
  /** Policies; null means that nobody looked, an empty list that there are none. */
  readonly storagePolicies?: ReadonlyArray<StoragePolicyInput> | null | undefined;
};

/** Where a restore point came from. */
export type RestorePointOrigin =
  /** Captured by this service, disks included. */
  | 'CAPTURED'
  /** Metadata pushed by another backup tool; its disks are not in our repository. */
  | 'RECORDED';

/** Which restore point of a VM to take. Exactly one. */
export type RestorePointSelectorInput =
  {   /** The newest available point of this VM. */
  readonly newestOfVmId: string; readonly restorePointId?: never; }
  |  { readonly newestOfVmId?: never;   /** This very point. */
  readonly restorePointId: string; };

/** How much is known to be there. */
export type RestorePointStanding =
  /** Something was not captured. */
  | 'GAPS'
  /** Of something nobody knows whether it is there. */
  | 'UNKNOWN'
  /** All that a restore needs is proven to be there. */
  | 'WHOLE';

/** State of a restore point as a whole. */
export type RestorePointState =
  /** Ready to be planned with. */
  | 'AVAILABLE'
  /** Capture is under way. */
  | 'CAPTURING'
  /**
   * A verification, a scrub or a restore found chunks missing or damaged. A verification that finds all of them whole
   * again makes it AVAILABLE.
   */
  | 'DAMAGED'
  /** Deleted: its blocks are no longer kept. Lists show such points only when asked for this state. */
  | 'DELETED'
  /** Its capture failed or was cancelled. */
  | 'FAILED';

/** What the restored VM is for: its identity (UUIDs, MAC addresses, virtual TPM) follows from it. */
export type RestorePurpose =
  /** It runs beside it. */
  | 'COPY'
  /** It takes the place of the VM that was captured. */
  | 'REPLACEMENT'
  /** Nobody said; the plan asks. */
  | 'UNKNOWN';

/** Where to restore to. Exactly one. */
export type RestoreTargetInput =
  {   /** Disk images and NVRAM as files in a named location. */
  readonly localFiles: LocalFilesTargetInput; readonly vsphereInPlace?: never; readonly vsphereNewVm?: never; }
  |  { readonly localFiles?: never;   /** A VM of a vCenter or host is overwritten. */
  readonly vsphereInPlace: VsphereInPlaceInput; readonly vsphereNewVm?: never; }
  |  { readonly localFiles?: never; readonly vsphereInPlace?: never;   /** A new VM in a vCenter or on a host. */
  readonly vsphereNewVm: VsphereNewVmInput; };

/** An operation to try again. */
export type RetryOperationInput = {
  /** The operation; it must have failed or been cancelled. */
  readonly operationId: string;
};

/** A token to revoke. */
export type RevokeAccessTokenInput = {
  /** The token. */
  readonly accessTokenId: string;
};

/** What a token may do. Each role may also do what the ones before it may, but only ADMIN includes AUDITOR. */
export type Role =
  /** Everything. */
  | 'ADMIN'
  /** Reads the audit log too. */
  | 'AUDITOR'
  /** Records, captures, plans, restores, verifies, scrubs, cancels. */
  | 'OPERATOR'
  /** Reads the catalog, plans and operations. */
  | 'VIEWER';

/** A repository to read again in part. */
export type ScrubRepositoryInput = {
  /** Name of the repository. */
  readonly repository?: string;
  /**
   * Share of its stored objects in percent, above 0 and at most 100. Scrubs go on where the last one ended, so that any
   * share reaches every object.
   */
  readonly sharePercent?: number;
};

/** Kind of a site. */
export type SiteKind =
  /** An ESXi host addressed directly. */
  | 'ESXI'
  /** Known only from restore points that name it. */
  | 'UNREGISTERED'
  /** A vCenter Server. */
  | 'VCENTER';

/** Names a site that need not be registered yet. */
export type SiteReferenceInput = {
  /** Name; a new one makes an UNREGISTERED site. */
  readonly name: string;
  /** instanceUuid of the vCenter, where known. */
  readonly vcenterInstanceUuid?: string | null | undefined;
};

/** A part of what a site tells, observed as a whole. */
export type SiteSection =
  /** Version, certificate and identity of the vCenter or host. */
  | 'ABOUT'
  /** Datastores. */
  | 'DATASTORES'
  /** ESXi hosts. */
  | 'HOSTS'
  /** Key providers with their key servers. */
  | 'KEY_PROVIDERS'
  /** Whether keys can be fetched. */
  | 'KEY_STATUSES'
  /** Every VM and template: names, UUIDs and MAC addresses in use. */
  | 'MACHINES'
  /** Networks. */
  | 'NETWORKS'
  /** Folders and resource pools that a VM can be put into. */
  | 'PLACES'
  /** Privileges of the account. */
  | 'PRIVILEGES'
  /** Services that a restore leans on, and the VMs that they run in. */
  | 'SERVICES'
  /** Storage policies. */
  | 'STORAGE_POLICIES'
  /** VMs that were looked at closely, because a restore may overwrite them. */
  | 'TARGET_MACHINE';

/** One section of what a site told. */
export type SiteSectionInput = {
  /** List of entries as JSON text, in the form of the facts document (docs/generated/facts.schema.json). No secrets. */
  readonly entries: string;
  /** When the site was asked. */
  readonly observedAt: string;
  /** Which section. */
  readonly section: SiteSection;
};

/** A storage policy as the source saw it. */
export type StoragePolicyInput = {
  /** Device key of the disk, null for the VM home. */
  readonly deviceKey?: number | null | undefined;
  /** Profile id of PBM. */
  readonly policyId: string;
  /** Its name, where known. */
  readonly policyName?: string | null | undefined;
};

/** What a disk can be written as. */
export type TargetFormat =
  /** qcow2 for KVM and its relatives; holds what is not zero. */
  | 'QCOW2'
  /** Plain bytes; what is zero takes no room where the file system keeps holes. */
  | 'RAW_SPARSE'
  /** Plain bytes, every block allocated. */
  | 'RAW_THICK'
  /** VMDK descriptor with its one flat extent, "-flat.vmdk", beside it. */
  | 'VMDK_FLAT'
  /** VMDK in one file that holds what is not zero (monolithicSparse). */
  | 'VMDK_SPARSE'
  /** Compressed VMDK for import into vSphere and other hypervisors; made to be read from front to back. */
  | 'VMDK_STREAM_OPTIMIZED';

/** Way by which blocks reach a disk. */
export type Transport =
  /** Files of a datastore over HTTP. */
  | 'DATASTORE_HTTP'
  /** HotAdd through VDDK. */
  | 'HOTADD'
  /** HttpNfc lease of vSphere. */
  | 'HTTP_NFC'
  /** Files in a named location of the executor. */
  | 'LOCAL_FILE'
  /** NBD in clear through VDDK. */
  | 'NBD'
  /** NBD over TLS through VDDK. */
  | 'NBDSSL'
  /** SAN through VDDK. */
  | 'SAN';

/** Stable words for expected refusals and failures. */
export type UserErrorCode =
  /** The policy wants more approvals of the plan. */
  | 'APPROVAL_MISSING'
  /** This token may not approve this plan. */
  | 'APPROVAL_REFUSED'
  /** It was stopped on request. */
  | 'CANCELLED'
  /** The ConfigInfo document cannot be read. */
  | 'CONFIG_INFO_MALFORMED'
  /** The document does not describe a virtual machine. */
  | 'CONFIG_INFO_NOT_A_VIRTUAL_MACHINE'
  /** The ConfigInfo document ends too early. */
  | 'CONFIG_INFO_TRUNCATED'
  /** Only a .vmx was given; its disks may point to a snapshot. */
  | 'CONFIG_INFO_VMX_ONLY'
  /** The digest is not the plan's. */
  | 'DIGEST_MISMATCH'
  /** A disk image is given for a disk that the ConfigInfo does not have, or one is missing or given twice. */
  | 'DISK_MISMATCH'
  /** The copy engine is not available on the executor. */
  | 'ENGINE_UNAVAILABLE'
  /** What is kept was observed later. */
  | 'FACTS_OUTDATED'
  /** Another worker took over this target. */
  | 'FENCED_OUT'
  /** The idempotency key was used for another request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** Something that should not happen did; see the logs with the operation id. */
  | 'INTERNAL'
  /** A value is missing or wrong; "path" names it. */
  | 'INVALID_INPUT'
  /** Reading or writing failed in the operating system. */
  | 'IO_ERROR'
  /** It is the last ADMIN token that works; without it nobody could make another. */
  | 'LAST_ADMIN_TOKEN'
  /** The named location does not exist, or may not be used for this. */
  | 'LOCATION_NOT_AVAILABLE'
  /** The id names nothing that you may see, or a thing of another type. */
  | 'NOT_FOUND'
  /** There is not enough space. */
  | 'NO_SPACE'
  /** The operation has already ended. */
  | 'OPERATION_ENDED'
  /** The operation cannot be tried again in its state. */
  | 'OPERATION_NOT_RETRYABLE'
  /** The parent of an incremental capture cannot stand for what did not change. */
  | 'PARENT_UNUSABLE'
  /** The path leaves its location or is not a plain relative path. */
  | 'PATH_OUTSIDE_LOCATION'
  /** Facts have changed since the plan was made; the message says which. */
  | 'PLAN_DRIFTED'
  /** The plan has expired. */
  | 'PLAN_EXPIRED'
  /** The plan's verdict does not allow execution. */
  | 'PLAN_NOT_EXECUTABLE'
  /** The removal takes more than is allowed without the repository's name as confirmation. */
  | 'REMOVAL_NOT_CONFIRMED'
  /** Work of this kind on the repository has not ended. */
  | 'REPOSITORY_BUSY'
  /** A chunk or index page is missing or damaged. */
  | 'REPOSITORY_DAMAGED'
  /** The chunk repository is missing or of an unknown format. */
  | 'REPOSITORY_NOT_AVAILABLE'
  /** An operation works on the restore point or restores from it. */
  | 'RESTORE_POINT_BUSY'
  /** The restore point is not in a state for this. */
  | 'RESTORE_POINT_NOT_AVAILABLE'
  /** Legal hold or retention forbids deleting the restore point. */
  | 'RETENTION_HOLDS'
  /** A sealed item is missing, cannot be opened, or is not what was captured. */
  | 'SEALED_ITEM_UNUSABLE'
  /** The disk image contradicts itself or is cut off. */
  | 'SOURCE_DAMAGED'
  /** The disk image is of a format that cannot be read. */
  | 'SOURCE_FORMAT_UNSUPPORTED'
  /** Another program has the disk image open for writing. */
  | 'SOURCE_IN_USE'
  /** The disk image was not found. */
  | 'SOURCE_NOT_FOUND'
  /** The disk image is not made of whole sectors of 512 bytes. */
  | 'SOURCE_NOT_SECTOR_ALIGNED'
  /** The disk image does not have the stated capacity. */
  | 'SOURCE_SIZE_MISMATCH'
  /** The executor lacks the program or library that reads this format. */
  | 'SOURCE_TOOL_MISSING'
  /** Another operation that has not ended holds the target. */
  | 'TARGET_BUSY'
  /** The target exists; nothing is overwritten. */
  | 'TARGET_EXISTS'
  /** The format cannot hold the disk. */
  | 'TARGET_FORMAT_UNSUITABLE'
  /** Nothing carries out restores to this kind of target yet. */
  | 'TARGET_NOT_SUPPORTED'
  /** The target cannot be written. */
  | 'TARGET_NOT_WRITABLE'
  /** The tool has recorded another restore point under this reference. */
  | 'TOOL_REFERENCE_REUSED'
  /** A ConfigInfo document or another value is over its limit. */
  | 'TOO_LARGE'
  /** The VMDK descriptor cannot be read or points outside its folder. */
  | 'VMDK_DESCRIPTOR_INVALID';

/** How bad a user error is. */
export type UserErrorSeverity =
  /** Nothing was done. */
  | 'ERROR'
  /** It was done, but read this. */
  | 'WARNING';

/** Verdict on a restore, worst word that applies. UNKNOWN is neither good nor bad: nobody knows. */
export type Verdict =
  /** It cannot be restored this way. */
  | 'NOT_RESTORABLE'
  /** Everything comes back. */
  | 'RESTORABLE'
  /** It comes back, but loses content or identity named in the findings. */
  | 'RESTORABLE_WITH_LOSS'
  /** A deciding fact is unknown or too old. */
  | 'UNKNOWN';

/** A restore point to verify. */
export type VerifyRestorePointInput = {
  /** The point. */
  readonly restorePointId: string;
};

/** Narrows a list of VMs. All given conditions must hold. */
export type VmFilter = {
  /** Name contains this text, upper and lower case alike. */
  readonly nameContains?: string | null | undefined;
  /** VMs of this site. */
  readonly siteId?: string | null | undefined;
};

/** A VM to overwrite. Things are named as in a new VM. */
export type VsphereInPlaceInput = {
  /** What is allowed for this plan alone. */
  readonly consents?: ConsentsInput | null | undefined;
  /** Which captured disk is written to which disk of the VM, where they are not the same by UUID. */
  readonly diskMapping?: ReadonlyArray<DiskMappingInput> | null | undefined;
  /** Disks that take another storage policy. */
  readonly disks?: ReadonlyArray<DiskPlacementInput> | null | undefined;
  /** Storage policy of the VM home. */
  readonly homePolicy?: string | null | undefined;
  /** Networks of adapters. */
  readonly networks?: ReadonlyArray<NetworkPlacementInput> | null | undefined;
  /** Whether to power the VM on at the end. */
  readonly powerOn?: boolean;
  /** What the VM is for. */
  readonly purpose?: RestorePurpose;
  /** The site. */
  readonly siteId: string;
  /** Order of transports, first is best; null for the policy's order. */
  readonly transportPreference?: ReadonlyArray<Transport> | null | undefined;
  /** Its name, typed by a person: overwriting takes it. */
  readonly typedName?: string | null | undefined;
  /** The VM. */
  readonly vm: string;
};

/**
 * A new VM. Folder, pool, host, datastores, networks and policies are given by their managed object id, or by a name that
 * only one of them has.
 */
export type VsphereNewVmInput = {
  /** Managed object id of the cluster. */
  readonly clusterId?: string | null | undefined;
  /** What is allowed for this plan alone. */
  readonly consents?: ConsentsInput | null | undefined;
  /** Datastore of the VM home; null looks for the one of the captured name. */
  readonly datastore?: string | null | undefined;
  /** Disks that go elsewhere than the home, or are provisioned otherwise. */
  readonly disks?: ReadonlyArray<DiskPlacementInput> | null | undefined;
  /** Folder; null is that of the datacenter. */
  readonly folder?: string | null | undefined;
  /** Storage policy of the VM home; null takes the captured one. */
  readonly homePolicy?: string | null | undefined;
  /** Host; without host and cluster, any host that fits. */
  readonly host?: string | null | undefined;
  /** Name of the new VM. */
  readonly name: string;
  /** Networks of adapters; others look for the network of the captured name. */
  readonly networks?: ReadonlyArray<NetworkPlacementInput> | null | undefined;
  /** Resource pool; null is that of the host or cluster itself. */
  readonly pool?: string | null | undefined;
  /** Whether to power the VM on at the end. */
  readonly powerOn?: boolean;
  /** What the VM is for. */
  readonly purpose?: RestorePurpose;
  /** The site. */
  readonly siteId: string;
  /** Order of transports, first is best; null for the policy's order. */
  readonly transportPreference?: ReadonlyArray<Transport> | null | undefined;
};

/** Yes, no, or not known. Unknown is never shown as either. */
export type YesNoUnknown =
  /** No. */
  | 'NO'
  /** Not known. */
  | 'UNKNOWN'
  /** Yes. */
  | 'YES';

export type RefusalFragment = { readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null };

export type OperationRowFragment = { readonly id: string, readonly kind: OperationKind, readonly state: OperationState, readonly phase: string, readonly percent: number, readonly bytesDone: string, readonly bytesTotal: string | null, readonly createdAt: string, readonly createdBy: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly cancelRequested: boolean, readonly pollAfterMs: number | null, readonly repository: string | null, readonly vm: { readonly name: string } | null, readonly restorePoint: { readonly id: string, readonly capturedAt: string } | null, readonly plan: { readonly id: string } | null, readonly executor: { readonly name: string } | null, readonly retryOf: { readonly id: string } | null, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly state: OperationState, readonly bytesDone: string, readonly bytesTotal: string, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> }>, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }>, readonly result: ReadonlyArray<{ readonly name: string, readonly value: string }> };

export type GetOperationQueryVariables = Exact<{
  id: string;
}>;


export type GetOperationQuery = { readonly operation: { readonly id: string, readonly kind: OperationKind, readonly state: OperationState, readonly phase: string, readonly percent: number, readonly bytesDone: string, readonly bytesTotal: string | null, readonly createdAt: string, readonly createdBy: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly cancelRequested: boolean, readonly pollAfterMs: number | null, readonly repository: string | null, readonly vm: { readonly name: string } | null, readonly restorePoint: { readonly id: string, readonly capturedAt: string } | null, readonly plan: { readonly id: string } | null, readonly executor: { readonly name: string } | null, readonly retryOf: { readonly id: string } | null, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly state: OperationState, readonly bytesDone: string, readonly bytesTotal: string, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> }>, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }>, readonly result: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null };

export type ListOperationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: OperationFilter | null | undefined;
}>;


export type ListOperationsQuery = { readonly operations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: OperationKind, readonly state: OperationState, readonly phase: string, readonly percent: number, readonly bytesDone: string, readonly bytesTotal: string | null, readonly createdAt: string, readonly createdBy: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly cancelRequested: boolean, readonly pollAfterMs: number | null, readonly repository: string | null, readonly vm: { readonly name: string } | null, readonly restorePoint: { readonly id: string, readonly capturedAt: string } | null, readonly plan: { readonly id: string } | null, readonly executor: { readonly name: string } | null, readonly retryOf: { readonly id: string } | null, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly state: OperationState, readonly bytesDone: string, readonly bytesTotal: string, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> }>, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }>, readonly result: ReadonlyArray<{ readonly name: string, readonly value: string }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CancelOperationMutationVariables = Exact<{
  input: CancelOperationInput;
}>;


export type CancelOperationMutation = { readonly cancelOperation: { readonly operation: { readonly id: string, readonly kind: OperationKind, readonly state: OperationState, readonly phase: string, readonly percent: number, readonly bytesDone: string, readonly bytesTotal: string | null, readonly createdAt: string, readonly createdBy: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly cancelRequested: boolean, readonly pollAfterMs: number | null, readonly repository: string | null, readonly vm: { readonly name: string } | null, readonly restorePoint: { readonly id: string, readonly capturedAt: string } | null, readonly plan: { readonly id: string } | null, readonly executor: { readonly name: string } | null, readonly retryOf: { readonly id: string } | null, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly state: OperationState, readonly bytesDone: string, readonly bytesTotal: string, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> }>, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }>, readonly result: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> } };

export type RetryOperationMutationVariables = Exact<{
  input: RetryOperationInput;
}>;


export type RetryOperationMutation = { readonly retryOperation: { readonly operation: { readonly id: string, readonly kind: OperationKind, readonly state: OperationState, readonly phase: string, readonly percent: number, readonly bytesDone: string, readonly bytesTotal: string | null, readonly createdAt: string, readonly createdBy: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly cancelRequested: boolean, readonly pollAfterMs: number | null, readonly repository: string | null, readonly vm: { readonly name: string } | null, readonly restorePoint: { readonly id: string, readonly capturedAt: string } | null, readonly plan: { readonly id: string } | null, readonly executor: { readonly name: string } | null, readonly retryOf: { readonly id: string } | null, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly state: OperationState, readonly bytesDone: string, readonly bytesTotal: string, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> }>, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }>, readonly result: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> } };

export type OperationEventsSubscriptionVariables = Exact<{
  operationId: string;
  after?: number | null | undefined;
}>;


export type OperationEventsSubscription = { readonly operationEvents: { readonly sequence: number, readonly at: string, readonly kind: OperationEventKind, readonly state: OperationState | null, readonly phase: string | null, readonly percent: number | null, readonly bytesDone: string | null, readonly bytesTotal: string | null, readonly deviceKey: number | null, readonly message: string | null } };

export type PlanViewFragment = { readonly id: string, readonly createdAt: string, readonly expiresAt: string, readonly expired: boolean, readonly digest: string, readonly rulesVersion: string, readonly verdict: Verdict, readonly bytesToMove: string | null, readonly text: string, readonly restorePoint: { readonly id: string, readonly capturedAt: string, readonly vm: { readonly id: string, readonly name: string } }, readonly components: ReadonlyArray<{ readonly component: ComponentName, readonly deviceKey: number | null, readonly outcome: ComponentOutcome, readonly verdict: Verdict, readonly reason: string }>, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly label: string, readonly transport: Transport | null, readonly executor: string | null, readonly reasons: ReadonlyArray<string>, readonly format: TargetFormat | null, readonly target: string, readonly capacityBytes: string, readonly bytesToMove: string | null, readonly rejected: ReadonlyArray<{ readonly transport: Transport, readonly executor: string | null, readonly ruleId: string, readonly why: string }> }>, readonly findings: ReadonlyArray<{ readonly ruleId: string, readonly grade: FindingGrade, readonly subject: string, readonly explanation: string, readonly remedy: string | null, readonly citation: string }>, readonly steps: ReadonlyArray<{ readonly position: number, readonly kind: string, readonly subject: string, readonly description: string, readonly sideEffects: ReadonlyArray<string>, readonly compensation: string | null }>, readonly viewerCan: { readonly execute: boolean } };

export type GetPlanQueryVariables = Exact<{
  id: string;
}>;


export type GetPlanQuery = { readonly restorePlan: { readonly id: string, readonly createdAt: string, readonly expiresAt: string, readonly expired: boolean, readonly digest: string, readonly rulesVersion: string, readonly verdict: Verdict, readonly bytesToMove: string | null, readonly text: string, readonly restorePoint: { readonly id: string, readonly capturedAt: string, readonly vm: { readonly id: string, readonly name: string } }, readonly components: ReadonlyArray<{ readonly component: ComponentName, readonly deviceKey: number | null, readonly outcome: ComponentOutcome, readonly verdict: Verdict, readonly reason: string }>, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly label: string, readonly transport: Transport | null, readonly executor: string | null, readonly reasons: ReadonlyArray<string>, readonly format: TargetFormat | null, readonly target: string, readonly capacityBytes: string, readonly bytesToMove: string | null, readonly rejected: ReadonlyArray<{ readonly transport: Transport, readonly executor: string | null, readonly ruleId: string, readonly why: string }> }>, readonly findings: ReadonlyArray<{ readonly ruleId: string, readonly grade: FindingGrade, readonly subject: string, readonly explanation: string, readonly remedy: string | null, readonly citation: string }>, readonly steps: ReadonlyArray<{ readonly position: number, readonly kind: string, readonly subject: string, readonly description: string, readonly sideEffects: ReadonlyArray<string>, readonly compensation: string | null }>, readonly viewerCan: { readonly execute: boolean } } | null };

export type PlanRestoreMutationVariables = Exact<{
  input: PlanRestoreInput;
  withFacts?: boolean;
  withRemedies?: boolean;
}>;


export type PlanRestoreMutation = { readonly planRestore: { readonly facts?: string | null, readonly plan: { readonly id: string, readonly createdAt: string, readonly expiresAt: string, readonly expired: boolean, readonly digest: string, readonly rulesVersion: string, readonly verdict: Verdict, readonly bytesToMove: string | null, readonly text: string, readonly restorePoint: { readonly id: string, readonly capturedAt: string, readonly vm: { readonly id: string, readonly name: string } }, readonly components: ReadonlyArray<{ readonly component: ComponentName, readonly deviceKey: number | null, readonly outcome: ComponentOutcome, readonly verdict: Verdict, readonly reason: string }>, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly label: string, readonly transport: Transport | null, readonly executor: string | null, readonly reasons: ReadonlyArray<string>, readonly format: TargetFormat | null, readonly target: string, readonly capacityBytes: string, readonly bytesToMove: string | null, readonly rejected: ReadonlyArray<{ readonly transport: Transport, readonly executor: string | null, readonly ruleId: string, readonly why: string }> }>, readonly findings: ReadonlyArray<{ readonly ruleId: string, readonly grade: FindingGrade, readonly subject: string, readonly explanation: string, readonly remedy: string | null, readonly citation: string }>, readonly steps: ReadonlyArray<{ readonly position: number, readonly kind: string, readonly subject: string, readonly description: string, readonly sideEffects: ReadonlyArray<string>, readonly compensation: string | null }>, readonly viewerCan: { readonly execute: boolean } } | null, readonly remedies?: ReadonlyArray<{ readonly changes: ReadonlyArray<string>, readonly texts: ReadonlyArray<string>, readonly verdict: Verdict }> | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> } };

export type ExecutePlanMutationVariables = Exact<{
  input: ExecutePlanInput;
}>;


export type ExecutePlanMutation = { readonly executePlan: { readonly alreadyStarted: boolean, readonly operation: { readonly id: string, readonly kind: OperationKind, readonly state: OperationState, readonly phase: string, readonly percent: number, readonly bytesDone: string, readonly bytesTotal: string | null, readonly createdAt: string, readonly createdBy: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly cancelRequested: boolean, readonly pollAfterMs: number | null, readonly repository: string | null, readonly vm: { readonly name: string } | null, readonly restorePoint: { readonly id: string, readonly capturedAt: string } | null, readonly plan: { readonly id: string } | null, readonly executor: { readonly name: string } | null, readonly retryOf: { readonly id: string } | null, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly state: OperationState, readonly bytesDone: string, readonly bytesTotal: string, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> }>, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }>, readonly result: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> } };

export type RestorePointRowFragment = { readonly id: string, readonly capturedAt: string, readonly origin: RestorePointOrigin, readonly state: RestorePointState, readonly consistency: Consistency, readonly encryption: EncryptionState, readonly firmware: Firmware, readonly secureBoot: YesNoUnknown, readonly vtpm: Presence, readonly capacityBytes: string, readonly retainUntil: string | null, readonly legalHold: boolean, readonly vm: { readonly id: string, readonly name: string, readonly site: { readonly name: string } }, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly label: string, readonly capacityBytes: string, readonly dataBytes: string | null, readonly state: DiskDataState, readonly indexHash: string | null, readonly verifiedAt: string | null, readonly captureMethod: CaptureMethod | null, readonly readBytes: string | null, readonly parentRestorePointId: string | null }>, readonly capturedItems: ReadonlyArray<{ readonly item: CapturedItemName, readonly state: CapturedItemState, readonly observedAt: string | null, readonly reason: string }>, readonly notUnderstood: ReadonlyArray<{ readonly path: string, readonly reason: string }> };

export type ListRestorePointsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: RestorePointFilter | null | undefined;
}>;


export type ListRestorePointsQuery = { readonly restorePoints: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly capturedAt: string, readonly origin: RestorePointOrigin, readonly state: RestorePointState, readonly consistency: Consistency, readonly encryption: EncryptionState, readonly firmware: Firmware, readonly secureBoot: YesNoUnknown, readonly vtpm: Presence, readonly capacityBytes: string, readonly retainUntil: string | null, readonly legalHold: boolean, readonly vm: { readonly id: string, readonly name: string, readonly site: { readonly name: string } }, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly label: string, readonly capacityBytes: string, readonly dataBytes: string | null, readonly state: DiskDataState, readonly indexHash: string | null, readonly verifiedAt: string | null, readonly captureMethod: CaptureMethod | null, readonly readBytes: string | null, readonly parentRestorePointId: string | null }>, readonly capturedItems: ReadonlyArray<{ readonly item: CapturedItemName, readonly state: CapturedItemState, readonly observedAt: string | null, readonly reason: string }>, readonly notUnderstood: ReadonlyArray<{ readonly path: string, readonly reason: string }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ChooseRestorePointQueryVariables = Exact<{
  vmId: string;
  at?: string | null | undefined;
  completeKeysFirst: boolean;
  first: number;
}>;


export type ChooseRestorePointQuery = { readonly restorePointChoice: { readonly hasOlder: boolean, readonly nodes: ReadonlyArray<{ readonly mark: RestorePointMark, readonly rank: number | null, readonly standing: RestorePointStanding, readonly reasons: ReadonlyArray<string>, readonly restorePoint: { readonly id: string, readonly capturedAt: string, readonly state: RestorePointState } }> } | null };

export type GetRestorePointQueryVariables = Exact<{
  id: string;
}>;


export type GetRestorePointQuery = { readonly restorePoint: { readonly id: string, readonly capturedAt: string, readonly origin: RestorePointOrigin, readonly state: RestorePointState, readonly consistency: Consistency, readonly encryption: EncryptionState, readonly firmware: Firmware, readonly secureBoot: YesNoUnknown, readonly vtpm: Presence, readonly capacityBytes: string, readonly retainUntil: string | null, readonly legalHold: boolean, readonly vm: { readonly id: string, readonly name: string, readonly site: { readonly name: string } }, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly label: string, readonly capacityBytes: string, readonly dataBytes: string | null, readonly state: DiskDataState, readonly indexHash: string | null, readonly verifiedAt: string | null, readonly captureMethod: CaptureMethod | null, readonly readBytes: string | null, readonly parentRestorePointId: string | null }>, readonly capturedItems: ReadonlyArray<{ readonly item: CapturedItemName, readonly state: CapturedItemState, readonly observedAt: string | null, readonly reason: string }>, readonly notUnderstood: ReadonlyArray<{ readonly path: string, readonly reason: string }> } | null };

export type RecordRestorePointMutationVariables = Exact<{
  input: RecordRestorePointInput;
}>;


export type RecordRestorePointMutation = { readonly recordRestorePoint: { readonly alreadyRecorded: boolean, readonly restorePoint: { readonly id: string, readonly capturedAt: string, readonly origin: RestorePointOrigin, readonly state: RestorePointState, readonly consistency: Consistency, readonly encryption: EncryptionState, readonly firmware: Firmware, readonly secureBoot: YesNoUnknown, readonly vtpm: Presence, readonly capacityBytes: string, readonly retainUntil: string | null, readonly legalHold: boolean, readonly vm: { readonly id: string, readonly name: string, readonly site: { readonly name: string } }, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly label: string, readonly capacityBytes: string, readonly dataBytes: string | null, readonly state: DiskDataState, readonly indexHash: string | null, readonly verifiedAt: string | null, readonly captureMethod: CaptureMethod | null, readonly readBytes: string | null, readonly parentRestorePointId: string | null }>, readonly capturedItems: ReadonlyArray<{ readonly item: CapturedItemName, readonly state: CapturedItemState, readonly observedAt: string | null, readonly reason: string }>, readonly notUnderstood: ReadonlyArray<{ readonly path: string, readonly reason: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> } };

export type CaptureRestorePointMutationVariables = Exact<{
  input: CaptureRestorePointInput;
}>;


export type CaptureRestorePointMutation = { readonly captureRestorePoint: { readonly restorePoint: { readonly id: string, readonly capturedAt: string, readonly origin: RestorePointOrigin, readonly state: RestorePointState, readonly consistency: Consistency, readonly encryption: EncryptionState, readonly firmware: Firmware, readonly secureBoot: YesNoUnknown, readonly vtpm: Presence, readonly capacityBytes: string, readonly retainUntil: string | null, readonly legalHold: boolean, readonly vm: { readonly id: string, readonly name: string, readonly site: { readonly name: string } }, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly label: string, readonly capacityBytes: string, readonly dataBytes: string | null, readonly state: DiskDataState, readonly indexHash: string | null, readonly verifiedAt: string | null, readonly captureMethod: CaptureMethod | null, readonly readBytes: string | null, readonly parentRestorePointId: string | null }>, readonly capturedItems: ReadonlyArray<{ readonly item: CapturedItemName, readonly state: CapturedItemState, readonly observedAt: string | null, readonly reason: string }>, readonly notUnderstood: ReadonlyArray<{ readonly path: string, readonly reason: string }> } | null, readonly operation: { readonly id: string, readonly kind: OperationKind, readonly state: OperationState, readonly phase: string, readonly percent: number, readonly bytesDone: string, readonly bytesTotal: string | null, readonly createdAt: string, readonly createdBy: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly cancelRequested: boolean, readonly pollAfterMs: number | null, readonly repository: string | null, readonly vm: { readonly name: string } | null, readonly restorePoint: { readonly id: string, readonly capturedAt: string } | null, readonly plan: { readonly id: string } | null, readonly executor: { readonly name: string } | null, readonly retryOf: { readonly id: string } | null, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly state: OperationState, readonly bytesDone: string, readonly bytesTotal: string, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> }>, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }>, readonly result: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> } };

export type VerifyRestorePointMutationVariables = Exact<{
  input: VerifyRestorePointInput;
}>;


export type VerifyRestorePointMutation = { readonly verifyRestorePoint: { readonly operation: { readonly id: string, readonly kind: OperationKind, readonly state: OperationState, readonly phase: string, readonly percent: number, readonly bytesDone: string, readonly bytesTotal: string | null, readonly createdAt: string, readonly createdBy: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly cancelRequested: boolean, readonly pollAfterMs: number | null, readonly repository: string | null, readonly vm: { readonly name: string } | null, readonly restorePoint: { readonly id: string, readonly capturedAt: string } | null, readonly plan: { readonly id: string } | null, readonly executor: { readonly name: string } | null, readonly retryOf: { readonly id: string } | null, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly state: OperationState, readonly bytesDone: string, readonly bytesTotal: string, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> }>, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }>, readonly result: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> } };

export type ListSitesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ListSitesQuery = { readonly sites: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: SiteKind, readonly sections: ReadonlyArray<{ readonly section: SiteSection, readonly observedAt: string, readonly stale: boolean, readonly recordedAt: string, readonly recordedBy: string, readonly entryCount: number }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type RecordSiteFactsMutationVariables = Exact<{
  input: RecordSiteFactsInput;
}>;


export type RecordSiteFactsMutation = { readonly recordSiteFacts: { readonly site: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> } };

export type AccessTokenRowFragment = { readonly id: string, readonly name: string, readonly role: Role, readonly createdAt: string, readonly expiresAt: string | null, readonly revokedAt: string | null };

export type ListAccessTokensQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ListAccessTokensQuery = { readonly accessTokens: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly role: Role, readonly createdAt: string, readonly expiresAt: string | null, readonly revokedAt: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CreateAccessTokenMutationVariables = Exact<{
  input: CreateAccessTokenInput;
}>;


export type CreateAccessTokenMutation = { readonly createAccessToken: { readonly token: string | null, readonly accessToken: { readonly id: string, readonly name: string, readonly role: Role, readonly createdAt: string, readonly expiresAt: string | null, readonly revokedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> } };

export type RevokeAccessTokenMutationVariables = Exact<{
  input: RevokeAccessTokenInput;
}>;


export type RevokeAccessTokenMutation = { readonly revokeAccessToken: { readonly accessToken: { readonly id: string, readonly name: string, readonly role: Role, readonly createdAt: string, readonly expiresAt: string | null, readonly revokedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> } };

export type ScrubRepositoryMutationVariables = Exact<{
  input: ScrubRepositoryInput;
}>;


export type ScrubRepositoryMutation = { readonly scrubRepository: { readonly operation: { readonly id: string, readonly kind: OperationKind, readonly state: OperationState, readonly phase: string, readonly percent: number, readonly bytesDone: string, readonly bytesTotal: string | null, readonly createdAt: string, readonly createdBy: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly cancelRequested: boolean, readonly pollAfterMs: number | null, readonly repository: string | null, readonly vm: { readonly name: string } | null, readonly restorePoint: { readonly id: string, readonly capturedAt: string } | null, readonly plan: { readonly id: string } | null, readonly executor: { readonly name: string } | null, readonly retryOf: { readonly id: string } | null, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly state: OperationState, readonly bytesDone: string, readonly bytesTotal: string, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> }>, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }>, readonly result: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> } };

export type CollectGarbageMutationVariables = Exact<{
  input: CollectGarbageInput;
}>;


export type CollectGarbageMutation = { readonly collectGarbage: { readonly operation: { readonly id: string, readonly kind: OperationKind, readonly state: OperationState, readonly phase: string, readonly percent: number, readonly bytesDone: string, readonly bytesTotal: string | null, readonly createdAt: string, readonly createdBy: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly cancelRequested: boolean, readonly pollAfterMs: number | null, readonly repository: string | null, readonly vm: { readonly name: string } | null, readonly restorePoint: { readonly id: string, readonly capturedAt: string } | null, readonly plan: { readonly id: string } | null, readonly executor: { readonly name: string } | null, readonly retryOf: { readonly id: string } | null, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly state: OperationState, readonly bytesDone: string, readonly bytesTotal: string, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> }>, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }>, readonly result: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> } };

export type DeleteRestorePointMutationVariables = Exact<{
  input: DeleteRestorePointInput;
}>;


export type DeleteRestorePointMutation = { readonly deleteRestorePoint: { readonly restorePoint: { readonly id: string, readonly capturedAt: string, readonly origin: RestorePointOrigin, readonly state: RestorePointState, readonly consistency: Consistency, readonly encryption: EncryptionState, readonly firmware: Firmware, readonly secureBoot: YesNoUnknown, readonly vtpm: Presence, readonly capacityBytes: string, readonly retainUntil: string | null, readonly legalHold: boolean, readonly vm: { readonly id: string, readonly name: string, readonly site: { readonly name: string } }, readonly disks: ReadonlyArray<{ readonly deviceKey: number, readonly label: string, readonly capacityBytes: string, readonly dataBytes: string | null, readonly state: DiskDataState, readonly indexHash: string | null, readonly verifiedAt: string | null, readonly captureMethod: CaptureMethod | null, readonly readBytes: string | null, readonly parentRestorePointId: string | null }>, readonly capturedItems: ReadonlyArray<{ readonly item: CapturedItemName, readonly state: CapturedItemState, readonly observedAt: string | null, readonly reason: string }>, readonly notUnderstood: ReadonlyArray<{ readonly path: string, readonly reason: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly severity: UserErrorSeverity, readonly remedy: string | null, readonly ruleId: string | null }> } };

export type ServiceStateQueryVariables = Exact<{ [key: string]: never; }>;


export type ServiceStateQuery = { readonly viewer: { readonly name: string, readonly role: Role, readonly expiresAt: string | null, readonly serviceVersion: string, readonly capabilities: ReadonlyArray<Capability>, readonly capabilityNotes: ReadonlyArray<string> }, readonly executors: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly alive: boolean, readonly engineAvailable: boolean, readonly engineReason: string | null }> } };

export type ListVmsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: VmFilter | null | undefined;
}>;


export type ListVmsQuery = { readonly vms: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly instanceUuid: string | null, readonly site: { readonly name: string }, readonly newestRestorePoint: { readonly id: string, readonly capturedAt: string, readonly state: RestorePointState } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

/** The text of an operation that knows the types of its result and variables. */
export type TypedDocument<Result, Variables> = string & { readonly __types?: (variables: Variables) => Result };

export const GetOperationDocument = `query GetOperation($id: ID!) {
  operation(id: $id) {
    ...OperationRow
  }
}

fragment OperationRow on Operation {
  id
  kind
  state
  phase
  percent
  bytesDone
  bytesTotal
  createdAt
  createdBy
  startedAt
  finishedAt
  cancelRequested
  pollAfterMs
  vm {
    name
  }
  restorePoint {
    id
    capturedAt
  }
  plan {
    id
  }
  repository
  executor {
    name
  }
  retryOf {
    id
  }
  disks {
    deviceKey
    state
    bytesDone
    bytesTotal
    userErrors {
      ...Refusal
    }
  }
  userErrors {
    ...Refusal
  }
  result {
    name
    value
  }
}

fragment Refusal on UserError {
  code
  message
  path
  severity
  remedy
  ruleId
}` as TypedDocument<GetOperationQuery, GetOperationQueryVariables>;

export const ListOperationsDocument = `query ListOperations($first: Int!, $after: String, $filter: OperationFilter) {
  operations(first: $first, after: $after, filter: $filter) {
    nodes {
      ...OperationRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}

fragment OperationRow on Operation {
  id
  kind
  state
  phase
  percent
  bytesDone
  bytesTotal
  createdAt
  createdBy
  startedAt
  finishedAt
  cancelRequested
  pollAfterMs
  vm {
    name
  }
  restorePoint {
    id
    capturedAt
  }
  plan {
    id
  }
  repository
  executor {
    name
  }
  retryOf {
    id
  }
  disks {
    deviceKey
    state
    bytesDone
    bytesTotal
    userErrors {
      ...Refusal
    }
  }
  userErrors {
    ...Refusal
  }
  result {
    name
    value
  }
}

fragment Refusal on UserError {
  code
  message
  path
  severity
  remedy
  ruleId
}` as TypedDocument<ListOperationsQuery, ListOperationsQueryVariables>;

export const CancelOperationDocument = `mutation CancelOperation($input: CancelOperationInput!) {
  cancelOperation(input: $input) {
    operation {
      ...OperationRow
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment OperationRow on Operation {
  id
  kind
  state
  phase
  percent
  bytesDone
  bytesTotal
  createdAt
  createdBy
  startedAt
  finishedAt
  cancelRequested
  pollAfterMs
  vm {
    name
  }
  restorePoint {
    id
    capturedAt
  }
  plan {
    id
  }
  repository
  executor {
    name
  }
  retryOf {
    id
  }
  disks {
    deviceKey
    state
    bytesDone
    bytesTotal
    userErrors {
      ...Refusal
    }
  }
  userErrors {
    ...Refusal
  }
  result {
    name
    value
  }
}

fragment Refusal on UserError {
  code
  message
  path
  severity
  remedy
  ruleId
}` as TypedDocument<CancelOperationMutation, CancelOperationMutationVariables>;

export const RetryOperationDocument = `mutation RetryOperation($input: RetryOperationInput!) {
  retryOperation(input: $input) {
    operation {
      ...OperationRow
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment OperationRow on Operation {
  id
  kind
  state
  phase
  percent
  bytesDone
  bytesTotal
  createdAt
  createdBy
  startedAt
  finishedAt
  cancelRequested
  pollAfterMs
  vm {
    name
  }
  restorePoint {
    id
    capturedAt
  }
  plan {
    id
  }
  repository
  executor {
    name
  }
  retryOf {
    id
  }
  disks {
    deviceKey
    state
    bytesDone
    bytesTotal
    userErrors {
      ...Refusal
    }
  }
  userErrors {
    ...Refusal
  }
  result {
    name
    value
  }
}

fragment Refusal on UserError {
  code
  message
  path
  severity
  remedy
  ruleId
}` as TypedDocument<RetryOperationMutation, RetryOperationMutationVariables>;

export const OperationEventsDocument = `subscription OperationEvents($operationId: ID!, $after: Int) {
  operationEvents(operationId: $operationId, after: $after) {
    sequence
    at
    kind
    state
    phase
    percent
    bytesDone
    bytesTotal
    deviceKey
    message
  }
}` as TypedDocument<OperationEventsSubscription, OperationEventsSubscriptionVariables>;

export const GetPlanDocument = `query GetPlan($id: ID!) {
  restorePlan(id: $id) {
    ...PlanView
  }
}

fragment PlanView on RestorePlan {
  id
  restorePoint {
    id
    capturedAt
    vm {
      id
      name
    }
  }
  createdAt
  expiresAt
  expired
  digest
  rulesVersion
  verdict
  bytesToMove
  components {
    component
    deviceKey
    outcome
    verdict
    reason
  }
  disks {
    deviceKey
    label
    transport
    executor
    reasons
    rejected {
      transport
      executor
      ruleId
      why
    }
    format
    target
    capacityBytes
    bytesToMove
  }
  findings {
    ruleId
    grade
    subject
    explanation
    remedy
    citation
  }
  steps {
    position
    kind
    subject
    description
    sideEffects
    compensation
  }
  viewerCan {
    execute
  }
  text
}` as TypedDocument<GetPlanQuery, GetPlanQueryVariables>;

export const PlanRestoreDocument = `mutation PlanRestore($input: PlanRestoreInput!, $withFacts: Boolean! = false, $withRemedies: Boolean! = false) {
  planRestore(input: $input) {
    plan {
      ...PlanView
    }
    facts @include(if: $withFacts)
    remedies @include(if: $withRemedies) {
      changes
      texts
      verdict
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment PlanView on RestorePlan {
  id
  restorePoint {
    id
    capturedAt
    vm {
      id
      name
    }
  }
  createdAt
  expiresAt
  expired
  digest
  rulesVersion
  verdict
  bytesToMove
  components {
    component
    deviceKey
    outcome
    verdict
    reason
  }
  disks {
    deviceKey
    label
    transport
    executor
    reasons
    rejected {
      transport
      executor
      ruleId
      why
    }
    format
    target
    capacityBytes
    bytesToMove
  }
  findings {
    ruleId
    grade
    subject
    explanation
    remedy
    citation
  }
  steps {
    position
    kind
    subject
    description
    sideEffects
    compensation
  }
  viewerCan {
    execute
  }
  text
}

fragment Refusal on UserError {
  code
  message
  path
  severity
  remedy
  ruleId
}` as TypedDocument<PlanRestoreMutation, PlanRestoreMutationVariables>;

export const ExecutePlanDocument = `mutation ExecutePlan($input: ExecutePlanInput!) {
  executePlan(input: $input) {
    operation {
      ...OperationRow
    }
    alreadyStarted
    userErrors {
      ...Refusal
    }
  }
}

fragment OperationRow on Operation {
  id
  kind
  state
  phase
  percent
  bytesDone
  bytesTotal
  createdAt
  createdBy
  startedAt
  finishedAt
  cancelRequested
  pollAfterMs
  vm {
    name
  }
  restorePoint {
    id
    capturedAt
  }
  plan {
    id
  }
  repository
  executor {
    name
  }
  retryOf {
    id
  }
  disks {
    deviceKey
    state
    bytesDone
    bytesTotal
    userErrors {
      ...Refusal
    }
  }
  userErrors {
    ...Refusal
  }
  result {
    name
    value
  }
}

fragment Refusal on UserError {
  code
  message
  path
  severity
  remedy
  ruleId
}` as TypedDocument<ExecutePlanMutation, ExecutePlanMutationVariables>;

export const ListRestorePointsDocument = `query ListRestorePoints($first: Int!, $after: String, $filter: RestorePointFilter) {
  restorePoints(first: $first, after: $after, filter: $filter) {
    nodes {
      ...RestorePointRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}

fragment RestorePointRow on RestorePoint {
  id
  vm {
    id
    name
    site {
      name
    }
  }
  capturedAt
  origin
  state
  consistency
  encryption
  firmware
  secureBoot
  vtpm
  capacityBytes
  retainUntil
  legalHold
  disks {
    deviceKey
    label
    capacityBytes
    dataBytes
    state
    indexHash
    verifiedAt
    captureMethod
    readBytes
    parentRestorePointId
  }
  capturedItems {
    item
    state
    observedAt
    reason
  }
  notUnderstood {
    path
    reason
  }
}` as TypedDocument<ListRestorePointsQuery, ListRestorePointsQueryVariables>;

export const ChooseRestorePointDocument = `query ChooseRestorePoint($vmId: ID!, $at: DateTime, $completeKeysFirst: Boolean!, $first: Int!) {
  restorePointChoice(
    vmId: $vmId
    at: $at
    completeKeysFirst: $completeKeysFirst
    first: $first
  ) {
    nodes {
      mark
      rank
      standing
      reasons
      restorePoint {
        id
        capturedAt
        state
      }
    }
    hasOlder
  }
}` as TypedDocument<ChooseRestorePointQuery, ChooseRestorePointQueryVariables>;

export const GetRestorePointDocument = `query GetRestorePoint($id: ID!) {
  restorePoint(id: $id) {
    ...RestorePointRow
  }
}

fragment RestorePointRow on RestorePoint {
  id
  vm {
    id
    name
    site {
      name
    }
  }
  capturedAt
  origin
  state
  consistency
  encryption
  firmware
  secureBoot
  vtpm
  capacityBytes
  retainUntil
  legalHold
  disks {
    deviceKey
    label
    capacityBytes
    dataBytes
    state
    indexHash
    verifiedAt
    captureMethod
    readBytes
    parentRestorePointId
  }
  capturedItems {
    item
    state
    observedAt
    reason
  }
  notUnderstood {
    path
    reason
  }
}` as TypedDocument<GetRestorePointQuery, GetRestorePointQueryVariables>;

export const RecordRestorePointDocument = `mutation RecordRestorePoint($input: RecordRestorePointInput!) {
  recordRestorePoint(input: $input) {
    restorePoint {
      ...RestorePointRow
    }
    alreadyRecorded
    userErrors {
      ...Refusal
    }
  }
}

fragment RestorePointRow on RestorePoint {
  id
  vm {
    id
    name
    site {
      name
    }
  }
  capturedAt
  origin
  state
  consistency
  encryption
  firmware
  secureBoot
  vtpm
  capacityBytes
  retainUntil
  legalHold
  disks {
    deviceKey
    label
    capacityBytes
    dataBytes
    state
    indexHash
    verifiedAt
    captureMethod
    readBytes
    parentRestorePointId
  }
  capturedItems {
    item
    state
    observedAt
    reason
  }
  notUnderstood {
    path
    reason
  }
}

fragment Refusal on UserError {
  code
  message
  path
  severity
  remedy
  ruleId
}` as TypedDocument<RecordRestorePointMutation, RecordRestorePointMutationVariables>;

export const CaptureRestorePointDocument = `mutation CaptureRestorePoint($input: CaptureRestorePointInput!) {
  captureRestorePoint(input: $input) {
    restorePoint {
      ...RestorePointRow
    }
    operation {
      ...OperationRow
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment RestorePointRow on RestorePoint {
  id
  vm {
    id
    name
    site {
      name
    }
  }
  capturedAt
  origin
  state
  consistency
  encryption
  firmware
  secureBoot
  vtpm
  capacityBytes
  retainUntil
  legalHold
  disks {
    deviceKey
    label
    capacityBytes
    dataBytes
    state
    indexHash
    verifiedAt
    captureMethod
    readBytes
    parentRestorePointId
  }
  capturedItems {
    item
    state
    observedAt
    reason
  }
  notUnderstood {
    path
    reason
  }
}

fragment OperationRow on Operation {
  id
  kind
  state
  phase
  percent
  bytesDone
  bytesTotal
  createdAt
  createdBy
  startedAt
  finishedAt
  cancelRequested
  pollAfterMs
  vm {
    name
  }
  restorePoint {
    id
    capturedAt
  }
  plan {
    id
  }
  repository
  executor {
    name
  }
  retryOf {
    id
  }
  disks {
    deviceKey
    state
    bytesDone
    bytesTotal
    userErrors {
      ...Refusal
    }
  }
  userErrors {
    ...Refusal
  }
  result {
    name
    value
  }
}

fragment Refusal on UserError {
  code
  message
  path
  severity
  remedy
  ruleId
}` as TypedDocument<CaptureRestorePointMutation, CaptureRestorePointMutationVariables>;

export const VerifyRestorePointDocument = `mutation VerifyRestorePoint($input: VerifyRestorePointInput!) {
  verifyRestorePoint(input: $input) {
    operation {
      ...OperationRow
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment OperationRow on Operation {
  id
  kind
  state
  phase
  percent
  bytesDone
  bytesTotal
  createdAt
  createdBy
  startedAt
  finishedAt
  cancelRequested
  pollAfterMs
  vm {
    name
  }
  restorePoint {
    id
    capturedAt
  }
  plan {
    id
  }
  repository
  executor {
    name
  }
  retryOf {
    id
  }
  disks {
    deviceKey
    state
    bytesDone
    bytesTotal
    userErrors {
      ...Refusal
    }
  }
  userErrors {
    ...Refusal
  }
  result {
    name
    value
  }
}

fragment Refusal on UserError {
  code
  message
  path
  severity
  remedy
  ruleId
}` as TypedDocument<VerifyRestorePointMutation, VerifyRestorePointMutationVariables>;

export const ListSitesDocument = `query ListSites($first: Int!, $after: String) {
  sites(first: $first, after: $after) {
    nodes {
      id
      name
      kind
      sections {
        section
        observedAt
        stale
        recordedAt
        recordedBy
        entryCount
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}` as TypedDocument<ListSitesQuery, ListSitesQueryVariables>;

export const RecordSiteFactsDocument = `mutation RecordSiteFacts($input: RecordSiteFactsInput!) {
  recordSiteFacts(input: $input) {
    site {
      id
      name
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  message
  path
  severity
  remedy
  ruleId
}` as TypedDocument<RecordSiteFactsMutation, RecordSiteFactsMutationVariables>;

export const ListAccessTokensDocument = `query ListAccessTokens($first: Int!, $after: String) {
  accessTokens(first: $first, after: $after) {
    nodes {
      ...AccessTokenRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}

fragment AccessTokenRow on AccessToken {
  id
  name
  role
  createdAt
  expiresAt
  revokedAt
}` as TypedDocument<ListAccessTokensQuery, ListAccessTokensQueryVariables>;

export const CreateAccessTokenDocument = `mutation CreateAccessToken($input: CreateAccessTokenInput!) {
  createAccessToken(input: $input) {
    accessToken {
      ...AccessTokenRow
    }
    token
    userErrors {
      ...Refusal
    }
  }
}

fragment AccessTokenRow on AccessToken {
  id
  name
  role
  createdAt
  expiresAt
  revokedAt
}

fragment Refusal on UserError {
  code
  message
  path
  severity
  remedy
  ruleId
}` as TypedDocument<CreateAccessTokenMutation, CreateAccessTokenMutationVariables>;

export const RevokeAccessTokenDocument = `mutation RevokeAccessToken($input: RevokeAccessTokenInput!) {
  revokeAccessToken(input: $input) {
    accessToken {
      ...AccessTokenRow
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment AccessTokenRow on AccessToken {
  id
  name
  role
  createdAt
  expiresAt
  revokedAt
}

fragment Refusal on UserError {
  code
  message
  path
  severity
  remedy
  ruleId
}` as TypedDocument<RevokeAccessTokenMutation, RevokeAccessTokenMutationVariables>;

export const ScrubRepositoryDocument = `mutation ScrubRepository($input: ScrubRepositoryInput!) {
  scrubRepository(input: $input) {
    operation {
      ...OperationRow
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment OperationRow on Operation {
  id
  kind
  state
  phase
  percent
  bytesDone
  bytesTotal
  createdAt
  createdBy
  startedAt
  finishedAt
  cancelRequested
  pollAfterMs
  vm {
    name
  }
  restorePoint {
    id
    capturedAt
  }
  plan {
    id
  }
  repository
  executor {
    name
  }
  retryOf {
    id
  }
  disks {
    deviceKey
    state
    bytesDone
    bytesTotal
    userErrors {
      ...Refusal
    }
  }
  userErrors {
    ...Refusal
  }
  result {
    name
    value
  }
}

fragment Refusal on UserError {
  code
  message
  path
  severity
  remedy
  ruleId
}` as TypedDocument<ScrubRepositoryMutation, ScrubRepositoryMutationVariables>;

export const CollectGarbageDocument = `mutation CollectGarbage($input: CollectGarbageInput!) {
  collectGarbage(input: $input) {
    operation {
      ...OperationRow
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment OperationRow on Operation {
  id
  kind
  state
  phase
  percent
  bytesDone
  bytesTotal
  createdAt
  createdBy
  startedAt
  finishedAt
  cancelRequested
  pollAfterMs
  vm {
    name
  }
  restorePoint {
    id
    capturedAt
  }
  plan {
    id
  }
  repository
  executor {
    name
  }
  retryOf {
    id
  }
  disks {
    deviceKey
    state
    bytesDone
    bytesTotal
    userErrors {
      ...Refusal
    }
  }
  userErrors {
    ...Refusal
  }
  result {
    name
    value
  }
}

fragment Refusal on UserError {
  code
  message
  path
  severity
  remedy
  ruleId
}` as TypedDocument<CollectGarbageMutation, CollectGarbageMutationVariables>;

export const DeleteRestorePointDocument = `mutation DeleteRestorePoint($input: DeleteRestorePointInput!) {
  deleteRestorePoint(input: $input) {
    restorePoint {
      ...RestorePointRow
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment RestorePointRow on RestorePoint {
  id
  vm {
    id
    name
    site {
      name
    }
  }
  capturedAt
  origin
  state
  consistency
  encryption
  firmware
  secureBoot
  vtpm
  capacityBytes
  retainUntil
  legalHold
  disks {
    deviceKey
    label
    capacityBytes
    dataBytes
    state
    indexHash
    verifiedAt
    captureMethod
    readBytes
    parentRestorePointId
  }
  capturedItems {
    item
    state
    observedAt
    reason
  }
  notUnderstood {
    path
    reason
  }
}

fragment Refusal on UserError {
  code
  message
  path
  severity
  remedy
  ruleId
}` as TypedDocument<DeleteRestorePointMutation, DeleteRestorePointMutationVariables>;

export const ServiceStateDocument = `query ServiceState {
  viewer {
    name
    role
    expiresAt
    serviceVersion
    capabilities
    capabilityNotes
  }
  executors(first: 10) {
    nodes {
      name
      alive
      engineAvailable
      engineReason
    }
  }
}` as TypedDocument<ServiceStateQuery, ServiceStateQueryVariables>;

export const ListVmsDocument = `query ListVms($first: Int!, $after: String, $filter: VmFilter) {
  vms(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      name
      site {
        name
      }
      instanceUuid
      newestRestorePoint {
        id
        capturedAt
        state
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}` as TypedDocument<ListVmsQuery, ListVmsQueryVariables>;
