import { z } from 'zod';
import { TARGET_FORMATS } from '../../domain/target-formats.js';
import { CAPTURED_ITEMS, CAPTURED_ITEM_STATES } from '../../domain/words.js';
import type { PlannerFacts } from '../../planner/facts.js';

const MOMENT = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .describe('A moment in UTC with milliseconds, as 2026-05-04T03:02:01.000Z');
const BYTES = z.int().min(0).describe('Whole number of bytes, at most 2^53-1');
const COUNT = z.int().min(0);
const SHA256 = z.string().regex(/^[0-9a-f]{64}$/);

const key = z.strictObject({
  keyId: z.string(),
  providerId: z.string().nullable(),
  providerType: z.enum(['STANDARD', 'NATIVE', 'TRUST_AUTHORITY', 'UNKNOWN']),
});

const request = z.strictObject({
  target: z.strictObject({
    kind: z.literal('LOCAL_FILES'),
    location: z.string().min(1),
    folder: z.string(),
    diskFormat: z.enum(TARGET_FORMATS).describe('What each disk is written as'),
  }),
  deviceKeys: z.array(z.int()).readonly().nullable().describe('Ascending; null means every disk'),
});

const capturedItem = z.strictObject({
  item: z.enum(CAPTURED_ITEMS),
  state: z.enum(CAPTURED_ITEM_STATES),
  observedAt: MOMENT.nullable(),
});

const disk = z.strictObject({
  deviceKey: z.int(),
  label: z.string(),
  controllerType: z.string().nullable(),
  bus: z.enum(['SCSI', 'SATA', 'IDE', 'NVME', 'OTHER', 'UNKNOWN']),
  busNumber: z.int().nullable(),
  unitNumber: z.int().nullable(),
  capacityBytes: BYTES,
  provisioning: z.enum(['THIN', 'THICK_LAZY_ZEROED', 'THICK_EAGER_ZEROED', 'UNKNOWN']),
  backingType: z.string(),
  diskMode: z.string().nullable(),
  key: key.nullable(),
  dataState: z.enum(['CAPTURING', 'CAPTURED', 'NOT_CAPTURED', 'DAMAGED']),
  indexHash: SHA256.nullable().describe('Names every byte of the disk; null when its blocks are not there'),
  repository: z.string().nullable(),
  dataBytes: BYTES.nullable(),
});

const restorePoint = z.strictObject({
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
  disks: z.array(disk).readonly().describe('Ascending by device key'),
});

const executor = z.strictObject({
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
});

const policy = z.strictObject({
  factAgeMaxSeconds: COUNT,
  executorAgeMaxSeconds: COUNT,
  rekeyAllowed: z.boolean(),
  leaveNvramAllowed: z.boolean(),
  clearAllowed: z.boolean(),
  downgradeTransportAllowed: z.boolean(),
  approvalsNeeded: COUNT,
  planLifetimeSeconds: COUNT,
});

/** The document that `reinstate plan --facts FILE` reads: everything that the planner may look at. */
export const factsSchema = z
  .strictObject({ now: MOMENT, request, restorePoint, executors: z.array(executor).readonly(), policy })
  .describe('Facts from which a restore is planned. What nobody knows is UNKNOWN or null, and says so.');

/** Fails to compile as soon as the document and the planner's facts differ in one field, in either direction. */
type MutuallyAssignable<One extends Other, Other extends Both, Both = One> = readonly [One, Other, Both];
type DocumentFacts = z.infer<typeof factsSchema>;
export type FactsSchemaFits = MutuallyAssignable<DocumentFacts, PlannerFacts, DocumentFacts>;
