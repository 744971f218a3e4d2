import { z } from 'zod';
import { usageError } from './cli-error.js';
import type { ChangedExtentInput } from './generated/operations.js';
import { readLimited } from './metadata-options.js';
import { readDeviceKey } from './option-values.js';

/** As large as a request may be; the service says what it takes of it. */
const FILE_LIMIT_BYTES = 8 * 1024 * 1024;

const bytes = z.int().min(0);
const changesFile = z.record(z.string(), z.array(z.strictObject({ offsetBytes: bytes, lengthBytes: bytes })));

/**
 * Reads `{"2000": [{"offsetBytes": 0, "lengthBytes": 65536}]}`: what changed, by device key. A disk that is not in it
 * is read whole. Throws CliError that names what does not fit.
 */
export async function readChangedExtents(file: string): Promise<ReadonlyMap<number, ChangedExtentInput[]>> {
  const parsed = changesFile.safeParse(parseJson(file, (await readLimited(file, FILE_LIMIT_BYTES)).toString('utf8')));
  if (!parsed.success) {
    const { path = [], message = '' } = parsed.error.issues[0] ?? {};
    const example = 'as {"2000": [{"offsetBytes": 0, "lengthBytes": 65536}]}';
    throw usageError(`${file} does not tell what changed: ${path.join('.') || '(document)'}: ${message}`, example);
  }
  return new Map(
    Object.entries(parsed.data).map(([key, extents]) => [
      readDeviceKey('--changed', key),
      extents.map(({ offsetBytes, lengthBytes }) => ({
        offsetBytes: String(offsetBytes),
        lengthBytes: String(lengthBytes),
      })),
    ]),
  );
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw usageError(`${file} is not JSON`);
  }
}
