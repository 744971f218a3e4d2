import { z } from 'zod';
import { TRANSPORTS } from '../../domain/words.js';

export const MOMENT = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .describe('A moment in UTC with milliseconds, as 2026-05-04T03:02:01.000Z');
export const BYTES = z.int().min(0).describe('Whole number of bytes, at most 2^53-1');
export const COUNT = z.int().min(0);
export const SHA256 = z.string().regex(/^[0-9a-f]{64}$/);
export const ANSWER = z.enum(['YES', 'NO', 'UNKNOWN']).describe('UNKNOWN where nobody told it');
export const OPEN_WORD = z.string().describe('A word of vSphere, kept as it came');
export const TEXT = z.string().nullable();
export const TRANSPORT = z.enum(TRANSPORTS);
export const BUS = z.enum(['SCSI', 'SATA', 'IDE', 'NVME', 'OTHER', 'UNKNOWN']);
export const PROVISIONING = z.enum(['THIN', 'THICK_LAZY_ZEROED', 'THICK_EAGER_ZEROED', 'UNKNOWN']);
export const ENCRYPTION = z.enum(['ENCRYPTED', 'NOT_ENCRYPTED', 'UNKNOWN']);
export const PRESENCE = z.enum(['PRESENT', 'NOT_PRESENT', 'UNKNOWN']);
export const PROVIDER_TYPE = z.enum(['STANDARD', 'NATIVE', 'TRUST_AUTHORITY', 'UNKNOWN']);

export const key = z.strictObject({ keyId: z.string(), providerId: TEXT, providerType: PROVIDER_TYPE });

export function listOf<Entry extends z.ZodType>(entry: Entry) {
  return z.array(entry).readonly();
}

/** One kind of thing that a site was asked for at one moment; null when it never was. */
export function section<Entry extends z.ZodType>(entry: Entry) {
  return z.strictObject({ observedAt: MOMENT, entries: listOf(entry) }).nullable();
}
