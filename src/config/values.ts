/** What each setting may hold; the description of a shape is what a wrong one is answered with. */
import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';

/** A folder that executors may read, and write when `writable`. */
export interface LocationSetting {
  readonly path: string;
  readonly writable: boolean;
}

export type LogLevel = (typeof LOG_LEVELS)[number];

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export const LOG_LEVEL = z.enum(LOG_LEVELS).describe(`one of ${LOG_LEVELS.join(', ')}`);
export const PATH = z
  .string()
  .min(1)
  .refine((text) => !text.includes('\0'))
  .transform((text) => resolve(text))
  .describe('a path of a file or folder');
export const NAME = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/)
  .describe('a name of 1 to 63 letters, digits, dots, dashes');
export const HOST = z
  .string()
  .regex(/^[A-Za-z0-9.:_-]{1,253}$/)
  .describe('a host name or IP address to listen on');
export const PORT = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number),
  ])
  .pipe(z.number().int().min(0).max(65535))
  .describe('a whole number from 0 to 65535');
export const IO_DEPTH = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number),
  ])
  .pipe(z.number().int().min(1).max(64))
  .describe('a whole number from 1 to 64');
const NUMBER = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,6}(\.\d{1,3})?$/)
    .transform(Number),
]);
export const INTERVAL_HOURS = NUMBER.pipe(z.number().min(0).max(8_760)).describe('hours from 0 (off) to 8760');
export const SHARE_PERCENT = NUMBER.pipe(z.number().min(0.01).max(100)).describe('a percentage from 0.01 to 100');
export const BASE_URL = z
  .url({ protocol: /^https?$/ })
  .transform((text) => text.replace(/\/+$/, ''))
  .describe('an http or https address such as http://127.0.0.1:4180');
export const DATABASE_URL = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/)
  .describe('an address of the form postgresql://user:password@host:port/database');
export const LOCATIONS = z
  .record(
    NAME,
    z.strictObject({ path: z.string().refine((path) => isAbsolute(path)), writable: z.boolean().default(false) }),
  )
  .describe('an object such as {"images": {"path": "/absolute/folder", "writable": false}}');
