import { z } from 'zod';
import { TARGET_FORMATS } from '../../domain/target-formats.js';
import { CAPTURED_ITEMS, CAPTURED_ITEM_STATES } from '../../domain/words.js';
import type { LocalFilesFacts, VsphereFacts } from '../../planner/facts.js';
import { policy } from '../../adapters/facts-documents/policy.js';
import { proxy, running } from '../../adapters/facts-documents/proxy.js';
import { site } from '../../adapters/facts-documents/site.js';
import { vsphereDiskFields, vspherePointFields } from '../../adapters/facts-documents/vsphere-point.js';
import { vsphereTarget } from '../../adapters/facts-documents/vsphere-request.js';
import { BUS, BYTES, key, listOf, MOMENT, PROVISIONING, SHA256 } from '../../adapters/facts-documents/words.js';

const localFilesTarget = z.strictObject({
  kind: z.literal('LOCAL_FILES'),
  location: z.string().min(1),
  folder: z.string(),
  diskFormat: z.enum(TARGET_FORMATS).describe('What each disk is written as'),
});

const deviceKeys = z.array(z.int()).readonly().nullable().describe('Ascending; null means every disk');

const capturedItem = z.strictObject({
  item: z.enum(CAPTURED_ITEMS),
  state: z.enum(CAPTURED_ITEM_STATES),
  observedAt: MOMENT.nullable(),
});

const diskFields = {
  deviceKey: z.int(),
  label: z.string(),
  controllerType: z.string().nullable(),
  bus: BUS,
  busNumber: z.int().nullable(),
  unitNumber: z.int().nullable(),
  capacityBytes: BYTES,
  provisioning: PROVISIONING,
  backingType: z.string(),
  diskMode: z.string().nullable(),
  key: key.nullable(),
  dataState: z.enum(['CAPTURING', 'CAPTURED', 'NOT_CAPTURED', 'DAMAGED']),
  indexHash: SHA256.nullable().describe('Names every byte of the disk; null when its blocks are not there'),
  repository: z.string().nullable(),
  dataBytes: BYTES.nullable(),
};

const pointFields = {
  id: z.string(),
  vmName: z.string(),
  capturedAt: MOMENT,
  origin: z.enum(['CAPTURED', 'RECORDED']),
  state: z.enum(['CAPTURING', 'AVAILABLE', 'FAILED', 'DAMAGED']),
  extractorVersion: z.int(),
  firmware: z.enum(['BIOS', 'EFI', 'UNKNOWN']),
  secureBoot: z.enum(['YES', 'NO', 'UNKNOWN']),
  vtpm: z.enum(['PRESENT', 'NOT_PRESENT', 'UNKNOWN']),
  encryption: z.enum(['ENCRYPTED', 'NOT_ENCRYPTED', 'UNKNOWN']),
  hardwareVersion: z.int().nullable(),
  key: key.nullable(),
  nvramSizeBytes: BYTES.nullable(),
  consistency: z.enum(['CRASH', 'FILE_SYSTEM', 'APPLICATION', 'UNKNOWN']),
  items: z.array(capturedItem).readonly(),
};

const executorFields = {
  name: z.string(),
  version: z.string(),
  observedAt: MOMENT,
  engine: z.enum(['AVAILABLE', 'UNAVAILABLE']),
  engineReason: z.string().nullable(),
  locations: z
    .array(
      z.strictObject({
        name: z.string(),
        readable: z.boolean(),
        writable: z.boolean(),
        freeBytes: BYTES.nullable(),
      }),
    )
    .readonly(),
  repositories: z.array(z.strictObject({ name: z.string(), present: z.boolean() })).readonly(),
};

const localFilesFacts = z.strictObject({
  now: MOMENT,
  request: z.strictObject({ target: localFilesTarget, deviceKeys }),
  restorePoint: z.strictObject({ ...pointFields, disks: listOf(z.strictObject(diskFields)) }),
  executors: listOf(z.strictObject(executorFields)),
  policy,
});

const vsphereFacts = z.strictObject({
  now: MOMENT,
  request: z.strictObject({ target: vsphereTarget, deviceKeys }),
  restorePoint: z.strictObject({
    ...pointFields,
    ...vspherePointFields,
    disks: listOf(z.strictObject({ ...diskFields, ...vsphereDiskFields })),
  }),
  executors: listOf(z.strictObject({ ...executorFields, proxy })),
  policy,
  site,
  running,
});

/** The document that `reinstate plan --facts FILE` reads: everything that the planner may look at. */
export const factsSchema = z
  .union([localFilesFacts, vsphereFacts])
  .describe('Facts from which a restore is planned. What nobody knows is UNKNOWN or null, and says so.');

/** The schema of the document's own target, so that a mistake is named by its path and not as "no alternative fits". */
export function factsSchemaOf(document: unknown): typeof localFilesFacts | typeof vsphereFacts {
  const target = z.object({ request: z.object({ target: z.object({ kind: z.literal('VSPHERE') }) }) });
  return target.safeParse(document).success ? vsphereFacts : localFilesFacts;
}

/** Fails to compile as soon as the document and the planner's facts differ in one field, in either direction. */
type MutuallyAssignable<One extends Other, Other extends Both, Both = One> = readonly [One, Other, Both];
type DocumentFacts = z.infer<typeof localFilesFacts>;
type VsphereDocumentFacts = z.infer<typeof vsphereFacts>;
export type FactsSchemaFits = readonly [
  MutuallyAssignable<DocumentFacts, LocalFilesFacts, DocumentFacts>,
  MutuallyAssignable<VsphereDocumentFacts, VsphereFacts, VsphereDocumentFacts>,
];
