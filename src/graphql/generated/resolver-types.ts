// Made by npm run gen. Change schema.graphql or the operations, not this file.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Actor, TokenRecord, AccessTokenConnectionParent, SiteRecord, SiteConnectionParent, VmRecord, VmConnectionParent, RestorePointRecord, RestorePointConnectionParent, DiskOfPoint, ExecutorRecord, ExecutorConnectionParent, PlanRecord, SiteSectionRecord, PlanRestorePayloadParent, VspherePlanParent, RestorePlanConnectionParent, OperationRecord, OperationConnectionParent, OperationEventRecord, OperationEventConnectionParent, AuditEntryRecord, AuditEntryConnectionParent, UserErrorData } from '../parents.js';
import type { RequestContext } from '../context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A number of bytes as a decimal string, because it may pass 2^53. Example: "1073741824". */
  ByteSize: { input: number; output: number; }
  /** A moment in UTC with milliseconds: "2026-05-04T03:02:01.000Z". */
  DateTime: { input: string; output: string; }
  /** 64 hexadecimal digits of a SHA-256. */
  Sha256: { input: string; output: string; }
};

/** A token as the catalog knows it. Its text is shown once, when it is made, and kept nowhere. */
export type AccessToken = Node & {
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it stops working by itself, null if never. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Name, as it stands in the audit log and at what it asked for. */
  readonly name: Scalars['String']['output'];
  /** When it was revoked, null if it was not. */
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it may do. */
  readonly role: Role;
};

/** A page of access tokens. */
export type AccessTokenConnection = {
  /** Entries with their cursors. */
  readonly edges: ReadonlyArray<AccessTokenEdge>;
  /** The entries alone. */
  readonly nodes: ReadonlyArray<AccessToken>;
  /** Position of this page. */
  readonly pageInfo: PageInfo;
  /** Number of all entries; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An access token in a page. */
export type AccessTokenEdge = {
  /** Position. */
  readonly cursor: Scalars['String']['output'];
  /** The access token. */
  readonly node: AccessToken;
};

/** A plan to approve. */
export type ApprovePlanInput = {
  /** The digest that you saw. Another one is refused. */
  readonly expectedDigest: Scalars['Sha256']['input'];
  /** The plan. */
  readonly planId: Scalars['ID']['input'];
};

/** Answer of approvePlan. */
export type ApprovePlanPayload = {
  /** The plan, null if the approval was refused. */
  readonly plan?: Maybe<RestorePlan>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One decision, reading of a secret, or change of state. Entries are chained by hash. */
export type AuditEntry = {
  /** What was done. */
  readonly action: Scalars['String']['output'];
  /** Who. */
  readonly actor: Scalars['String']['output'];
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** More about it, as JSON text. Holds no secrets. */
  readonly detail: Scalars['String']['output'];
  /** Hash of this entry, which covers the hash of the one before. */
  readonly entryHash: Scalars['Sha256']['output'];
  /** Number, from 1, without gaps. */
  readonly sequence: Scalars['Int']['output'];
  /** Id of that thing. */
  readonly subjectId: Scalars['String']['output'];
  /** Type of the thing it was done to. */
  readonly subjectType: Scalars['String']['output'];
};

/** A page of the audit log. */
export type AuditEntryConnection = {
  /** Entries with their cursors. */
  readonly edges: ReadonlyArray<AuditEntryEdge>;
  /** The entries alone. */
  readonly nodes: ReadonlyArray<AuditEntry>;
  /** Position of this page. */
  readonly pageInfo: PageInfo;
  /** Number of all entries; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An audit entry in a page. */
export type AuditEntryEdge = {
  /** Position. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: AuditEntry;
};

/** Where the encryption bundle goes. */
export type BundleWay =
  /** Left out. */
  | 'DROPPED'
  /** Given back with the VM. */
  | 'GIVEN'
  /** There is none. */
  | 'NONE';

/** Bus of a disk controller. */
export type Bus =
  /** IDE. */
  | 'IDE'
  /** NVMe. */
  | 'NVME'
  /** Another kind of controller. */
  | 'OTHER'
  /** SATA (AHCI). */
  | 'SATA'
  /** SCSI, paravirtual or not. */
  | 'SCSI'
  /** The document does not name the controller. */
  | 'UNKNOWN';

/** An operation to stop. */
export type CancelOperationInput = {
  /** The operation. */
  readonly operationId: Scalars['ID']['input'];
};

/** Answer of cancelOperation. */
export type CancelOperationPayload = {
  /** The operation, null if it was not found. */
  readonly operation?: Maybe<Operation>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
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
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What is known of the VM. */
  readonly metadata: RestorePointMetadataInput;
};

/** Answer of captureRestorePoint. */
export type CaptureRestorePointPayload = {
  /** The work. */
  readonly operation?: Maybe<Operation>;
  /** The point that is being captured, null if it was refused. */
  readonly restorePoint?: Maybe<RestorePoint>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One item that a restore point should hold, and what became of it. */
export type CapturedItem = {
  /** Which item. */
  readonly item: CapturedItemName;
  /** When it was read, or for NOT_PRESENT when it was looked for; null for the others. */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why this state was given. */
  readonly reason: Scalars['String']['output'];
  /** What became of it. */
  readonly state: CapturedItemState;
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

/** changeId of vSphere's changed block tracking, split into its halves. */
export type ChangeId = {
  /** Sequence in it, as text because it may pass 2^53. */
  readonly sequence: Scalars['String']['output'];
  /** Identity of the tracking; another one means that tracking was reset. */
  readonly uuid: Scalars['String']['output'];
};

/** Change tracking around a restore. */
export type ChangeTrackingPlan = {
  /** Whether the next backup must be a full one, by whatever product. */
  readonly nextBackupFull: Scalars['Boolean']['output'];
  /** Switched off before anything is written. */
  readonly offBefore: Scalars['Boolean']['output'];
  /** Switched on again after it. */
  readonly onAfter: Scalars['Boolean']['output'];
};

/** A part of a disk. */
export type ChangedExtentInput = {
  /** How long it is. */
  readonly lengthBytes: Scalars['ByteSize']['input'];
  /** Where it begins. */
  readonly offsetBytes: Scalars['ByteSize']['input'];
};

/** A repository to free of what no restore point needs. */
export type CollectGarbageInput = {
  /**
   * The name of the repository once more: removes also disks that the catalog does not know, and more than half of the
   * repository. Give it only after a dry run with it was looked at.
   */
  readonly confirmRepository?: InputMaybe<Scalars['String']['input']>;
  /** Only says what would go. Removing takes false. */
  readonly dryRun?: Scalars['Boolean']['input'];
  /** What captures wrote or used within so many hours stays; at least 1. */
  readonly minimumAgeHours?: Scalars['Int']['input'];
  /** Name of the repository. */
  readonly repository?: Scalars['String']['input'];
};

/** Answer of collectGarbage. */
export type CollectGarbagePayload = {
  /** The work; when the repository is busy, the one that is under way. */
  readonly operation?: Maybe<Operation>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
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

/** What becomes of one component. */
export type ComponentPlan = {
  /** Which component. */
  readonly component: ComponentName;
  /** Device key, for disks only. */
  readonly deviceKey?: Maybe<Scalars['Int']['output']>;
  /** What becomes of it. */
  readonly outcome: ComponentOutcome;
  /** Why. */
  readonly reason: Scalars['String']['output'];
  /** Verdict on this component alone. */
  readonly verdict: Verdict;
};

/** What a person allows for one plan, on top of the policy. */
export type ConsentsInput = {
  /** What was encrypted may come back clear. */
  readonly clear?: Scalars['Boolean']['input'];
  /** What was clear may come back encrypted. */
  readonly encrypt?: Scalars['Boolean']['input'];
  /** States that keys which cannot be fetched now are gone for good. */
  readonly keysDeclaredLost?: Scalars['Boolean']['input'];
  /** Disks of the VM that the point does not hold are left as they are. */
  readonly leaveExtraDisks?: Scalars['Boolean']['input'];
  /** A captured NVRAM may stay behind. */
  readonly leaveNvram?: Scalars['Boolean']['input'];
  /** A copy gets a new, empty virtual TPM. */
  readonly newVtpm?: Scalars['Boolean']['input'];
  /** A virtual raw device mapping comes back as a plain disk. */
  readonly rdmAsDisk?: Scalars['Boolean']['input'];
  /** New keys in place of the captured ones. */
  readonly rekey?: Scalars['Boolean']['input'];
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

/** A controller that is made. */
export type ControllerPlan = {
  /** Bus. */
  readonly bus: Scalars['String']['output'];
  /** Number on the bus. */
  readonly busNumber: Scalars['Int']['output'];
  /** Device key. */
  readonly key: Scalars['Int']['output'];
  /** Whether a gap in the captured numbers makes vSphere's own numbering differ. */
  readonly outOfSequence: Scalars['Boolean']['output'];
  /** Type in vSphere's words. */
  readonly type: Scalars['String']['output'];
};

/** A token to make. */
export type CreateAccessTokenInput = {
  /** When it stops working, null for never. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Name, as it will stand in the audit log: who or what uses the token. */
  readonly name: Scalars['String']['input'];
  /** What it may do. Give the least that is enough. */
  readonly role: Role;
};

/** Answer of createAccessToken. */
export type CreateAccessTokenPayload = {
  /** The token as the catalog knows it, null if it was refused. */
  readonly accessToken?: Maybe<AccessToken>;
  /** The text to send as "authorization: Bearer". Shown this once; null if it was refused. */
  readonly token?: Maybe<Scalars['String']['output']>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A datastore as the source saw it. A ConfigInfo names datastores, but does not tell their kind. */
export type DatastoreInput = {
  /** Name, as in "[name] folder/file.vmdk". */
  readonly name: Scalars['String']['input'];
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
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The point. */
  readonly restorePointId: Scalars['ID']['input'];
};

/** Answer of deleteRestorePoint. */
export type DeleteRestorePointPayload = {
  /** The point as it is kept for the record, null if it was refused. */
  readonly restorePoint?: Maybe<RestorePoint>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
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
  readonly deviceKey: Scalars['Int']['input'];
  /** Format of the image. */
  readonly format: DiskImageFormat;
  /** Read only what changed since an earlier restore point; null reads the whole disk. */
  readonly incremental?: InputMaybe<IncrementalCaptureInput>;
  /** Named location. */
  readonly location: Scalars['String']['input'];
  /** Path in it. */
  readonly path: Scalars['String']['input'];
};

/** A captured disk and the disk of the VM that it is written to. */
export type DiskMappingInput = {
  /** Device key of the captured disk. */
  readonly deviceKey: Scalars['Int']['input'];
  /** Device key of the disk that is written. */
  readonly targetDeviceKey: Scalars['Int']['input'];
};

/** Where one disk goes. */
export type DiskPlacementInput = {
  /** Datastore; null is that of the home. */
  readonly datastore?: InputMaybe<Scalars['String']['input']>;
  /** Device key of the captured disk. */
  readonly deviceKey: Scalars['Int']['input'];
  /** Storage policy; null takes the captured one. */
  readonly policy?: InputMaybe<Scalars['String']['input']>;
  /** How it is provisioned. */
  readonly provisioning?: ProvisioningRequest;
};

/** How one disk gets its blocks. */
export type DiskPlan = {
  /** Bytes to move, null if not known. */
  readonly bytesToMove?: Maybe<Scalars['ByteSize']['output']>;
  /** Capacity of the disk. */
  readonly capacityBytes: Scalars['ByteSize']['output'];
  /** Device key of the disk. */
  readonly deviceKey: Scalars['Int']['output'];
  /** Chosen executor, null if there is none. */
  readonly executor?: Maybe<Scalars['String']['output']>;
  /** What it is written as; null for a disk inside vSphere. */
  readonly format?: Maybe<TargetFormat>;
  /** Its label. */
  readonly label: Scalars['String']['output'];
  /** Why this one. */
  readonly reasons: ReadonlyArray<Scalars['String']['output']>;
  /** What was weighed and not taken. */
  readonly rejected: ReadonlyArray<RejectedTransport>;
  /** Where the blocks go, as "location:path". A flat VMDK is opened by this file; its extent lies beside it. */
  readonly target: Scalars['String']['output'];
  /** Chosen way, null if there is none. */
  readonly transport?: Maybe<Transport>;
  /** What is decided of it inside vSphere; null for local files. */
  readonly virtualDisk?: Maybe<VirtualDiskPlan>;
};

/** How long a restore may take. */
export type DurationEstimate = {
  /** What the range rests on. */
  readonly basis: Scalars['String']['output'];
  /** Upper end in seconds. */
  readonly maximumSeconds: Scalars['Int']['output'];
  /** Lower end in seconds. */
  readonly minimumSeconds: Scalars['Int']['output'];
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
  readonly expectedDigest: Scalars['Sha256']['input'];
  /** Any text of your choice; the same again gives the same operation, never a second restore. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The plan. */
  readonly planId: Scalars['ID']['input'];
};

/** Answer of executePlan. */
export type ExecutePlanPayload = {
  /** True if this key had already started it. */
  readonly alreadyStarted: Scalars['Boolean']['output'];
  /** The work, null if it was refused. */
  readonly operation?: Maybe<Operation>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A process near the storage that moves data and holds secrets. */
export type Executor = Node & {
  /** Whether it was heard of within the last minute. */
  readonly alive: Scalars['Boolean']['output'];
  /** Whether its copy engine works. */
  readonly engineAvailable: Scalars['Boolean']['output'];
  /** Why not, null if it does. */
  readonly engineReason?: Maybe<Scalars['String']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Folders that it may read or write, by name. */
  readonly locations: ReadonlyArray<Location>;
  /** Unique name. */
  readonly name: Scalars['String']['output'];
  /** When it was last heard of. */
  readonly observedAt: Scalars['DateTime']['output'];
  /** Its version. */
  readonly version: Scalars['String']['output'];
};

/** A page of executors. */
export type ExecutorConnection = {
  /** Entries with their cursors. */
  readonly edges: ReadonlyArray<ExecutorEdge>;
  /** The entries alone. */
  readonly nodes: ReadonlyArray<Executor>;
  /** Position of this page. */
  readonly pageInfo: PageInfo;
  /** Number of all entries; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An executor in a page. */
export type ExecutorEdge = {
  /** Position. */
  readonly cursor: Scalars['String']['output'];
  /** The executor. */
  readonly node: Executor;
};

/** Whether all work on the disks stood between PrepareForAccess and EndAccess, so that nobody moved their storage. */
export type Fence =
  /** It did, from the first read to the last. */
  | 'HELD'
  /** It did not: storage may have moved under the backup. */
  | 'NOT_HELD'
  /** Nobody said. */
  | 'UNKNOWN';

/** A true condition that a rule found, with what to do about it. */
export type Finding = {
  /** Document and section that the rule rests on. */
  readonly citation: Scalars['String']['output'];
  /** What was found. */
  readonly explanation: Scalars['String']['output'];
  /** How much it weighs. */
  readonly grade: FindingGrade;
  /** What to do, null if nothing helps or nothing is needed. */
  readonly remedy?: Maybe<Scalars['String']['output']>;
  /** Stable id of the rule. */
  readonly ruleId: Scalars['String']['output'];
  /** What it is about: "vm", "disk:2000", "nvram", "executor:NAME", "location:NAME". */
  readonly subject: Scalars['String']['output'];
};

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
  readonly fallbackToFull?: Scalars['Boolean']['input'];
  /** The earlier restore point. It must be AVAILABLE and hold this disk, of the same capacity and change id lineage. */
  readonly parentRestorePointId: Scalars['ID']['input'];
};

/** Decision on the key of a VM home or disk. */
export type KeyDecision = {
  /** Key id, null where there is none. */
  readonly keyId?: Maybe<Scalars['String']['output']>;
  /** What becomes of it. */
  readonly outcome: ComponentOutcome;
  /** Storage policy that gives the key. */
  readonly policyId?: Maybe<Scalars['String']['output']>;
  /** Key provider that the request names, where the default one will not do. */
  readonly providerId?: Maybe<Scalars['String']['output']>;
  /** The way. */
  readonly way: KeyWay;
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

/** Key of a VM home or disk. */
export type KeyReference = {
  /** Key id as vSphere names it. */
  readonly keyId: Scalars['String']['output'];
  /** Name of the key provider (KMIP cluster), null if the source did not say. */
  readonly providerId?: Maybe<Scalars['String']['output']>;
  /** Type of that provider. */
  readonly providerType: KeyProviderType;
};

/** How a VM home or disk comes by its key. */
export type KeyWay =
  /** Encryption is dropped, as consented. */
  | 'CLEAR'
  /** Encryption is added after the restore, as consented. */
  | 'ENCRYPT'
  /** New keys through the storage policy. */
  | 'NEW_KEYS'
  /** Clear stays clear. */
  | 'NONE'
  /** In place: under the keys that the VM has. */
  | 'PRESENT_KEYS'
  /** No permitted way. */
  | 'REFUSED'
  /** The captured key id. */
  | 'SAME_KEYS'
  /** The captured key id with a new data key. */
  | 'SAME_KEY_NEW_BUNDLE'
  /** A fact is missing. */
  | 'UNKNOWN'
  /** Nothing until the key can be fetched. */
  | 'WAIT';

/** Local files as target. */
export type LocalFilesTargetInput = {
  /** What each disk is written as. */
  readonly diskFormat?: TargetFormat;
  /** Folder in it; it is made if it does not exist. */
  readonly folder: Scalars['String']['input'];
  /** Named location. */
  readonly location: Scalars['String']['input'];
};

/** A folder that an executor may read or write, named in its configuration. */
export type Location = {
  /** Free space, null if it could not be found out. */
  readonly freeBytes?: Maybe<Scalars['ByteSize']['output']>;
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** When this was seen. */
  readonly observedAt: Scalars['DateTime']['output'];
  /** Whether it may be read. */
  readonly readable: Scalars['Boolean']['output'];
  /** Whether it may be written. */
  readonly writable: Scalars['Boolean']['output'];
};

/** A restore point with its mark. */
export type MarkedRestorePoint = {
  /** Whether it is the one. */
  readonly mark: RestorePointMark;
  /** 1 for the chosen one, then on; null when refused. */
  readonly rank?: Maybe<Scalars['Int']['output']>;
  /** Why it has its mark, then what is missing, then what nobody knows; one sentence each. */
  readonly reasons: ReadonlyArray<Scalars['String']['output']>;
  /** The restore point. */
  readonly restorePoint: RestorePoint;
  /** Whether all that a restore needs is there. */
  readonly standing: RestorePointStanding;
};

/** Changes. Each answers with what it made and with userErrors. */
export type Mutation = {
  /** Approves a plan as you saw it. Whoever made it cannot. */
  readonly approvePlan: ApprovePlanPayload;
  /** Asks an operation to stop. What it wrote under a temporary name is removed. */
  readonly cancelOperation: CancelOperationPayload;
  /** Captures a VM from disk images and a ConfigInfo into the repository. */
  readonly captureRestorePoint: CaptureRestorePointPayload;
  /** Says what no restore point needs any more, or removes it. For ADMIN. */
  readonly collectGarbage: CollectGarbagePayload;
  /** Makes an access token and shows its text once. For ADMIN. */
  readonly createAccessToken: CreateAccessTokenPayload;
  /** Gives a restore point up for good; its blocks go with the next collection. For ADMIN. */
  readonly deleteRestorePoint: DeleteRestorePointPayload;
  /** Carries out a plan as you saw it. */
  readonly executePlan: ExecutePlanPayload;
  /** Decides how a restore would go, and says why. Moves nothing. */
  readonly planRestore: PlanRestorePayload;
  /** Keeps what is known of an executor as a proxy of vSphere disks. */
  readonly recordProxyFacts: RecordProxyFactsPayload;
  /** Keeps what another backup tool knows of a VM at one moment. */
  readonly recordRestorePoint: RecordRestorePointPayload;
  /** Keeps what another program saw of a site; plans into vSphere are made from it. */
  readonly recordSiteFacts: RecordSiteFactsPayload;
  /** Starts a failed or cancelled operation again, as a new operation. */
  readonly retryOperation: RetryOperationPayload;
  /** Ends an access token at once, and soon its open subscriptions. The last ADMIN token that works is refused. For ADMIN. */
  readonly revokeAccessToken: RevokeAccessTokenPayload;
  /**
   * Reads a share of all stored objects again. Damaged ones are set aside, never removed, and every restore point that
   * they break is named and marked.
   */
  readonly scrubRepository: ScrubRepositoryPayload;
  /** Sets what the customer allows, as a whole. For ADMIN. */
  readonly setPlanningPolicy: SetPlanningPolicyPayload;
  /** Re-hashes every byte of a restore point in the repository. */
  readonly verifyRestorePoint: VerifyRestorePointPayload;
};


/** Changes. Each answers with what it made and with userErrors. */
export type MutationApprovePlanArgs = {
  input: ApprovePlanInput;
};


/** Changes. Each answers with what it made and with userErrors. */
export type MutationCancelOperationArgs = {
  input: CancelOperationInput;
};


/** Changes. Each answers with what it made and with userErrors. */
export type MutationCaptureRestorePointArgs = {
  input: CaptureRestorePointInput;
};


/** Changes. Each answers with what it made and with userErrors. */
export type MutationCollectGarbageArgs = {
  input: CollectGarbageInput;
};


/** Changes. Each answers with what it made and with userErrors. */
export type MutationCreateAccessTokenArgs = {
  input: CreateAccessTokenInput;
};


/** Changes. Each answers with what it made and with userErrors. */
export type MutationDeleteRestorePointArgs = {
  input: DeleteRestorePointInput;
};


/** Changes. Each answers with what it made and with userErrors. */
export type MutationExecutePlanArgs = {
  input: ExecutePlanInput;
};


/** Changes. Each answers with what it made and with userErrors. */
export type MutationPlanRestoreArgs = {
  input: PlanRestoreInput;
};


/** Changes. Each answers with what it made and with userErrors. */
export type MutationRecordProxyFactsArgs = {
  input: RecordProxyFactsInput;
};


/** Changes. Each answers with what it made and with userErrors. */
export type MutationRecordRestorePointArgs = {
  input: RecordRestorePointInput;
};


/** Changes. Each answers with what it made and with userErrors. */
export type MutationRecordSiteFactsArgs = {
  input: RecordSiteFactsInput;
};


/** Changes. Each answers with what it made and with userErrors. */
export type MutationRetryOperationArgs = {
  input: RetryOperationInput;
};


/** Changes. Each answers with what it made and with userErrors. */
export type MutationRevokeAccessTokenArgs = {
  input: RevokeAccessTokenInput;
};


/** Changes. Each answers with what it made and with userErrors. */
export type MutationScrubRepositoryArgs = {
  input: ScrubRepositoryInput;
};


/** Changes. Each answers with what it made and with userErrors. */
export type MutationSetPlanningPolicyArgs = {
  input: SetPlanningPolicyInput;
};


/** Changes. Each answers with what it made and with userErrors. */
export type MutationVerifyRestorePointArgs = {
  input: VerifyRestorePointInput;
};

/** Network of one adapter. */
export type NetworkPlacementInput = {
  /** Device key of the captured adapter. */
  readonly deviceKey: Scalars['Int']['input'];
  /** Network; null restores the adapter disconnected. */
  readonly network?: InputMaybe<Scalars['String']['input']>;
};

/** Network of one adapter. */
export type NetworkPlan = {
  /** Device key of the adapter. */
  readonly deviceKey: Scalars['Int']['output'];
  /** Managed object id of the network, null for disconnected. */
  readonly networkId?: Maybe<Scalars['String']['output']>;
  /** Whether it connects at power-on. */
  readonly startConnected: Scalars['Boolean']['output'];
};

/** Anything with a global id. */
export type Node = {
  /** Opaque global id; give it back as it is. */
  readonly id: Scalars['ID']['output'];
};

/** A part of the ConfigInfo document that was kept but not understood. */
export type NotUnderstoodPart = {
  /** Where it stands in the document. */
  readonly path: Scalars['String']['output'];
  /** Why it was not understood. */
  readonly reason: Scalars['String']['output'];
};

/** What becomes of the NVRAM. */
export type NvramWay =
  /** A captured one stays behind, as allowed. */
  | 'LEAVE'
  /** There is none. */
  | 'NOT_PRESENT'
  /** vSphere makes a generic one. */
  | 'REGENERATE'
  /** Uploaded before the first power-on. */
  | 'RESTORE'
  /** Not known. */
  | 'UNKNOWN';

/** Long work: capture, restore, verification. */
export type Operation = Node & {
  /** Bytes done. */
  readonly bytesDone: Scalars['ByteSize']['output'];
  /** Bytes in all, null while not known. */
  readonly bytesTotal?: Maybe<Scalars['ByteSize']['output']>;
  /** Whether somebody asked to stop it. */
  readonly cancelRequested: Scalars['Boolean']['output'];
  /** When it was asked for. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Name of the token that asked. */
  readonly createdBy: Scalars['String']['output'];
  /** Progress per disk. */
  readonly disks: ReadonlyArray<OperationDisk>;
  /** Everything that happened to it, oldest first. */
  readonly events: OperationEventConnection;
  /** Executor that works on it. */
  readonly executor?: Maybe<Executor>;
  /** When it ended. */
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** What kind of work. */
  readonly kind: OperationKind;
  /** 0 to 100, never goes back. */
  readonly percent: Scalars['Float']['output'];
  /** What is being done, in one or two words. */
  readonly phase: Scalars['String']['output'];
  /** Plan that it carries out. */
  readonly plan?: Maybe<RestorePlan>;
  /** Ask again after so many milliseconds if you cannot subscribe; null when it has ended. */
  readonly pollAfterMs?: Maybe<Scalars['Int']['output']>;
  /** Name of the repository that it works on as a whole, null for other work. */
  readonly repository?: Maybe<Scalars['String']['output']>;
  /** Restore point it is about. */
  readonly restorePoint?: Maybe<RestorePoint>;
  /** Facts worth showing at the end, as text. */
  readonly result: ReadonlyArray<ResultEntry>;
  /** Operation that this one tries again. */
  readonly retryOf?: Maybe<Operation>;
  /** When work began. */
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How it stands. */
  readonly state: OperationState;
  /** Last sign of life. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Why it failed, and what to do. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** What the asking token may do with it. */
  readonly viewerCan: OperationPermissions;
  /** VM it is about. */
  readonly vm?: Maybe<Vm>;
};


/** Long work: capture, restore, verification. */
export type OperationEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A page of operations. */
export type OperationConnection = {
  /** Entries with their cursors. */
  readonly edges: ReadonlyArray<OperationEdge>;
  /** The entries alone. */
  readonly nodes: ReadonlyArray<Operation>;
  /** Position of this page. */
  readonly pageInfo: PageInfo;
  /** Number of all entries; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** Progress of one disk. */
export type OperationDisk = {
  /** Bytes done. */
  readonly bytesDone: Scalars['ByteSize']['output'];
  /** Bytes in all. */
  readonly bytesTotal: Scalars['ByteSize']['output'];
  /** Device key. */
  readonly deviceKey: Scalars['Int']['output'];
  /** How it stands. */
  readonly state: OperationState;
  /** Why it failed. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An operation in a page. */
export type OperationEdge = {
  /** Position. */
  readonly cursor: Scalars['String']['output'];
  /** The operation. */
  readonly node: Operation;
};

/** Something that happened to an operation. Numbers have no gaps. */
export type OperationEvent = {
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Bytes done after it, if known. */
  readonly bytesDone?: Maybe<Scalars['ByteSize']['output']>;
  /** Bytes in all, if known. */
  readonly bytesTotal?: Maybe<Scalars['ByteSize']['output']>;
  /** Disk that it is about. */
  readonly deviceKey?: Maybe<Scalars['Int']['output']>;
  /** State of the disk after it, in events about one disk. An operation goes on after its disks have ended. */
  readonly diskState?: Maybe<OperationState>;
  /** What kind. */
  readonly kind: OperationEventKind;
  /** What happened, in words. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** Percent after it, if known. */
  readonly percent?: Maybe<Scalars['Float']['output']>;
  /** Phase after it, if it changed the phase. */
  readonly phase?: Maybe<Scalars['String']['output']>;
  /** Number in its operation, from 1. Give it as "after" to resume a subscription. */
  readonly sequence: Scalars['Int']['output'];
  /** State of the operation after it, if it changed that; null in events about one disk. */
  readonly state?: Maybe<OperationState>;
};

/** A page of events. */
export type OperationEventConnection = {
  /** Entries with their cursors. */
  readonly edges: ReadonlyArray<OperationEventEdge>;
  /** The entries alone. */
  readonly nodes: ReadonlyArray<OperationEvent>;
  /** Position of this page. */
  readonly pageInfo: PageInfo;
  /** Number of all entries; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An event in a page. */
export type OperationEventEdge = {
  /** Position. */
  readonly cursor: Scalars['String']['output'];
  /** The event. */
  readonly node: OperationEvent;
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
  readonly kind?: InputMaybe<OperationKind>;
  /** In this state. */
  readonly state?: InputMaybe<OperationState>;
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

/** What the asking token may do with an operation. */
export type OperationPermissions = {
  /** Stop it. */
  readonly cancel: Scalars['Boolean']['output'];
  /** Try it again. */
  readonly retry: Scalars['Boolean']['output'];
};

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

/** Where a page begins and ends. */
export type PageInfo = {
  /** Cursor of the last entry, null on an empty page. Give it as "after" for the next page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follows after endCursor. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether something comes before startCursor. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first entry, null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** Somebody's approval of a plan as it stands. */
export type PlanApproval = {
  /** When. */
  readonly approvedAt: Scalars['DateTime']['output'];
  /** Name of the token. */
  readonly approvedBy: Scalars['String']['output'];
};

/** What two plans decide differently. */
export type PlanComparison = {
  /** What changed and which rule made it so, one sentence each. */
  readonly changes: ReadonlyArray<Scalars['String']['output']>;
  /** Whether they decide the same: their digests agree. */
  readonly same: Scalars['Boolean']['output'];
};

/** A fact that the plan used, with its age. */
export type PlanFact = {
  /** When it was seen, null if never. */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is about. */
  readonly subject: Scalars['String']['output'];
  /** What was known, in words. */
  readonly value: Scalars['String']['output'];
};

/** What to plan. */
export type PlanRestoreInput = {
  /** Disks to restore by device key; null means all. */
  readonly deviceKeys?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Which point. */
  readonly restorePoint: RestorePointSelectorInput;
  /** Where to. */
  readonly target: RestoreTargetInput;
};

/** Answer of planRestore. */
export type PlanRestorePayload = {
  /** The facts that it was made from, as JSON text for "reinstate plan --facts". They are not kept: ask for them here. */
  readonly facts?: Maybe<Scalars['String']['output']>;
  /** The plan, null if it was refused. A plan with a bad verdict is a plan. */
  readonly plan?: Maybe<RestorePlan>;
  /**
   * What would improve the verdict, best first: single changes, and pairs where no single one is enough. Null for local
   * files. It plans again for each, so ask only when it is shown.
   */
  readonly remedies?: Maybe<ReadonlyArray<Remedy>>;
  /** Why no plan could be made. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One step of a plan. */
export type PlanStep = {
  /** How it is undone if a later step fails, null if there is nothing to undo. */
  readonly compensation?: Maybe<Scalars['String']['output']>;
  /** One sentence for a person. */
  readonly description: Scalars['String']['output'];
  /** Stable word for the kind of step. */
  readonly kind: Scalars['String']['output'];
  /** Lines to give to the proxy, for steps on a Windows proxy; else empty. */
  readonly lines: ReadonlyArray<Scalars['String']['output']>;
  /** Position, from 1. */
  readonly position: Scalars['Int']['output'];
  /** What it changes outside this service. */
  readonly sideEffects: ReadonlyArray<Scalars['String']['output']>;
  /** What it works on, as in findings. */
  readonly subject: Scalars['String']['output'];
};

/** What the customer allows. Nothing irreversible is chosen without it, or consent in a plan. */
export type PlanningPolicy = {
  /** Approvals that a plan needs before it is executed, by others than who made it. */
  readonly approvalsNeeded: Scalars['Int']['output'];
  /** Whether encryption may be dropped. */
  readonly clearAllowed: Scalars['Boolean']['output'];
  /** Whether a transport may take the place of a preferred one that is not possible. */
  readonly downgradeTransportAllowed: Scalars['Boolean']['output'];
  /** An executor that was not heard of for so long counts as unknown. */
  readonly executorAgeMaxSeconds: Scalars['Int']['output'];
  /** Facts of a site older than this count as unknown. */
  readonly factAgeMaxSeconds: Scalars['Int']['output'];
  /** Whether a captured NVRAM may stay behind. */
  readonly leaveNvramAllowed: Scalars['Boolean']['output'];
  /** NBD and NBDSSL streams that one ESXi host gets, of all work together. */
  readonly nbdStreamsPerHostMax: Scalars['Int']['output'];
  /** A plan cannot be executed later than this after it was made. */
  readonly planLifetimeSeconds: Scalars['Int']['output'];
  /** Whether captured keys may be replaced by new ones. */
  readonly rekeyAllowed: Scalars['Boolean']['output'];
  /** SAN streams that one ESXi host gets, of all work together. */
  readonly sanStreamsPerHostMax: Scalars['Int']['output'];
  /** Order of transports, first is best; null for the default one. */
  readonly transportPreference?: Maybe<ReadonlyArray<Transport>>;
};

/** There, not there, or not known. */
export type Presence =
  /** Not there: proven by a complete ConfigInfo. */
  | 'NOT_PRESENT'
  /** There. */
  | 'PRESENT'
  /** Not known. */
  | 'UNKNOWN';

/** How a disk was provisioned. */
export type Provisioning =
  /** Thick, zeroed when it was made. */
  | 'THICK_EAGER_ZEROED'
  /** Thick, zeroed on first write. */
  | 'THICK_LAZY_ZEROED'
  /** Thin. */
  | 'THIN'
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

/** Questions. None of them changes anything. */
export type Query = {
  /** Access tokens, newest first, those that no longer work included. For ADMIN. */
  readonly accessTokens: AccessTokenConnection;
  /** The audit log, newest first. For auditors. */
  readonly auditLog: AuditEntryConnection;
  /** What changed from one plan to another, and which rule made it so; null where one of them does not exist. */
  readonly comparePlans?: Maybe<PlanComparison>;
  /** Executors by name. */
  readonly executors: ExecutorConnection;
  /** Anything by its global id, null if you may not see it or it does not exist. */
  readonly node?: Maybe<Node>;
  /** Several by their global ids, at most 100, in the order asked; null in place of those not found. */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /** An operation by id. */
  readonly operation?: Maybe<Operation>;
  /** Operations, newest first. */
  readonly operations: OperationConnection;
  /** What the customer allows. */
  readonly planningPolicy: PlanningPolicy;
  /** A plan by id. */
  readonly restorePlan?: Maybe<RestorePlan>;
  /** Plans, newest first. */
  readonly restorePlans: RestorePlanConnection;
  /** A restore point by id. */
  readonly restorePoint?: Maybe<RestorePoint>;
  /** Which restore point of a VM to restore, now or as of a moment. Null if there is no such VM. */
  readonly restorePointChoice?: Maybe<RestorePointChoice>;
  /** Restore points, newest first. */
  readonly restorePoints: RestorePointConnection;
  /** A site by id. */
  readonly site?: Maybe<Site>;
  /** Sites by name. */
  readonly sites: SiteConnection;
  /** Who is asking, and what the service can do now. */
  readonly viewer: Viewer;
  /** A VM by id. */
  readonly vm?: Maybe<Vm>;
  /** VMs by name. */
  readonly vms: VmConnection;
};


/** Questions. None of them changes anything. */
export type QueryAccessTokensArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** Questions. None of them changes anything. */
export type QueryAuditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** Questions. None of them changes anything. */
export type QueryComparePlansArgs = {
  after: Scalars['ID']['input'];
  before: Scalars['ID']['input'];
};


/** Questions. None of them changes anything. */
export type QueryExecutorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** Questions. None of them changes anything. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Questions. None of them changes anything. */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** Questions. None of them changes anything. */
export type QueryOperationArgs = {
  id: Scalars['ID']['input'];
};


/** Questions. None of them changes anything. */
export type QueryOperationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OperationFilter>;
  first: Scalars['Int']['input'];
};


/** Questions. None of them changes anything. */
export type QueryRestorePlanArgs = {
  id: Scalars['ID']['input'];
};


/** Questions. None of them changes anything. */
export type QueryRestorePlansArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  restorePointId?: InputMaybe<Scalars['ID']['input']>;
};


/** Questions. None of them changes anything. */
export type QueryRestorePointArgs = {
  id: Scalars['ID']['input'];
};


/** Questions. None of them changes anything. */
export type QueryRestorePointChoiceArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  completeKeysFirst?: Scalars['Boolean']['input'];
  consistencyMin?: InputMaybe<Consistency>;
  first: Scalars['Int']['input'];
  vmId: Scalars['ID']['input'];
};


/** Questions. None of them changes anything. */
export type QueryRestorePointsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RestorePointFilter>;
  first: Scalars['Int']['input'];
};


/** Questions. None of them changes anything. */
export type QuerySiteArgs = {
  id: Scalars['ID']['input'];
};


/** Questions. None of them changes anything. */
export type QuerySitesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** Questions. None of them changes anything. */
export type QueryVmArgs = {
  id: Scalars['ID']['input'];
};


/** Questions. None of them changes anything. */
export type QueryVmsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<VmFilter>;
  first: Scalars['Int']['input'];
};

/** Measured rates. */
export type RateRange = {
  /** Highest, in bytes a second. */
  readonly maximumBytesPerSecond: Scalars['ByteSize']['output'];
  /** Lowest, in bytes a second. */
  readonly minimumBytesPerSecond: Scalars['ByteSize']['output'];
};

/** What is known of an executor as a proxy of vSphere disks. */
export type RecordProxyFactsInput = {
  /** Name of the executor. */
  readonly executor: Scalars['String']['input'];
  /** When it was looked at. */
  readonly observedAt: Scalars['DateTime']['input'];
  /** JSON text in the form of "proxy" in the facts document (docs/generated/facts.schema.json). No secrets. */
  readonly proxy: Scalars['String']['input'];
};

/** Answer of recordProxyFacts. */
export type RecordProxyFactsPayload = {
  /** Whether it was kept. */
  readonly recorded: Scalars['Boolean']['output'];
  /** Why not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A restore point that another backup tool holds. */
export type RecordRestorePointInput = {
  /** What is known of the VM. */
  readonly metadata: RestorePointMetadataInput;
  /** Name of the tool. */
  readonly tool: Scalars['String']['input'];
  /** The tool's own name for the point. The same again is the same point. */
  readonly toolReference: Scalars['String']['input'];
};

/** Answer of recordRestorePoint. */
export type RecordRestorePointPayload = {
  /** True if this very point had been recorded before. */
  readonly alreadyRecorded: Scalars['Boolean']['output'];
  /** The point, null if it was refused. */
  readonly restorePoint?: Maybe<RestorePoint>;
  /** Why it was refused, or what was not understood. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What another program saw of a site. */
export type RecordSiteFactsInput = {
  /** What it is; null leaves it as it is. */
  readonly kind?: InputMaybe<SiteKind>;
  /** Sections; each replaces what was observed before. */
  readonly sections: ReadonlyArray<SiteSectionInput>;
  /** Name of the site; it is made if there is none of this name. */
  readonly site: Scalars['String']['input'];
};

/** Answer of recordSiteFacts. */
export type RecordSiteFactsPayload = {
  /** The site, null if it was refused. */
  readonly site?: Maybe<Site>;
  /** Why it was refused, or which sections were left as they are. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A way that was weighed and not taken. */
export type RejectedTransport = {
  /** The executor that it would have used. */
  readonly executor?: Maybe<Scalars['String']['output']>;
  /** Rule that ruled it out. */
  readonly ruleId: Scalars['String']['output'];
  /** The way. */
  readonly transport: Transport;
  /** Why. */
  readonly why: Scalars['String']['output'];
};

/** Changes that would improve a verdict, proven by planning again with them. */
export type Remedy = {
  /** Ids of one change or two, in the order in which they are made. */
  readonly changes: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence a change. */
  readonly texts: ReadonlyArray<Scalars['String']['output']>;
  /** Verdict after them. */
  readonly verdict: Verdict;
};

/** What a restore will do, decided before a byte moves. Data: it can be shown, compared, kept and executed later. */
export type RestorePlan = Node & {
  /** Who approved it, first ones first. */
  readonly approvals: ReadonlyArray<PlanApproval>;
  /** Bytes to move, null if not known. */
  readonly bytesToMove?: Maybe<Scalars['ByteSize']['output']>;
  /** Outcome per component. */
  readonly components: ReadonlyArray<ComponentPlan>;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Name of the token that asked for it. */
  readonly createdBy: Scalars['String']['output'];
  /** Names decisions, steps and findings. Give it to executePlan. */
  readonly digest: Scalars['Sha256']['output'];
  /** Decision per disk. */
  readonly disks: ReadonlyArray<DiskPlan>;
  /** The plan as the planner made it: RFC 8785 JSON. The same facts give the same bytes, with or without the service. */
  readonly document: Scalars['String']['output'];
  /** How long it may take, null where no rate was measured. */
  readonly estimate?: Maybe<DurationEstimate>;
  /** Whether that moment has passed. */
  readonly expired: Scalars['Boolean']['output'];
  /** It cannot be executed after this. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Facts used, each with its age. */
  readonly facts: ReadonlyArray<PlanFact>;
  /** All findings, heaviest first. */
  readonly findings: ReadonlyArray<Finding>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Executions of it, newest first. */
  readonly operations: OperationConnection;
  /** What it restores. */
  readonly restorePoint: RestorePoint;
  /** Version of the rules that judged. */
  readonly rulesVersion: Scalars['String']['output'];
  /** Steps in order. */
  readonly steps: ReadonlyArray<PlanStep>;
  /** The plan as text for a person. */
  readonly text: Scalars['String']['output'];
  /** Verdict as a whole. */
  readonly verdict: Verdict;
  /** What the asking token may do with it. */
  readonly viewerCan: RestorePlanPermissions;
  /** What is decided inside vSphere; null for local files. */
  readonly vsphere?: Maybe<VspherePlan>;
};


/** What a restore will do, decided before a byte moves. Data: it can be shown, compared, kept and executed later. */
export type RestorePlanOperationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A page of plans. */
export type RestorePlanConnection = {
  /** Entries with their cursors. */
  readonly edges: ReadonlyArray<RestorePlanEdge>;
  /** The entries alone. */
  readonly nodes: ReadonlyArray<RestorePlan>;
  /** Position of this page. */
  readonly pageInfo: PageInfo;
  /** Number of all entries; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A plan in a page. */
export type RestorePlanEdge = {
  /** Position. */
  readonly cursor: Scalars['String']['output'];
  /** The plan. */
  readonly node: RestorePlan;
};

/** What the asking token may do with a plan. */
export type RestorePlanPermissions = {
  /** Approve it. Who made a plan cannot. */
  readonly approve: Scalars['Boolean']['output'];
  /** Execute it. */
  readonly execute: Scalars['Boolean']['output'];
};

/** One VM at one time. */
export type RestorePoint = Node & {
  /** Capacity of all disks together. */
  readonly capacityBytes: Scalars['ByteSize']['output'];
  /** The moment that it shows. */
  readonly capturedAt: Scalars['DateTime']['output'];
  /** What was captured, was not there, or is missing, each with its own time. */
  readonly capturedItems: ReadonlyArray<CapturedItem>;
  /** SHA-256 of the stored ConfigInfo document, secrets cut out; null while capturing. */
  readonly configInfoSha256?: Maybe<Scalars['Sha256']['output']>;
  /** How consistent its disks are. */
  readonly consistency: Consistency;
  /** When it was deleted, null if it was not. */
  readonly deletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Disks in order of controller and unit. */
  readonly disks: ReadonlyArray<RestorePointDisk>;
  /** Whether the VM home was encrypted. */
  readonly encryption: EncryptionState;
  /** The sealed encryption.bundle. */
  readonly encryptionBundle?: Maybe<SealedReference>;
  /** Whether nobody could move the disks' storage while they were read. */
  readonly fence: Fence;
  /** Firmware of the VM. */
  readonly firmware: Firmware;
  /** Virtual hardware version, null if not known. */
  readonly hardwareVersion?: Maybe<Scalars['Int']['output']>;
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** Key of the VM home, null if it had none or it is not known (see capturedItems). */
  readonly key?: Maybe<KeyReference>;
  /** Whether a legal hold forbids removing it. */
  readonly legalHold: Scalars['Boolean']['output'];
  /** Newest operation on it. */
  readonly newestOperation?: Maybe<Operation>;
  /** Parts of the ConfigInfo document that were kept but not understood. */
  readonly notUnderstood: ReadonlyArray<NotUnderstoodPart>;
  /** The sealed NVRAM. */
  readonly nvram?: Maybe<SealedReference>;
  /** Where it came from. */
  readonly origin: RestorePointOrigin;
  /** When it came into the catalog. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** Kept at least until then, null for no date. */
  readonly retainUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Whether Secure Boot was on. */
  readonly secureBoot: YesNoUnknown;
  /** State as a whole. */
  readonly state: RestorePointState;
  /** Policies of home and disks. */
  readonly storagePolicies: ReadonlyArray<StoragePolicy>;
  /** Tool that pushed it, null for our own captures. */
  readonly tool?: Maybe<Scalars['String']['output']>;
  /** That tool's own name for it. */
  readonly toolReference?: Maybe<Scalars['String']['output']>;
  /** What the asking token may do with it. */
  readonly viewerCan: RestorePointPermissions;
  /** Whose state this is. */
  readonly vm: Vm;
  /** Whether the VM had a virtual TPM. */
  readonly vtpm: Presence;
};

/** Which restore point of a VM to restore, and why no other. */
export type RestorePointChoice = {
  /** The one to restore; null when none can be used. */
  readonly chosen?: Maybe<MarkedRestorePoint>;
  /** True when there are older points that were not looked at. */
  readonly hasOlder: Scalars['Boolean']['output'];
  /** The points that were looked at: by rank, then the refused ones, newest first. */
  readonly nodes: ReadonlyArray<MarkedRestorePoint>;
};

/** A page of restore points. */
export type RestorePointConnection = {
  /** Entries with their cursors. */
  readonly edges: ReadonlyArray<RestorePointEdge>;
  /** The entries alone. */
  readonly nodes: ReadonlyArray<RestorePoint>;
  /** Position of this page. */
  readonly pageInfo: PageInfo;
  /** Number of all entries; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One disk of a restore point. */
export type RestorePointDisk = {
  /** Backing file, as "[datastore] folder/name.vmdk". */
  readonly backingFileName?: Maybe<Scalars['String']['output']>;
  /** Type of the backing in vSphere's words. */
  readonly backingType: Scalars['String']['output'];
  /** Bus of that controller. */
  readonly bus: Bus;
  /** Number of that controller on its bus. */
  readonly busNumber?: Maybe<Scalars['Int']['output']>;
  /** Capacity. */
  readonly capacityBytes: Scalars['ByteSize']['output'];
  /** How its blocks came into the repository; null while they are not there, or where nobody kept it. */
  readonly captureMethod?: Maybe<CaptureMethod>;
  /** Changed block tracking at this point. */
  readonly changeId?: Maybe<ChangeId>;
  /** Type of its controller in vSphere's words. */
  readonly controllerType?: Maybe<Scalars['String']['output']>;
  /** Bytes that are not zero. */
  readonly dataBytes?: Maybe<Scalars['ByteSize']['output']>;
  /** Datastore of that file. */
  readonly datastoreName?: Maybe<Scalars['String']['output']>;
  /** Kind of that datastore, as the source said. */
  readonly datastoreType: DatastoreType;
  /** Key of the device in ConfigInfo. */
  readonly deviceKey: Scalars['Int']['output'];
  /** Hash of its index in the repository: names every byte of the disk. */
  readonly indexHash?: Maybe<Scalars['Sha256']['output']>;
  /** Key of the disk, null if it had none. */
  readonly key?: Maybe<KeyReference>;
  /** Label, as "Hard disk 1". */
  readonly label: Scalars['String']['output'];
  /** Restore point that an incremental capture took the unchanged parts from. This one needs it no more. */
  readonly parentRestorePointId?: Maybe<Scalars['ID']['output']>;
  /** How it was provisioned. */
  readonly provisioning: Provisioning;
  /** Bytes that its capture read from the source; holes that are known there are not read. */
  readonly readBytes?: Maybe<Scalars['ByteSize']['output']>;
  /** State of its blocks. */
  readonly state: DiskDataState;
  /** Unit on the controller. */
  readonly unitNumber?: Maybe<Scalars['Int']['output']>;
  /** When every byte was last re-hashed and found whole. */
  readonly verifiedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A restore point in a page. */
export type RestorePointEdge = {
  /** Position. */
  readonly cursor: Scalars['String']['output'];
  /** The restore point. */
  readonly node: RestorePoint;
};

/** Narrows a list of restore points. All given conditions must hold. */
export type RestorePointFilter = {
  /** Captured before. */
  readonly capturedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Captured at or after. */
  readonly capturedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** In this state. */
  readonly state?: InputMaybe<RestorePointState>;
  /** Points of this VM. */
  readonly vmId?: InputMaybe<Scalars['ID']['input']>;
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
  readonly capturedAt: Scalars['DateTime']['input'];
  /** ConfigInfo as vim25 XML, or as JSON of govc or pyVmomi. Secrets in it are cut out and sealed. */
  readonly configInfo: Scalars['String']['input'];
  /** When the ConfigInfo was read, if at another moment. */
  readonly configInfoObservedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How consistent the disks are. */
  readonly consistency?: InputMaybe<Consistency>;
  /** Kinds of the datastores that the disks lie on. Those not named are UNKNOWN. */
  readonly datastores?: InputMaybe<ReadonlyArray<DatastoreInput>>;
  /** Whether PrepareForAccess and EndAccess stood around all reading of the disks; UNKNOWN if left out. */
  readonly fence?: InputMaybe<Fence>;
  /** Type of the key provider, where known. */
  readonly keyProviderType?: InputMaybe<KeyProviderType>;
  /** Legal hold. */
  readonly legalHold?: InputMaybe<Scalars['Boolean']['input']>;
  /** moRef value, where known. A ConfigInfo does not carry it. */
  readonly managedObjectId?: InputMaybe<Scalars['String']['input']>;
  /** The NVRAM file in base64, at most 4 MiB. */
  readonly nvramBase64?: InputMaybe<Scalars['String']['input']>;
  /**
   * Set when the source looked for an NVRAM file and there was none. Where the ConfigInfo tells that there is one, the
   * NVRAM counts as UNKNOWN, with a warning.
   */
  readonly nvramNotPresent?: InputMaybe<Scalars['Boolean']['input']>;
  /** When the NVRAM was read or looked for, if at another moment. */
  readonly nvramObservedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Keep at least until then. */
  readonly retainUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** Where the VM lives. */
  readonly site: SiteReferenceInput;
  /** Policies; null means that nobody looked, an empty list that there are none. */
  readonly storagePolicies?: InputMaybe<ReadonlyArray<StoragePolicyInput>>;
};

/** Where a restore point came from. */
export type RestorePointOrigin =
  /** Captured by this service, disks included. */
  | 'CAPTURED'
  /** Metadata pushed by another backup tool; its disks are not in our repository. */
  | 'RECORDED';

/** What the asking token may do with a restore point. */
export type RestorePointPermissions = {
  /** Delete it. Legal hold, retention and running operations are looked at when it is asked for. */
  readonly delete: Scalars['Boolean']['output'];
  /** Plan a restore of it. */
  readonly planRestore: Scalars['Boolean']['output'];
  /** Verify it. */
  readonly verify: Scalars['Boolean']['output'];
};

/** Which restore point of a VM to take. Exactly one. */
export type RestorePointSelectorInput =
  /** The newest available point of this VM. */
  { readonly newestOfVmId: Scalars['ID']['input']; readonly restorePointId?: never; }
  |  /** This very point. */
  { readonly newestOfVmId?: never; readonly restorePointId: Scalars['ID']['input']; };

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
  /** Disk images and NVRAM as files in a named location. */
  { readonly localFiles: LocalFilesTargetInput; readonly vsphereInPlace?: never; readonly vsphereNewVm?: never; }
  |  /** A VM of a vCenter or host is overwritten. */
  { readonly localFiles?: never; readonly vsphereInPlace: VsphereInPlaceInput; readonly vsphereNewVm?: never; }
  |  /** A new VM in a vCenter or on a host. */
  { readonly localFiles?: never; readonly vsphereInPlace?: never; readonly vsphereNewVm: VsphereNewVmInput; };

/** A named fact about a finished operation. */
export type ResultEntry = {
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** Value as text. */
  readonly value: Scalars['String']['output'];
};

/** An operation to try again. */
export type RetryOperationInput = {
  /** The operation; it must have failed or been cancelled. */
  readonly operationId: Scalars['ID']['input'];
};

/** Answer of retryOperation. */
export type RetryOperationPayload = {
  /** The new operation, null if it was refused. */
  readonly operation?: Maybe<Operation>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A token to revoke. */
export type RevokeAccessTokenInput = {
  /** The token. */
  readonly accessTokenId: Scalars['ID']['input'];
};

/** Answer of revokeAccessToken. */
export type RevokeAccessTokenPayload = {
  /** The token, null if it was not found. */
  readonly accessToken?: Maybe<AccessToken>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
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

/** How careful a program must be before it calls a field. */
export type SafetyClass =
  /** Changes the catalog or starts work: have a person confirm. */
  | 'CONFIRM'
  /** Changes nothing. */
  | 'READ';

/** A repository to read again in part. */
export type ScrubRepositoryInput = {
  /** Name of the repository. */
  readonly repository?: Scalars['String']['input'];
  /**
   * Share of its stored objects in percent, above 0 and at most 100. Scrubs go on where the last one ended, so that any
   * share reaches every object.
   */
  readonly sharePercent?: Scalars['Float']['input'];
};

/** Answer of scrubRepository. */
export type ScrubRepositoryPayload = {
  /** The work; when the repository is busy, the one that is under way. */
  readonly operation?: Maybe<Operation>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A secret that is kept sealed. Its content is never given out. */
export type SealedReference = {
  /** Names the sealed row. */
  readonly sealedRef: Scalars['ID']['output'];
  /** SHA-256 of the content; null for content that could be guessed from it. */
  readonly sha256?: Maybe<Scalars['Sha256']['output']>;
  /** Size of the content. */
  readonly sizeBytes: Scalars['ByteSize']['output'];
};

/** What the customer allows. A setting that is left out or null is as by default. */
export type SetPlanningPolicyInput = {
  /** Approvals that a plan needs before it is executed, by others than who made it. */
  readonly approvalsNeeded?: InputMaybe<Scalars['Int']['input']>;
  /** Whether encryption may be dropped. */
  readonly clearAllowed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether a transport may take the place of a preferred one that is not possible. */
  readonly downgradeTransportAllowed?: InputMaybe<Scalars['Boolean']['input']>;
  /** An executor that was not heard of for so long counts as unknown. */
  readonly executorAgeMaxSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Facts of a site older than this count as unknown. */
  readonly factAgeMaxSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Whether a captured NVRAM may stay behind. */
  readonly leaveNvramAllowed?: InputMaybe<Scalars['Boolean']['input']>;
  /** NBD and NBDSSL streams that one ESXi host gets. */
  readonly nbdStreamsPerHostMax?: InputMaybe<Scalars['Int']['input']>;
  /** A plan cannot be executed later than this after it was made. */
  readonly planLifetimeSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Whether captured keys may be replaced by new ones. */
  readonly rekeyAllowed?: InputMaybe<Scalars['Boolean']['input']>;
  /** SAN streams that one ESXi host gets. */
  readonly sanStreamsPerHostMax?: InputMaybe<Scalars['Int']['input']>;
  /** Order of transports, first is best. */
  readonly transportPreference?: InputMaybe<ReadonlyArray<Transport>>;
};

/** Answer of setPlanningPolicy. */
export type SetPlanningPolicyPayload = {
  /** The policy as it is now, null if it was refused. */
  readonly policy?: Maybe<PlanningPolicy>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A vCenter, or an ESXi host addressed directly. */
export type Site = Node & {
  /** When it came into the catalog. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** What it is. */
  readonly kind: SiteKind;
  /** Unique name. */
  readonly name: Scalars['String']['output'];
  /** What is known of it, by section; a section that nobody ever recorded is not listed. */
  readonly sections: ReadonlyArray<SiteSectionFacts>;
  /** instanceUuid of the vCenter, where known. */
  readonly vcenterInstanceUuid?: Maybe<Scalars['String']['output']>;
  /** Its VMs by name. */
  readonly vms: VmConnection;
};


/** A vCenter, or an ESXi host addressed directly. */
export type SiteVmsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A page of sites. */
export type SiteConnection = {
  /** Entries with their cursors. */
  readonly edges: ReadonlyArray<SiteEdge>;
  /** The entries alone. */
  readonly nodes: ReadonlyArray<Site>;
  /** Position of this page. */
  readonly pageInfo: PageInfo;
  /** Number of all entries; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A site in a page. */
export type SiteEdge = {
  /** Position. */
  readonly cursor: Scalars['String']['output'];
  /** The site. */
  readonly node: Site;
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
  readonly name: Scalars['String']['input'];
  /** instanceUuid of the vCenter, where known. */
  readonly vcenterInstanceUuid?: InputMaybe<Scalars['String']['input']>;
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

/** One section of what is known of a site, with its age. */
export type SiteSectionFacts = {
  /** The entries as JSON text, in the form of the facts document. */
  readonly entries: Scalars['String']['output'];
  /** Number of entries. */
  readonly entryCount: Scalars['Int']['output'];
  /** When the site was asked. */
  readonly observedAt: Scalars['DateTime']['output'];
  /** When it was recorded. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** Name of the token that recorded it. */
  readonly recordedBy: Scalars['String']['output'];
  /** Which section. */
  readonly section: SiteSection;
  /** Whether it is older than the policy allows: plans count it as unknown then. */
  readonly stale: Scalars['Boolean']['output'];
};

/** One section of what a site told. */
export type SiteSectionInput = {
  /** List of entries as JSON text, in the form of the facts document (docs/generated/facts.schema.json). No secrets. */
  readonly entries: Scalars['String']['input'];
  /** When the site was asked. */
  readonly observedAt: Scalars['DateTime']['input'];
  /** Which section. */
  readonly section: SiteSection;
};

/** Storage policy of the VM home or of a disk. */
export type StoragePolicy = {
  /** Device key of the disk, null for the VM home. */
  readonly deviceKey?: Maybe<Scalars['Int']['output']>;
  /** Profile id of PBM. */
  readonly policyId: Scalars['String']['output'];
  /** Its name, where known. */
  readonly policyName?: Maybe<Scalars['String']['output']>;
};

/** A storage policy as the source saw it. */
export type StoragePolicyInput = {
  /** Device key of the disk, null for the VM home. */
  readonly deviceKey?: InputMaybe<Scalars['Int']['input']>;
  /** Profile id of PBM. */
  readonly policyId: Scalars['String']['input'];
  /** Its name, where known. */
  readonly policyName?: InputMaybe<Scalars['String']['input']>;
};

/** Transports whose streams share one limit. */
export type StreamGroup =
  /** Disks attached to a proxy. */
  | 'HOTADD'
  /** HTTP sessions of a host. */
  | 'HTTP'
  /** NFC sessions of a host. */
  | 'NFC'
  /** SAN streams of a host. */
  | 'SAN';

/** Streams to one host over one group of transports. */
export type StreamPlan = {
  /** Streams to open now; 0 waits for others to end, null is one at a time because the limit is not known. */
  readonly atOnce?: Maybe<Scalars['Int']['output']>;
  /** Disks of this plan. */
  readonly disks: Scalars['Int']['output'];
  /** Group of transports. */
  readonly group: StreamGroup;
  /** Managed object id of the host. */
  readonly hostId: Scalars['String']['output'];
  /** Most streams that the host takes, null if not known. */
  readonly limit?: Maybe<Scalars['Int']['output']>;
  /** Streams of other work, null if not known. */
  readonly runningElsewhere?: Maybe<Scalars['Int']['output']>;
};

/** Events as they happen, over server-sent events. */
export type Subscription = {
  /** Events of one operation, from the beginning or after a number already seen. Ends when the operation has ended. */
  readonly operationEvents: OperationEvent;
};


/** Events as they happen, over server-sent events. */
export type SubscriptionOperationEventsArgs = {
  after?: InputMaybe<Scalars['Int']['input']>;
  operationId: Scalars['ID']['input'];
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

/** An expected refusal or failure: what happened, to what, and what to do. */
export type UserError = {
  /** Stable word. */
  readonly code: UserErrorCode;
  /** What happened, to what. */
  readonly message: Scalars['String']['output'];
  /** Which input it is about, as a list of field names and positions. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What to do, null if nothing helps. */
  readonly remedy?: Maybe<Scalars['String']['output']>;
  /** Rule behind it, where a rule refused. */
  readonly ruleId?: Maybe<Scalars['String']['output']>;
  /** How bad. */
  readonly severity: UserErrorSeverity;
};

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
  readonly restorePointId: Scalars['ID']['input'];
};

/** Answer of verifyRestorePoint. */
export type VerifyRestorePointPayload = {
  /** The work, null if it was refused. */
  readonly operation?: Maybe<Operation>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Who is asking. */
export type Viewer = {
  /** What this service can do now. A missing capability says why in "capabilityNotes". */
  readonly capabilities: ReadonlyArray<Capability>;
  /** One line per capability that is off: what and why. */
  readonly capabilityNotes: ReadonlyArray<Scalars['String']['output']>;
  /** When it stops working, null if never. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Name of the token in use. */
  readonly name: Scalars['String']['output'];
  /** Its role. */
  readonly role: Role;
  /** Version of the service. */
  readonly serviceVersion: Scalars['String']['output'];
};

/** What is decided of a disk inside vSphere. */
export type VirtualDiskPlan = {
  /** Device key of its controller. */
  readonly controllerKey?: Maybe<Scalars['Int']['output']>;
  /** Managed object id of the datastore, null if there is none. */
  readonly datastoreId?: Maybe<Scalars['String']['output']>;
  /** Rate that was measured for this executor, transport and datastore, null where none was. */
  readonly expectedRate?: Maybe<RateRange>;
  /** Key of the disk. */
  readonly key: KeyDecision;
  /** How it is provisioned there. */
  readonly provisioning: Provisioning;
  /** In place: device key of the disk that is written. */
  readonly targetDeviceKey?: Maybe<Scalars['Int']['output']>;
  /** Unit on the controller. */
  readonly unitNumber?: Maybe<Scalars['Int']['output']>;
};

/** A virtual machine that has restore points, whether or not it still exists. */
export type Vm = Node & {
  /** BIOS UUID, where known. */
  readonly biosUuid?: Maybe<Scalars['String']['output']>;
  /** When it came into the catalog. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Global id. */
  readonly id: Scalars['ID']['output'];
  /** instanceUuid of vSphere, where known. */
  readonly instanceUuid?: Maybe<Scalars['String']['output']>;
  /** moRef value, where known. */
  readonly managedObjectId?: Maybe<Scalars['String']['output']>;
  /** Name at its newest recorded restore point. */
  readonly name: Scalars['String']['output'];
  /** Newest restore point, null if none is left. */
  readonly newestRestorePoint?: Maybe<RestorePoint>;
  /** Its restore points, newest first. */
  readonly restorePoints: RestorePointConnection;
  /** Where it lived. */
  readonly site: Site;
  /** What the asking token may do with it. */
  readonly viewerCan: VmPermissions;
};


/** A virtual machine that has restore points, whether or not it still exists. */
export type VmRestorePointsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A page of VMs. */
export type VmConnection = {
  /** Entries with their cursors. */
  readonly edges: ReadonlyArray<VmEdge>;
  /** The entries alone. */
  readonly nodes: ReadonlyArray<Vm>;
  /** Position of this page. */
  readonly pageInfo: PageInfo;
  /** Number of all entries; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A VM in a page. */
export type VmEdge = {
  /** Position. */
  readonly cursor: Scalars['String']['output'];
  /** The VM. */
  readonly node: Vm;
};

/** Narrows a list of VMs. All given conditions must hold. */
export type VmFilter = {
  /** Name contains this text, upper and lower case alike. */
  readonly nameContains?: InputMaybe<Scalars['String']['input']>;
  /** VMs of this site. */
  readonly siteId?: InputMaybe<Scalars['ID']['input']>;
};

/** What the asking token may do with a VM. */
export type VmPermissions = {
  /** Record or capture a restore point of it. */
  readonly addRestorePoint: Scalars['Boolean']['output'];
  /** Plan a restore of it. */
  readonly planRestore: Scalars['Boolean']['output'];
};

/** A VM to overwrite. Things are named as in a new VM. */
export type VsphereInPlaceInput = {
  /** What is allowed for this plan alone. */
  readonly consents?: InputMaybe<ConsentsInput>;
  /** Which captured disk is written to which disk of the VM, where they are not the same by UUID. */
  readonly diskMapping?: InputMaybe<ReadonlyArray<DiskMappingInput>>;
  /** Disks that take another storage policy. */
  readonly disks?: InputMaybe<ReadonlyArray<DiskPlacementInput>>;
  /** Storage policy of the VM home. */
  readonly homePolicy?: InputMaybe<Scalars['String']['input']>;
  /** Networks of adapters. */
  readonly networks?: InputMaybe<ReadonlyArray<NetworkPlacementInput>>;
  /** Whether to power the VM on at the end. */
  readonly powerOn?: Scalars['Boolean']['input'];
  /** What the VM is for. */
  readonly purpose?: RestorePurpose;
  /** The site. */
  readonly siteId: Scalars['ID']['input'];
  /** Order of transports, first is best; null for the policy's order. */
  readonly transportPreference?: InputMaybe<ReadonlyArray<Transport>>;
  /** Its name, typed by a person: overwriting takes it. */
  readonly typedName?: InputMaybe<Scalars['String']['input']>;
  /** The VM. */
  readonly vm: Scalars['String']['input'];
};

/**
 * A new VM. Folder, pool, host, datastores, networks and policies are given by their managed object id, or by a name that
 * only one of them has.
 */
export type VsphereNewVmInput = {
  /** Managed object id of the cluster. */
  readonly clusterId?: InputMaybe<Scalars['String']['input']>;
  /** What is allowed for this plan alone. */
  readonly consents?: InputMaybe<ConsentsInput>;
  /** Datastore of the VM home; null looks for the one of the captured name. */
  readonly datastore?: InputMaybe<Scalars['String']['input']>;
  /** Disks that go elsewhere than the home, or are provisioned otherwise. */
  readonly disks?: InputMaybe<ReadonlyArray<DiskPlacementInput>>;
  /** Folder; null is that of the datacenter. */
  readonly folder?: InputMaybe<Scalars['String']['input']>;
  /** Storage policy of the VM home; null takes the captured one. */
  readonly homePolicy?: InputMaybe<Scalars['String']['input']>;
  /** Host; without host and cluster, any host that fits. */
  readonly host?: InputMaybe<Scalars['String']['input']>;
  /** Name of the new VM. */
  readonly name: Scalars['String']['input'];
  /** Networks of adapters; others look for the network of the captured name. */
  readonly networks?: InputMaybe<ReadonlyArray<NetworkPlacementInput>>;
  /** Resource pool; null is that of the host or cluster itself. */
  readonly pool?: InputMaybe<Scalars['String']['input']>;
  /** Whether to power the VM on at the end. */
  readonly powerOn?: Scalars['Boolean']['input'];
  /** What the VM is for. */
  readonly purpose?: RestorePurpose;
  /** The site. */
  readonly siteId: Scalars['ID']['input'];
  /** Order of transports, first is best; null for the policy's order. */
  readonly transportPreference?: InputMaybe<ReadonlyArray<Transport>>;
};

/** What a restore does inside vSphere. */
export type VspherePlan = {
  /** The encryption bundle. */
  readonly bundle: BundleWay;
  /** Change tracking around the restore. */
  readonly changeTracking: ChangeTrackingPlan;
  /** What a person looks at after power-on. */
  readonly checklist: ReadonlyArray<Scalars['String']['output']>;
  /** Controllers in the order in which they are made. */
  readonly controllers: ReadonlyArray<ControllerPlan>;
  /** Managed object id of the datastore of the VM home. */
  readonly homeDatastoreId?: Maybe<Scalars['String']['output']>;
  /** Key of the VM home. */
  readonly homeKey: KeyDecision;
  /** Managed object id of the host, null when none is left. */
  readonly hostId?: Maybe<Scalars['String']['output']>;
  /** In place: managed object id of the VM. */
  readonly machineId?: Maybe<Scalars['String']['output']>;
  /** New VM or in place. */
  readonly mode: VsphereTargetMode;
  /** Name of the VM. */
  readonly name: Scalars['String']['output'];
  /** Networks of its adapters. */
  readonly networks: ReadonlyArray<NetworkPlan>;
  /** The NVRAM. */
  readonly nvram: NvramWay;
  /** Whether the VM is powered on at the end. */
  readonly powerOn: Scalars['Boolean']['output'];
  /** What the VM is for. */
  readonly purpose: RestorePurpose;
  /** The site. */
  readonly site: Site;
  /** Streams per host and group of transports. */
  readonly streams: ReadonlyArray<StreamPlan>;
  /** The virtual TPM. */
  readonly vtpm: VtpmWay;
};

/** Whether a VM is made anew or overwritten. */
export type VsphereTargetMode =
  /** A VM that stands there. */
  | 'IN_PLACE'
  /** A new VM. */
  | 'NEW_VM';

/** What becomes of the virtual TPM. */
export type VtpmWay =
  /** Device and state. */
  | 'KEEP'
  /** A device with an empty state. */
  | 'NEW'
  /** There was none. */
  | 'NOT_PRESENT'
  /** No device. */
  | 'REMOVE'
  /** Not known. */
  | 'UNKNOWN';

/** Yes, no, or not known. Unknown is never shown as either. */
export type YesNoUnknown =
  /** No. */
  | 'NO'
  /** Not known. */
  | 'UNKNOWN'
  /** Yes. */
  | 'YES';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( TokenRecord )
    | ( ExecutorRecord )
    | ( OperationRecord )
    | ( PlanRecord )
    | ( RestorePointRecord )
    | ( SiteRecord )
    | ( VmRecord )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessToken: ResolverTypeWrapper<TokenRecord>;
  AccessTokenConnection: ResolverTypeWrapper<AccessTokenConnectionParent>;
  AccessTokenEdge: ResolverTypeWrapper<Omit<AccessTokenEdge, 'node'> & { node: ResolversTypes['AccessToken'] }>;
  ApprovePlanInput: ApprovePlanInput;
  ApprovePlanPayload: ResolverTypeWrapper<Omit<ApprovePlanPayload, 'plan' | 'userErrors'> & { plan?: Maybe<ResolversTypes['RestorePlan']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  AuditEntry: ResolverTypeWrapper<AuditEntryRecord>;
  AuditEntryConnection: ResolverTypeWrapper<AuditEntryConnectionParent>;
  AuditEntryEdge: ResolverTypeWrapper<Omit<AuditEntryEdge, 'node'> & { node: ResolversTypes['AuditEntry'] }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BundleWay: BundleWay;
  Bus: Bus;
  ByteSize: ResolverTypeWrapper<Scalars['ByteSize']['output']>;
  CancelOperationInput: CancelOperationInput;
  CancelOperationPayload: ResolverTypeWrapper<Omit<CancelOperationPayload, 'operation' | 'userErrors'> & { operation?: Maybe<ResolversTypes['Operation']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Capability: Capability;
  CaptureMethod: CaptureMethod;
  CaptureRestorePointInput: CaptureRestorePointInput;
  CaptureRestorePointPayload: ResolverTypeWrapper<Omit<CaptureRestorePointPayload, 'operation' | 'restorePoint' | 'userErrors'> & { operation?: Maybe<ResolversTypes['Operation']>, restorePoint?: Maybe<ResolversTypes['RestorePoint']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CapturedItem: ResolverTypeWrapper<CapturedItem>;
  CapturedItemName: CapturedItemName;
  CapturedItemState: CapturedItemState;
  ChangeId: ResolverTypeWrapper<ChangeId>;
  ChangeTrackingPlan: ResolverTypeWrapper<ChangeTrackingPlan>;
  ChangedExtentInput: ChangedExtentInput;
  CollectGarbageInput: CollectGarbageInput;
  CollectGarbagePayload: ResolverTypeWrapper<Omit<CollectGarbagePayload, 'operation' | 'userErrors'> & { operation?: Maybe<ResolversTypes['Operation']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ComponentName: ComponentName;
  ComponentOutcome: ComponentOutcome;
  ComponentPlan: ResolverTypeWrapper<ComponentPlan>;
  ConsentsInput: ConsentsInput;
  Consistency: Consistency;
  ControllerPlan: ResolverTypeWrapper<ControllerPlan>;
  CreateAccessTokenInput: CreateAccessTokenInput;
  CreateAccessTokenPayload: ResolverTypeWrapper<Omit<CreateAccessTokenPayload, 'accessToken' | 'userErrors'> & { accessToken?: Maybe<ResolversTypes['AccessToken']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  DatastoreInput: DatastoreInput;
  DatastoreType: DatastoreType;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteRestorePointInput: DeleteRestorePointInput;
  DeleteRestorePointPayload: ResolverTypeWrapper<Omit<DeleteRestorePointPayload, 'restorePoint' | 'userErrors'> & { restorePoint?: Maybe<ResolversTypes['RestorePoint']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  DiskDataState: DiskDataState;
  DiskImageFormat: DiskImageFormat;
  DiskImageInput: DiskImageInput;
  DiskMappingInput: DiskMappingInput;
  DiskPlacementInput: DiskPlacementInput;
  DiskPlan: ResolverTypeWrapper<DiskPlan>;
  DurationEstimate: ResolverTypeWrapper<DurationEstimate>;
  EncryptionState: EncryptionState;
  ExecutePlanInput: ExecutePlanInput;
  ExecutePlanPayload: ResolverTypeWrapper<Omit<ExecutePlanPayload, 'operation' | 'userErrors'> & { operation?: Maybe<ResolversTypes['Operation']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Executor: ResolverTypeWrapper<ExecutorRecord>;
  ExecutorConnection: ResolverTypeWrapper<ExecutorConnectionParent>;
  ExecutorEdge: ResolverTypeWrapper<Omit<ExecutorEdge, 'node'> & { node: ResolversTypes['Executor'] }>;
  Fence: Fence;
  Finding: ResolverTypeWrapper<Finding>;
  FindingGrade: FindingGrade;
  Firmware: Firmware;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IncrementalCaptureInput: IncrementalCaptureInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  KeyDecision: ResolverTypeWrapper<KeyDecision>;
  KeyProviderType: KeyProviderType;
  KeyReference: ResolverTypeWrapper<KeyReference>;
  KeyWay: KeyWay;
  LocalFilesTargetInput: LocalFilesTargetInput;
  Location: ResolverTypeWrapper<Location>;
  MarkedRestorePoint: ResolverTypeWrapper<Omit<MarkedRestorePoint, 'restorePoint'> & { restorePoint: ResolversTypes['RestorePoint'] }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NetworkPlacementInput: NetworkPlacementInput;
  NetworkPlan: ResolverTypeWrapper<NetworkPlan>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NotUnderstoodPart: ResolverTypeWrapper<NotUnderstoodPart>;
  NvramWay: NvramWay;
  Operation: ResolverTypeWrapper<OperationRecord>;
  OperationConnection: ResolverTypeWrapper<OperationConnectionParent>;
  OperationDisk: ResolverTypeWrapper<Omit<OperationDisk, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  OperationEdge: ResolverTypeWrapper<Omit<OperationEdge, 'node'> & { node: ResolversTypes['Operation'] }>;
  OperationEvent: ResolverTypeWrapper<OperationEventRecord>;
  OperationEventConnection: ResolverTypeWrapper<OperationEventConnectionParent>;
  OperationEventEdge: ResolverTypeWrapper<Omit<OperationEventEdge, 'node'> & { node: ResolversTypes['OperationEvent'] }>;
  OperationEventKind: OperationEventKind;
  OperationFilter: OperationFilter;
  OperationKind: OperationKind;
  OperationPermissions: ResolverTypeWrapper<OperationPermissions>;
  OperationState: OperationState;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlanApproval: ResolverTypeWrapper<PlanApproval>;
  PlanComparison: ResolverTypeWrapper<PlanComparison>;
  PlanFact: ResolverTypeWrapper<PlanFact>;
  PlanRestoreInput: PlanRestoreInput;
  PlanRestorePayload: ResolverTypeWrapper<PlanRestorePayloadParent>;
  PlanStep: ResolverTypeWrapper<PlanStep>;
  PlanningPolicy: ResolverTypeWrapper<PlanningPolicy>;
  Presence: Presence;
  Provisioning: Provisioning;
  ProvisioningRequest: ProvisioningRequest;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateRange: ResolverTypeWrapper<RateRange>;
  RecordProxyFactsInput: RecordProxyFactsInput;
  RecordProxyFactsPayload: ResolverTypeWrapper<Omit<RecordProxyFactsPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RecordRestorePointInput: RecordRestorePointInput;
  RecordRestorePointPayload: ResolverTypeWrapper<Omit<RecordRestorePointPayload, 'restorePoint' | 'userErrors'> & { restorePoint?: Maybe<ResolversTypes['RestorePoint']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RecordSiteFactsInput: RecordSiteFactsInput;
  RecordSiteFactsPayload: ResolverTypeWrapper<Omit<RecordSiteFactsPayload, 'site' | 'userErrors'> & { site?: Maybe<ResolversTypes['Site']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RejectedTransport: ResolverTypeWrapper<RejectedTransport>;
  Remedy: ResolverTypeWrapper<Remedy>;
  RestorePlan: ResolverTypeWrapper<PlanRecord>;
  RestorePlanConnection: ResolverTypeWrapper<RestorePlanConnectionParent>;
  RestorePlanEdge: ResolverTypeWrapper<Omit<RestorePlanEdge, 'node'> & { node: ResolversTypes['RestorePlan'] }>;
  RestorePlanPermissions: ResolverTypeWrapper<RestorePlanPermissions>;
  RestorePoint: ResolverTypeWrapper<RestorePointRecord>;
  RestorePointChoice: ResolverTypeWrapper<Omit<RestorePointChoice, 'chosen' | 'nodes'> & { chosen?: Maybe<ResolversTypes['MarkedRestorePoint']>, nodes: ReadonlyArray<ResolversTypes['MarkedRestorePoint']> }>;
  RestorePointConnection: ResolverTypeWrapper<RestorePointConnectionParent>;
  RestorePointDisk: ResolverTypeWrapper<DiskOfPoint>;
  RestorePointEdge: ResolverTypeWrapper<Omit<RestorePointEdge, 'node'> & { node: ResolversTypes['RestorePoint'] }>;
  RestorePointFilter: RestorePointFilter;
  RestorePointMark: RestorePointMark;
  RestorePointMetadataInput: RestorePointMetadataInput;
  RestorePointOrigin: RestorePointOrigin;
  RestorePointPermissions: ResolverTypeWrapper<RestorePointPermissions>;
  RestorePointSelectorInput: RestorePointSelectorInput;
  RestorePointStanding: RestorePointStanding;
  RestorePointState: RestorePointState;
  RestorePurpose: RestorePurpose;
  RestoreTargetInput: RestoreTargetInput;
  ResultEntry: ResolverTypeWrapper<ResultEntry>;
  RetryOperationInput: RetryOperationInput;
  RetryOperationPayload: ResolverTypeWrapper<Omit<RetryOperationPayload, 'operation' | 'userErrors'> & { operation?: Maybe<ResolversTypes['Operation']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RevokeAccessTokenInput: RevokeAccessTokenInput;
  RevokeAccessTokenPayload: ResolverTypeWrapper<Omit<RevokeAccessTokenPayload, 'accessToken' | 'userErrors'> & { accessToken?: Maybe<ResolversTypes['AccessToken']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Role: Role;
  SafetyClass: SafetyClass;
  ScrubRepositoryInput: ScrubRepositoryInput;
  ScrubRepositoryPayload: ResolverTypeWrapper<Omit<ScrubRepositoryPayload, 'operation' | 'userErrors'> & { operation?: Maybe<ResolversTypes['Operation']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  SealedReference: ResolverTypeWrapper<SealedReference>;
  SetPlanningPolicyInput: SetPlanningPolicyInput;
  SetPlanningPolicyPayload: ResolverTypeWrapper<Omit<SetPlanningPolicyPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Sha256: ResolverTypeWrapper<Scalars['Sha256']['output']>;
  Site: ResolverTypeWrapper<SiteRecord>;
  SiteConnection: ResolverTypeWrapper<SiteConnectionParent>;
  SiteEdge: ResolverTypeWrapper<Omit<SiteEdge, 'node'> & { node: ResolversTypes['Site'] }>;
  SiteKind: SiteKind;
  SiteReferenceInput: SiteReferenceInput;
  SiteSection: SiteSection;
  SiteSectionFacts: ResolverTypeWrapper<SiteSectionRecord>;
  SiteSectionInput: SiteSectionInput;
  StoragePolicy: ResolverTypeWrapper<StoragePolicy>;
  StoragePolicyInput: StoragePolicyInput;
  StreamGroup: StreamGroup;
  StreamPlan: ResolverTypeWrapper<StreamPlan>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TargetFormat: TargetFormat;
  Transport: Transport;
  UserError: ResolverTypeWrapper<UserErrorData>;
  UserErrorCode: UserErrorCode;
  UserErrorSeverity: UserErrorSeverity;
  Verdict: Verdict;
  VerifyRestorePointInput: VerifyRestorePointInput;
  VerifyRestorePointPayload: ResolverTypeWrapper<Omit<VerifyRestorePointPayload, 'operation' | 'userErrors'> & { operation?: Maybe<ResolversTypes['Operation']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Viewer: ResolverTypeWrapper<Actor>;
  VirtualDiskPlan: ResolverTypeWrapper<VirtualDiskPlan>;
  Vm: ResolverTypeWrapper<VmRecord>;
  VmConnection: ResolverTypeWrapper<VmConnectionParent>;
  VmEdge: ResolverTypeWrapper<Omit<VmEdge, 'node'> & { node: ResolversTypes['Vm'] }>;
  VmFilter: VmFilter;
  VmPermissions: ResolverTypeWrapper<VmPermissions>;
  VsphereInPlaceInput: VsphereInPlaceInput;
  VsphereNewVmInput: VsphereNewVmInput;
  VspherePlan: ResolverTypeWrapper<VspherePlanParent>;
  VsphereTargetMode: VsphereTargetMode;
  VtpmWay: VtpmWay;
  YesNoUnknown: YesNoUnknown;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessToken: TokenRecord;
  AccessTokenConnection: AccessTokenConnectionParent;
  AccessTokenEdge: Omit<AccessTokenEdge, 'node'> & { node: ResolversParentTypes['AccessToken'] };
  ApprovePlanInput: ApprovePlanInput;
  ApprovePlanPayload: Omit<ApprovePlanPayload, 'plan' | 'userErrors'> & { plan?: Maybe<ResolversParentTypes['RestorePlan']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  AuditEntry: AuditEntryRecord;
  AuditEntryConnection: AuditEntryConnectionParent;
  AuditEntryEdge: Omit<AuditEntryEdge, 'node'> & { node: ResolversParentTypes['AuditEntry'] };
  Boolean: Scalars['Boolean']['output'];
  ByteSize: Scalars['ByteSize']['output'];
  CancelOperationInput: CancelOperationInput;
  CancelOperationPayload: Omit<CancelOperationPayload, 'operation' | 'userErrors'> & { operation?: Maybe<ResolversParentTypes['Operation']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CaptureRestorePointInput: CaptureRestorePointInput;
  CaptureRestorePointPayload: Omit<CaptureRestorePointPayload, 'operation' | 'restorePoint' | 'userErrors'> & { operation?: Maybe<ResolversParentTypes['Operation']>, restorePoint?: Maybe<ResolversParentTypes['RestorePoint']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CapturedItem: CapturedItem;
  ChangeId: ChangeId;
  ChangeTrackingPlan: ChangeTrackingPlan;
  ChangedExtentInput: ChangedExtentInput;
  CollectGarbageInput: CollectGarbageInput;
  CollectGarbagePayload: Omit<CollectGarbagePayload, 'operation' | 'userErrors'> & { operation?: Maybe<ResolversParentTypes['Operation']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ComponentPlan: ComponentPlan;
  ConsentsInput: ConsentsInput;
  ControllerPlan: ControllerPlan;
  CreateAccessTokenInput: CreateAccessTokenInput;
  CreateAccessTokenPayload: Omit<CreateAccessTokenPayload, 'accessToken' | 'userErrors'> & { accessToken?: Maybe<ResolversParentTypes['AccessToken']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  DatastoreInput: DatastoreInput;
  DateTime: Scalars['DateTime']['output'];
  DeleteRestorePointInput: DeleteRestorePointInput;
  DeleteRestorePointPayload: Omit<DeleteRestorePointPayload, 'restorePoint' | 'userErrors'> & { restorePoint?: Maybe<ResolversParentTypes['RestorePoint']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  DiskImageInput: DiskImageInput;
  DiskMappingInput: DiskMappingInput;
  DiskPlacementInput: DiskPlacementInput;
  DiskPlan: DiskPlan;
  DurationEstimate: DurationEstimate;
  ExecutePlanInput: ExecutePlanInput;
  ExecutePlanPayload: Omit<ExecutePlanPayload, 'operation' | 'userErrors'> & { operation?: Maybe<ResolversParentTypes['Operation']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Executor: ExecutorRecord;
  ExecutorConnection: ExecutorConnectionParent;
  ExecutorEdge: Omit<ExecutorEdge, 'node'> & { node: ResolversParentTypes['Executor'] };
  Finding: Finding;
  Float: Scalars['Float']['output'];
  ID: Scalars['ID']['output'];
  IncrementalCaptureInput: IncrementalCaptureInput;
  Int: Scalars['Int']['output'];
  KeyDecision: KeyDecision;
  KeyReference: KeyReference;
  LocalFilesTargetInput: LocalFilesTargetInput;
  Location: Location;
  MarkedRestorePoint: Omit<MarkedRestorePoint, 'restorePoint'> & { restorePoint: ResolversParentTypes['RestorePoint'] };
  Mutation: Record<PropertyKey, never>;
  NetworkPlacementInput: NetworkPlacementInput;
  NetworkPlan: NetworkPlan;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NotUnderstoodPart: NotUnderstoodPart;
  Operation: OperationRecord;
  OperationConnection: OperationConnectionParent;
  OperationDisk: Omit<OperationDisk, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  OperationEdge: Omit<OperationEdge, 'node'> & { node: ResolversParentTypes['Operation'] };
  OperationEvent: OperationEventRecord;
  OperationEventConnection: OperationEventConnectionParent;
  OperationEventEdge: Omit<OperationEventEdge, 'node'> & { node: ResolversParentTypes['OperationEvent'] };
  OperationFilter: OperationFilter;
  OperationPermissions: OperationPermissions;
  PageInfo: PageInfo;
  PlanApproval: PlanApproval;
  PlanComparison: PlanComparison;
  PlanFact: PlanFact;
  PlanRestoreInput: PlanRestoreInput;
  PlanRestorePayload: PlanRestorePayloadParent;
  PlanStep: PlanStep;
  PlanningPolicy: PlanningPolicy;
  Query: Record<PropertyKey, never>;
  RateRange: RateRange;
  RecordProxyFactsInput: RecordProxyFactsInput;
  RecordProxyFactsPayload: Omit<RecordProxyFactsPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RecordRestorePointInput: RecordRestorePointInput;
  RecordRestorePointPayload: Omit<RecordRestorePointPayload, 'restorePoint' | 'userErrors'> & { restorePoint?: Maybe<ResolversParentTypes['RestorePoint']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RecordSiteFactsInput: RecordSiteFactsInput;
  RecordSiteFactsPayload: Omit<RecordSiteFactsPayload, 'site' | 'userErrors'> & { site?: Maybe<ResolversParentTypes['Site']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RejectedTransport: RejectedTransport;
  Remedy: Remedy;
  RestorePlan: PlanRecord;
  RestorePlanConnection: RestorePlanConnectionParent;
  RestorePlanEdge: Omit<RestorePlanEdge, 'node'> & { node: ResolversParentTypes['RestorePlan'] };
  RestorePlanPermissions: RestorePlanPermissions;
  RestorePoint: RestorePointRecord;
  RestorePointChoice: Omit<RestorePointChoice, 'chosen' | 'nodes'> & { chosen?: Maybe<ResolversParentTypes['MarkedRestorePoint']>, nodes: ReadonlyArray<ResolversParentTypes['MarkedRestorePoint']> };
  RestorePointConnection: RestorePointConnectionParent;
  RestorePointDisk: DiskOfPoint;
  RestorePointEdge: Omit<RestorePointEdge, 'node'> & { node: ResolversParentTypes['RestorePoint'] };
  RestorePointFilter: RestorePointFilter;
  RestorePointMetadataInput: RestorePointMetadataInput;
  RestorePointPermissions: RestorePointPermissions;
  RestorePointSelectorInput: RestorePointSelectorInput;
  RestoreTargetInput: RestoreTargetInput;
  ResultEntry: ResultEntry;
  RetryOperationInput: RetryOperationInput;
  RetryOperationPayload: Omit<RetryOperationPayload, 'operation' | 'userErrors'> & { operation?: Maybe<ResolversParentTypes['Operation']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RevokeAccessTokenInput: RevokeAccessTokenInput;
  RevokeAccessTokenPayload: Omit<RevokeAccessTokenPayload, 'accessToken' | 'userErrors'> & { accessToken?: Maybe<ResolversParentTypes['AccessToken']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ScrubRepositoryInput: ScrubRepositoryInput;
  ScrubRepositoryPayload: Omit<ScrubRepositoryPayload, 'operation' | 'userErrors'> & { operation?: Maybe<ResolversParentTypes['Operation']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  SealedReference: SealedReference;
  SetPlanningPolicyInput: SetPlanningPolicyInput;
  SetPlanningPolicyPayload: Omit<SetPlanningPolicyPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Sha256: Scalars['Sha256']['output'];
  Site: SiteRecord;
  SiteConnection: SiteConnectionParent;
  SiteEdge: Omit<SiteEdge, 'node'> & { node: ResolversParentTypes['Site'] };
  SiteReferenceInput: SiteReferenceInput;
  SiteSectionFacts: SiteSectionRecord;
  SiteSectionInput: SiteSectionInput;
  StoragePolicy: StoragePolicy;
  StoragePolicyInput: StoragePolicyInput;
  StreamPlan: StreamPlan;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  UserError: UserErrorData;
  VerifyRestorePointInput: VerifyRestorePointInput;
  VerifyRestorePointPayload: Omit<VerifyRestorePointPayload, 'operation' | 'userErrors'> & { operation?: Maybe<ResolversParentTypes['Operation']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Viewer: Actor;
  VirtualDiskPlan: VirtualDiskPlan;
  Vm: VmRecord;
  VmConnection: VmConnectionParent;
  VmEdge: Omit<VmEdge, 'node'> & { node: ResolversParentTypes['Vm'] };
  VmFilter: VmFilter;
  VmPermissions: VmPermissions;
  VsphereInPlaceInput: VsphereInPlaceInput;
  VsphereNewVmInput: VsphereNewVmInput;
  VspherePlan: VspherePlanParent;
};

export type SafetyDirectiveArgs = {
  class: SafetyClass;
};

export type SafetyDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = SafetyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccessTokenResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccessToken'] = ResolversParentTypes['AccessToken']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessTokenConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccessTokenConnection'] = ResolversParentTypes['AccessTokenConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccessTokenEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AccessToken']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccessTokenEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccessTokenEdge'] = ResolversParentTypes['AccessTokenEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccessToken'], ParentType, ContextType>;
};

export type ApprovePlanPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApprovePlanPayload'] = ResolversParentTypes['ApprovePlanPayload']> = {
  plan?: Resolver<Maybe<ResolversTypes['RestorePlan']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entryHash?: Resolver<ResolversTypes['Sha256'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  subjectId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subjectType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export interface ByteSizeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ByteSize'], any> {
  name: 'ByteSize';
}

export type CancelOperationPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CancelOperationPayload'] = ResolversParentTypes['CancelOperationPayload']> = {
  operation?: Resolver<Maybe<ResolversTypes['Operation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CaptureRestorePointPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CaptureRestorePointPayload'] = ResolversParentTypes['CaptureRestorePointPayload']> = {
  operation?: Resolver<Maybe<ResolversTypes['Operation']>, ParentType, ContextType>;
  restorePoint?: Resolver<Maybe<ResolversTypes['RestorePoint']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CapturedItemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CapturedItem'] = ResolversParentTypes['CapturedItem']> = {
  item?: Resolver<ResolversTypes['CapturedItemName'], ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CapturedItemState'], ParentType, ContextType>;
};

export type ChangeIdResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangeId'] = ResolversParentTypes['ChangeId']> = {
  sequence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uuid?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChangeTrackingPlanResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangeTrackingPlan'] = ResolversParentTypes['ChangeTrackingPlan']> = {
  nextBackupFull?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  offBefore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  onAfter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CollectGarbagePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CollectGarbagePayload'] = ResolversParentTypes['CollectGarbagePayload']> = {
  operation?: Resolver<Maybe<ResolversTypes['Operation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ComponentPlanResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComponentPlan'] = ResolversParentTypes['ComponentPlan']> = {
  component?: Resolver<ResolversTypes['ComponentName'], ParentType, ContextType>;
  deviceKey?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ComponentOutcome'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
};

export type ControllerPlanResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ControllerPlan'] = ResolversParentTypes['ControllerPlan']> = {
  bus?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  busNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outOfSequence?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateAccessTokenPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateAccessTokenPayload'] = ResolversParentTypes['CreateAccessTokenPayload']> = {
  accessToken?: Resolver<Maybe<ResolversTypes['AccessToken']>, ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteRestorePointPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteRestorePointPayload'] = ResolversParentTypes['DeleteRestorePointPayload']> = {
  restorePoint?: Resolver<Maybe<ResolversTypes['RestorePoint']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DiskPlanResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DiskPlan'] = ResolversParentTypes['DiskPlan']> = {
  bytesToMove?: Resolver<Maybe<ResolversTypes['ByteSize']>, ParentType, ContextType>;
  capacityBytes?: Resolver<ResolversTypes['ByteSize'], ParentType, ContextType>;
  deviceKey?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  executor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  format?: Resolver<Maybe<ResolversTypes['TargetFormat']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  rejected?: Resolver<ReadonlyArray<ResolversTypes['RejectedTransport']>, ParentType, ContextType>;
  target?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  transport?: Resolver<Maybe<ResolversTypes['Transport']>, ParentType, ContextType>;
  virtualDisk?: Resolver<Maybe<ResolversTypes['VirtualDiskPlan']>, ParentType, ContextType>;
};

export type DurationEstimateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DurationEstimate'] = ResolversParentTypes['DurationEstimate']> = {
  basis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  maximumSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minimumSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExecutePlanPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExecutePlanPayload'] = ResolversParentTypes['ExecutePlanPayload']> = {
  alreadyStarted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['Operation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ExecutorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Executor'] = ResolversParentTypes['Executor']> = {
  alive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  engineAvailable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  engineReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locations?: Resolver<ReadonlyArray<ResolversTypes['Location']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExecutorConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExecutorConnection'] = ResolversParentTypes['ExecutorConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ExecutorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Executor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExecutorEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExecutorEdge'] = ResolversParentTypes['ExecutorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Executor'], ParentType, ContextType>;
};

export type FindingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = {
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  grade?: Resolver<ResolversTypes['FindingGrade'], ParentType, ContextType>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ruleId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type KeyDecisionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KeyDecision'] = ResolversParentTypes['KeyDecision']> = {
  keyId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ComponentOutcome'], ParentType, ContextType>;
  policyId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  way?: Resolver<ResolversTypes['KeyWay'], ParentType, ContextType>;
};

export type KeyReferenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KeyReference'] = ResolversParentTypes['KeyReference']> = {
  keyId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  providerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerType?: Resolver<ResolversTypes['KeyProviderType'], ParentType, ContextType>;
};

export type LocationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  freeBytes?: Resolver<Maybe<ResolversTypes['ByteSize']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  readable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  writable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MarkedRestorePointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MarkedRestorePoint'] = ResolversParentTypes['MarkedRestorePoint']> = {
  mark?: Resolver<ResolversTypes['RestorePointMark'], ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  restorePoint?: Resolver<ResolversTypes['RestorePoint'], ParentType, ContextType>;
  standing?: Resolver<ResolversTypes['RestorePointStanding'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  approvePlan?: Resolver<ResolversTypes['ApprovePlanPayload'], ParentType, ContextType, RequireFields<MutationApprovePlanArgs, 'input'>>;
  cancelOperation?: Resolver<ResolversTypes['CancelOperationPayload'], ParentType, ContextType, RequireFields<MutationCancelOperationArgs, 'input'>>;
  captureRestorePoint?: Resolver<ResolversTypes['CaptureRestorePointPayload'], ParentType, ContextType, RequireFields<MutationCaptureRestorePointArgs, 'input'>>;
  collectGarbage?: Resolver<ResolversTypes['CollectGarbagePayload'], ParentType, ContextType, RequireFields<MutationCollectGarbageArgs, 'input'>>;
  createAccessToken?: Resolver<ResolversTypes['CreateAccessTokenPayload'], ParentType, ContextType, RequireFields<MutationCreateAccessTokenArgs, 'input'>>;
  deleteRestorePoint?: Resolver<ResolversTypes['DeleteRestorePointPayload'], ParentType, ContextType, RequireFields<MutationDeleteRestorePointArgs, 'input'>>;
  executePlan?: Resolver<ResolversTypes['ExecutePlanPayload'], ParentType, ContextType, RequireFields<MutationExecutePlanArgs, 'input'>>;
  planRestore?: Resolver<ResolversTypes['PlanRestorePayload'], ParentType, ContextType, RequireFields<MutationPlanRestoreArgs, 'input'>>;
  recordProxyFacts?: Resolver<ResolversTypes['RecordProxyFactsPayload'], ParentType, ContextType, RequireFields<MutationRecordProxyFactsArgs, 'input'>>;
  recordRestorePoint?: Resolver<ResolversTypes['RecordRestorePointPayload'], ParentType, ContextType, RequireFields<MutationRecordRestorePointArgs, 'input'>>;
  recordSiteFacts?: Resolver<ResolversTypes['RecordSiteFactsPayload'], ParentType, ContextType, RequireFields<MutationRecordSiteFactsArgs, 'input'>>;
  retryOperation?: Resolver<ResolversTypes['RetryOperationPayload'], ParentType, ContextType, RequireFields<MutationRetryOperationArgs, 'input'>>;
  revokeAccessToken?: Resolver<ResolversTypes['RevokeAccessTokenPayload'], ParentType, ContextType, RequireFields<MutationRevokeAccessTokenArgs, 'input'>>;
  scrubRepository?: Resolver<ResolversTypes['ScrubRepositoryPayload'], ParentType, ContextType, RequireFields<MutationScrubRepositoryArgs, 'input'>>;
  setPlanningPolicy?: Resolver<ResolversTypes['SetPlanningPolicyPayload'], ParentType, ContextType, RequireFields<MutationSetPlanningPolicyArgs, 'input'>>;
  verifyRestorePoint?: Resolver<ResolversTypes['VerifyRestorePointPayload'], ParentType, ContextType, RequireFields<MutationVerifyRestorePointArgs, 'input'>>;
};

export type NetworkPlanResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NetworkPlan'] = ResolversParentTypes['NetworkPlan']> = {
  deviceKey?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  networkId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startConnected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'AccessToken' | 'Executor' | 'Operation' | 'RestorePlan' | 'RestorePoint' | 'Site' | 'Vm', ParentType, ContextType>;
};

export type NotUnderstoodPartResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NotUnderstoodPart'] = ResolversParentTypes['NotUnderstoodPart']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OperationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Operation'] = ResolversParentTypes['Operation']> = {
  bytesDone?: Resolver<ResolversTypes['ByteSize'], ParentType, ContextType>;
  bytesTotal?: Resolver<Maybe<ResolversTypes['ByteSize']>, ParentType, ContextType>;
  cancelRequested?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  disks?: Resolver<ReadonlyArray<ResolversTypes['OperationDisk']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['OperationEventConnection'], ParentType, ContextType, RequireFields<OperationEventsArgs, 'first'>>;
  executor?: Resolver<Maybe<ResolversTypes['Executor']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OperationKind'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  phase?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['RestorePlan']>, ParentType, ContextType>;
  pollAfterMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  repository?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  restorePoint?: Resolver<Maybe<ResolversTypes['RestorePoint']>, ParentType, ContextType>;
  result?: Resolver<ReadonlyArray<ResolversTypes['ResultEntry']>, ParentType, ContextType>;
  retryOf?: Resolver<Maybe<ResolversTypes['Operation']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OperationState'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  viewerCan?: Resolver<ResolversTypes['OperationPermissions'], ParentType, ContextType>;
  vm?: Resolver<Maybe<ResolversTypes['Vm']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OperationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OperationConnection'] = ResolversParentTypes['OperationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OperationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Operation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OperationDiskResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OperationDisk'] = ResolversParentTypes['OperationDisk']> = {
  bytesDone?: Resolver<ResolversTypes['ByteSize'], ParentType, ContextType>;
  bytesTotal?: Resolver<ResolversTypes['ByteSize'], ParentType, ContextType>;
  deviceKey?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OperationState'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type OperationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OperationEdge'] = ResolversParentTypes['OperationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Operation'], ParentType, ContextType>;
};

export type OperationEventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OperationEvent'] = ResolversParentTypes['OperationEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  bytesDone?: Resolver<Maybe<ResolversTypes['ByteSize']>, ParentType, ContextType>;
  bytesTotal?: Resolver<Maybe<ResolversTypes['ByteSize']>, ParentType, ContextType>;
  deviceKey?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  diskState?: Resolver<Maybe<ResolversTypes['OperationState']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OperationEventKind'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  phase?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['OperationState']>, ParentType, ContextType>;
};

export type OperationEventConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OperationEventConnection'] = ResolversParentTypes['OperationEventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OperationEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['OperationEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OperationEventEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OperationEventEdge'] = ResolversParentTypes['OperationEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OperationEvent'], ParentType, ContextType>;
};

export type OperationPermissionsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OperationPermissions'] = ResolversParentTypes['OperationPermissions']> = {
  cancel?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  retry?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlanApprovalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlanApproval'] = ResolversParentTypes['PlanApproval']> = {
  approvedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  approvedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PlanComparisonResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlanComparison'] = ResolversParentTypes['PlanComparison']> = {
  changes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  same?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PlanFactResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlanFact'] = ResolversParentTypes['PlanFact']> = {
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PlanRestorePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlanRestorePayload'] = ResolversParentTypes['PlanRestorePayload']> = {
  facts?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['RestorePlan']>, ParentType, ContextType>;
  remedies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Remedy']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PlanStepResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlanStep'] = ResolversParentTypes['PlanStep']> = {
  compensation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sideEffects?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PlanningPolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlanningPolicy'] = ResolversParentTypes['PlanningPolicy']> = {
  approvalsNeeded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  clearAllowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  downgradeTransportAllowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  executorAgeMaxSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  factAgeMaxSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leaveNvramAllowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nbdStreamsPerHostMax?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  planLifetimeSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rekeyAllowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sanStreamsPerHostMax?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  transportPreference?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Transport']>>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accessTokens?: Resolver<ResolversTypes['AccessTokenConnection'], ParentType, ContextType, RequireFields<QueryAccessTokensArgs, 'first'>>;
  auditLog?: Resolver<ResolversTypes['AuditEntryConnection'], ParentType, ContextType, RequireFields<QueryAuditLogArgs, 'first'>>;
  comparePlans?: Resolver<Maybe<ResolversTypes['PlanComparison']>, ParentType, ContextType, RequireFields<QueryComparePlansArgs, 'after' | 'before'>>;
  executors?: Resolver<ResolversTypes['ExecutorConnection'], ParentType, ContextType, RequireFields<QueryExecutorsArgs, 'first'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  operation?: Resolver<Maybe<ResolversTypes['Operation']>, ParentType, ContextType, RequireFields<QueryOperationArgs, 'id'>>;
  operations?: Resolver<ResolversTypes['OperationConnection'], ParentType, ContextType, RequireFields<QueryOperationsArgs, 'first'>>;
  planningPolicy?: Resolver<ResolversTypes['PlanningPolicy'], ParentType, ContextType>;
  restorePlan?: Resolver<Maybe<ResolversTypes['RestorePlan']>, ParentType, ContextType, RequireFields<QueryRestorePlanArgs, 'id'>>;
  restorePlans?: Resolver<ResolversTypes['RestorePlanConnection'], ParentType, ContextType, RequireFields<QueryRestorePlansArgs, 'first'>>;
  restorePoint?: Resolver<Maybe<ResolversTypes['RestorePoint']>, ParentType, ContextType, RequireFields<QueryRestorePointArgs, 'id'>>;
  restorePointChoice?: Resolver<Maybe<ResolversTypes['RestorePointChoice']>, ParentType, ContextType, RequireFields<QueryRestorePointChoiceArgs, 'completeKeysFirst' | 'first' | 'vmId'>>;
  restorePoints?: Resolver<ResolversTypes['RestorePointConnection'], ParentType, ContextType, RequireFields<QueryRestorePointsArgs, 'first'>>;
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType, RequireFields<QuerySiteArgs, 'id'>>;
  sites?: Resolver<ResolversTypes['SiteConnection'], ParentType, ContextType, RequireFields<QuerySitesArgs, 'first'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  vm?: Resolver<Maybe<ResolversTypes['Vm']>, ParentType, ContextType, RequireFields<QueryVmArgs, 'id'>>;
  vms?: Resolver<ResolversTypes['VmConnection'], ParentType, ContextType, RequireFields<QueryVmsArgs, 'first'>>;
};

export type RateRangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RateRange'] = ResolversParentTypes['RateRange']> = {
  maximumBytesPerSecond?: Resolver<ResolversTypes['ByteSize'], ParentType, ContextType>;
  minimumBytesPerSecond?: Resolver<ResolversTypes['ByteSize'], ParentType, ContextType>;
};

export type RecordProxyFactsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordProxyFactsPayload'] = ResolversParentTypes['RecordProxyFactsPayload']> = {
  recorded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RecordRestorePointPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordRestorePointPayload'] = ResolversParentTypes['RecordRestorePointPayload']> = {
  alreadyRecorded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  restorePoint?: Resolver<Maybe<ResolversTypes['RestorePoint']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RecordSiteFactsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordSiteFactsPayload'] = ResolversParentTypes['RecordSiteFactsPayload']> = {
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RejectedTransportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RejectedTransport'] = ResolversParentTypes['RejectedTransport']> = {
  executor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ruleId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  transport?: Resolver<ResolversTypes['Transport'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RemedyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Remedy'] = ResolversParentTypes['Remedy']> = {
  changes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  texts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
};

export type RestorePlanResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RestorePlan'] = ResolversParentTypes['RestorePlan']> = {
  approvals?: Resolver<ReadonlyArray<ResolversTypes['PlanApproval']>, ParentType, ContextType>;
  bytesToMove?: Resolver<Maybe<ResolversTypes['ByteSize']>, ParentType, ContextType>;
  components?: Resolver<ReadonlyArray<ResolversTypes['ComponentPlan']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['Sha256'], ParentType, ContextType>;
  disks?: Resolver<ReadonlyArray<ResolversTypes['DiskPlan']>, ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  estimate?: Resolver<Maybe<ResolversTypes['DurationEstimate']>, ParentType, ContextType>;
  expired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['PlanFact']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  operations?: Resolver<ResolversTypes['OperationConnection'], ParentType, ContextType, RequireFields<RestorePlanOperationsArgs, 'first'>>;
  restorePoint?: Resolver<ResolversTypes['RestorePoint'], ParentType, ContextType>;
  rulesVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['PlanStep']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
  viewerCan?: Resolver<ResolversTypes['RestorePlanPermissions'], ParentType, ContextType>;
  vsphere?: Resolver<Maybe<ResolversTypes['VspherePlan']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RestorePlanConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RestorePlanConnection'] = ResolversParentTypes['RestorePlanConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RestorePlanEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RestorePlan']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RestorePlanEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RestorePlanEdge'] = ResolversParentTypes['RestorePlanEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RestorePlan'], ParentType, ContextType>;
};

export type RestorePlanPermissionsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RestorePlanPermissions'] = ResolversParentTypes['RestorePlanPermissions']> = {
  approve?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  execute?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RestorePointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RestorePoint'] = ResolversParentTypes['RestorePoint']> = {
  capacityBytes?: Resolver<ResolversTypes['ByteSize'], ParentType, ContextType>;
  capturedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  capturedItems?: Resolver<ReadonlyArray<ResolversTypes['CapturedItem']>, ParentType, ContextType>;
  configInfoSha256?: Resolver<Maybe<ResolversTypes['Sha256']>, ParentType, ContextType>;
  consistency?: Resolver<ResolversTypes['Consistency'], ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  disks?: Resolver<ReadonlyArray<ResolversTypes['RestorePointDisk']>, ParentType, ContextType>;
  encryption?: Resolver<ResolversTypes['EncryptionState'], ParentType, ContextType>;
  encryptionBundle?: Resolver<Maybe<ResolversTypes['SealedReference']>, ParentType, ContextType>;
  fence?: Resolver<ResolversTypes['Fence'], ParentType, ContextType>;
  firmware?: Resolver<ResolversTypes['Firmware'], ParentType, ContextType>;
  hardwareVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['KeyReference']>, ParentType, ContextType>;
  legalHold?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  newestOperation?: Resolver<Maybe<ResolversTypes['Operation']>, ParentType, ContextType>;
  notUnderstood?: Resolver<ReadonlyArray<ResolversTypes['NotUnderstoodPart']>, ParentType, ContextType>;
  nvram?: Resolver<Maybe<ResolversTypes['SealedReference']>, ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['RestorePointOrigin'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  retainUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  secureBoot?: Resolver<ResolversTypes['YesNoUnknown'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RestorePointState'], ParentType, ContextType>;
  storagePolicies?: Resolver<ReadonlyArray<ResolversTypes['StoragePolicy']>, ParentType, ContextType>;
  tool?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  toolReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  viewerCan?: Resolver<ResolversTypes['RestorePointPermissions'], ParentType, ContextType>;
  vm?: Resolver<ResolversTypes['Vm'], ParentType, ContextType>;
  vtpm?: Resolver<ResolversTypes['Presence'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RestorePointChoiceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RestorePointChoice'] = ResolversParentTypes['RestorePointChoice']> = {
  chosen?: Resolver<Maybe<ResolversTypes['MarkedRestorePoint']>, ParentType, ContextType>;
  hasOlder?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['MarkedRestorePoint']>, ParentType, ContextType>;
};

export type RestorePointConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RestorePointConnection'] = ResolversParentTypes['RestorePointConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RestorePointEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RestorePoint']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RestorePointDiskResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RestorePointDisk'] = ResolversParentTypes['RestorePointDisk']> = {
  backingFileName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  backingType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bus?: Resolver<ResolversTypes['Bus'], ParentType, ContextType>;
  busNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  capacityBytes?: Resolver<ResolversTypes['ByteSize'], ParentType, ContextType>;
  captureMethod?: Resolver<Maybe<ResolversTypes['CaptureMethod']>, ParentType, ContextType>;
  changeId?: Resolver<Maybe<ResolversTypes['ChangeId']>, ParentType, ContextType>;
  controllerType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dataBytes?: Resolver<Maybe<ResolversTypes['ByteSize']>, ParentType, ContextType>;
  datastoreName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  datastoreType?: Resolver<ResolversTypes['DatastoreType'], ParentType, ContextType>;
  deviceKey?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  indexHash?: Resolver<Maybe<ResolversTypes['Sha256']>, ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['KeyReference']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parentRestorePointId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  provisioning?: Resolver<ResolversTypes['Provisioning'], ParentType, ContextType>;
  readBytes?: Resolver<Maybe<ResolversTypes['ByteSize']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DiskDataState'], ParentType, ContextType>;
  unitNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  verifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type RestorePointEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RestorePointEdge'] = ResolversParentTypes['RestorePointEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RestorePoint'], ParentType, ContextType>;
};

export type RestorePointPermissionsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RestorePointPermissions'] = ResolversParentTypes['RestorePointPermissions']> = {
  delete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  planRestore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  verify?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ResultEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ResultEntry'] = ResolversParentTypes['ResultEntry']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RetryOperationPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RetryOperationPayload'] = ResolversParentTypes['RetryOperationPayload']> = {
  operation?: Resolver<Maybe<ResolversTypes['Operation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeAccessTokenPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RevokeAccessTokenPayload'] = ResolversParentTypes['RevokeAccessTokenPayload']> = {
  accessToken?: Resolver<Maybe<ResolversTypes['AccessToken']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ScrubRepositoryPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScrubRepositoryPayload'] = ResolversParentTypes['ScrubRepositoryPayload']> = {
  operation?: Resolver<Maybe<ResolversTypes['Operation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SealedReferenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SealedReference'] = ResolversParentTypes['SealedReference']> = {
  sealedRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['Sha256']>, ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['ByteSize'], ParentType, ContextType>;
};

export type SetPlanningPolicyPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetPlanningPolicyPayload'] = ResolversParentTypes['SetPlanningPolicyPayload']> = {
  policy?: Resolver<Maybe<ResolversTypes['PlanningPolicy']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface Sha256ScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Sha256'], any> {
  name: 'Sha256';
}

export type SiteResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Site'] = ResolversParentTypes['Site']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SiteKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sections?: Resolver<ReadonlyArray<ResolversTypes['SiteSectionFacts']>, ParentType, ContextType>;
  vcenterInstanceUuid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vms?: Resolver<ResolversTypes['VmConnection'], ParentType, ContextType, RequireFields<SiteVmsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SiteConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SiteConnection'] = ResolversParentTypes['SiteConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SiteEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Site']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SiteEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SiteEdge'] = ResolversParentTypes['SiteEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Site'], ParentType, ContextType>;
};

export type SiteSectionFactsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SiteSectionFacts'] = ResolversParentTypes['SiteSectionFacts']> = {
  entries?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entryCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  section?: Resolver<ResolversTypes['SiteSection'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type StoragePolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StoragePolicy'] = ResolversParentTypes['StoragePolicy']> = {
  deviceKey?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  policyId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  policyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StreamPlanResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StreamPlan'] = ResolversParentTypes['StreamPlan']> = {
  atOnce?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  disks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['StreamGroup'], ParentType, ContextType>;
  hostId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  limit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  runningElsewhere?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  operationEvents?: SubscriptionResolver<ResolversTypes['OperationEvent'], "operationEvents", ParentType, ContextType, RequireFields<SubscriptionOperationEventsArgs, 'operationId'>>;
};

export type UserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ruleId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['UserErrorSeverity'], ParentType, ContextType>;
};

export type VerifyRestorePointPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VerifyRestorePointPayload'] = ResolversParentTypes['VerifyRestorePointPayload']> = {
  operation?: Resolver<Maybe<ResolversTypes['Operation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  capabilities?: Resolver<ReadonlyArray<ResolversTypes['Capability']>, ParentType, ContextType>;
  capabilityNotes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  serviceVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type VirtualDiskPlanResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VirtualDiskPlan'] = ResolversParentTypes['VirtualDiskPlan']> = {
  controllerKey?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  datastoreId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expectedRate?: Resolver<Maybe<ResolversTypes['RateRange']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['KeyDecision'], ParentType, ContextType>;
  provisioning?: Resolver<ResolversTypes['Provisioning'], ParentType, ContextType>;
  targetDeviceKey?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unitNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type VmResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Vm'] = ResolversParentTypes['Vm']> = {
  biosUuid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instanceUuid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  managedObjectId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  newestRestorePoint?: Resolver<Maybe<ResolversTypes['RestorePoint']>, ParentType, ContextType>;
  restorePoints?: Resolver<ResolversTypes['RestorePointConnection'], ParentType, ContextType, RequireFields<VmRestorePointsArgs, 'first'>>;
  site?: Resolver<ResolversTypes['Site'], ParentType, ContextType>;
  viewerCan?: Resolver<ResolversTypes['VmPermissions'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VmConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VmConnection'] = ResolversParentTypes['VmConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['VmEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Vm']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VmEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VmEdge'] = ResolversParentTypes['VmEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Vm'], ParentType, ContextType>;
};

export type VmPermissionsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VmPermissions'] = ResolversParentTypes['VmPermissions']> = {
  addRestorePoint?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  planRestore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type VspherePlanResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VspherePlan'] = ResolversParentTypes['VspherePlan']> = {
  bundle?: Resolver<ResolversTypes['BundleWay'], ParentType, ContextType>;
  changeTracking?: Resolver<ResolversTypes['ChangeTrackingPlan'], ParentType, ContextType>;
  checklist?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  controllers?: Resolver<ReadonlyArray<ResolversTypes['ControllerPlan']>, ParentType, ContextType>;
  homeDatastoreId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  homeKey?: Resolver<ResolversTypes['KeyDecision'], ParentType, ContextType>;
  hostId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  machineId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['VsphereTargetMode'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  networks?: Resolver<ReadonlyArray<ResolversTypes['NetworkPlan']>, ParentType, ContextType>;
  nvram?: Resolver<ResolversTypes['NvramWay'], ParentType, ContextType>;
  powerOn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['RestorePurpose'], ParentType, ContextType>;
  site?: Resolver<ResolversTypes['Site'], ParentType, ContextType>;
  streams?: Resolver<ReadonlyArray<ResolversTypes['StreamPlan']>, ParentType, ContextType>;
  vtpm?: Resolver<ResolversTypes['VtpmWay'], ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  AccessToken?: AccessTokenResolvers<ContextType>;
  AccessTokenConnection?: AccessTokenConnectionResolvers<ContextType>;
  AccessTokenEdge?: AccessTokenEdgeResolvers<ContextType>;
  ApprovePlanPayload?: ApprovePlanPayloadResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  ByteSize?: GraphQLScalarType;
  CancelOperationPayload?: CancelOperationPayloadResolvers<ContextType>;
  CaptureRestorePointPayload?: CaptureRestorePointPayloadResolvers<ContextType>;
  CapturedItem?: CapturedItemResolvers<ContextType>;
  ChangeId?: ChangeIdResolvers<ContextType>;
  ChangeTrackingPlan?: ChangeTrackingPlanResolvers<ContextType>;
  CollectGarbagePayload?: CollectGarbagePayloadResolvers<ContextType>;
  ComponentPlan?: ComponentPlanResolvers<ContextType>;
  ControllerPlan?: ControllerPlanResolvers<ContextType>;
  CreateAccessTokenPayload?: CreateAccessTokenPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteRestorePointPayload?: DeleteRestorePointPayloadResolvers<ContextType>;
  DiskPlan?: DiskPlanResolvers<ContextType>;
  DurationEstimate?: DurationEstimateResolvers<ContextType>;
  ExecutePlanPayload?: ExecutePlanPayloadResolvers<ContextType>;
  Executor?: ExecutorResolvers<ContextType>;
  ExecutorConnection?: ExecutorConnectionResolvers<ContextType>;
  ExecutorEdge?: ExecutorEdgeResolvers<ContextType>;
  Finding?: FindingResolvers<ContextType>;
  KeyDecision?: KeyDecisionResolvers<ContextType>;
  KeyReference?: KeyReferenceResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  MarkedRestorePoint?: MarkedRestorePointResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NetworkPlan?: NetworkPlanResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NotUnderstoodPart?: NotUnderstoodPartResolvers<ContextType>;
  Operation?: OperationResolvers<ContextType>;
  OperationConnection?: OperationConnectionResolvers<ContextType>;
  OperationDisk?: OperationDiskResolvers<ContextType>;
  OperationEdge?: OperationEdgeResolvers<ContextType>;
  OperationEvent?: OperationEventResolvers<ContextType>;
  OperationEventConnection?: OperationEventConnectionResolvers<ContextType>;
  OperationEventEdge?: OperationEventEdgeResolvers<ContextType>;
  OperationPermissions?: OperationPermissionsResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlanApproval?: PlanApprovalResolvers<ContextType>;
  PlanComparison?: PlanComparisonResolvers<ContextType>;
  PlanFact?: PlanFactResolvers<ContextType>;
  PlanRestorePayload?: PlanRestorePayloadResolvers<ContextType>;
  PlanStep?: PlanStepResolvers<ContextType>;
  PlanningPolicy?: PlanningPolicyResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateRange?: RateRangeResolvers<ContextType>;
  RecordProxyFactsPayload?: RecordProxyFactsPayloadResolvers<ContextType>;
  RecordRestorePointPayload?: RecordRestorePointPayloadResolvers<ContextType>;
  RecordSiteFactsPayload?: RecordSiteFactsPayloadResolvers<ContextType>;
  RejectedTransport?: RejectedTransportResolvers<ContextType>;
  Remedy?: RemedyResolvers<ContextType>;
  RestorePlan?: RestorePlanResolvers<ContextType>;
  RestorePlanConnection?: RestorePlanConnectionResolvers<ContextType>;
  RestorePlanEdge?: RestorePlanEdgeResolvers<ContextType>;
  RestorePlanPermissions?: RestorePlanPermissionsResolvers<ContextType>;
  RestorePoint?: RestorePointResolvers<ContextType>;
  RestorePointChoice?: RestorePointChoiceResolvers<ContextType>;
  RestorePointConnection?: RestorePointConnectionResolvers<ContextType>;
  RestorePointDisk?: RestorePointDiskResolvers<ContextType>;
  RestorePointEdge?: RestorePointEdgeResolvers<ContextType>;
  RestorePointPermissions?: RestorePointPermissionsResolvers<ContextType>;
  ResultEntry?: ResultEntryResolvers<ContextType>;
  RetryOperationPayload?: RetryOperationPayloadResolvers<ContextType>;
  RevokeAccessTokenPayload?: RevokeAccessTokenPayloadResolvers<ContextType>;
  ScrubRepositoryPayload?: ScrubRepositoryPayloadResolvers<ContextType>;
  SealedReference?: SealedReferenceResolvers<ContextType>;
  SetPlanningPolicyPayload?: SetPlanningPolicyPayloadResolvers<ContextType>;
  Sha256?: GraphQLScalarType;
  Site?: SiteResolvers<ContextType>;
  SiteConnection?: SiteConnectionResolvers<ContextType>;
  SiteEdge?: SiteEdgeResolvers<ContextType>;
  SiteSectionFacts?: SiteSectionFactsResolvers<ContextType>;
  StoragePolicy?: StoragePolicyResolvers<ContextType>;
  StreamPlan?: StreamPlanResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  VerifyRestorePointPayload?: VerifyRestorePointPayloadResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  VirtualDiskPlan?: VirtualDiskPlanResolvers<ContextType>;
  Vm?: VmResolvers<ContextType>;
  VmConnection?: VmConnectionResolvers<ContextType>;
  VmEdge?: VmEdgeResolvers<ContextType>;
  VmPermissions?: VmPermissionsResolvers<ContextType>;
  VspherePlan?: VspherePlanResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  safety?: SafetyDirectiveResolver<any, any, ContextType>;
};
