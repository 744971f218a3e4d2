import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

export interface ChangedBlocks {
  readonly offsetBytes: number;
  readonly lengthBytes: number;
}

/** vSphere tells changes in multiples of this. */
const BLOCK_BYTES = 64 * 1024;
const WINDOW_BYTES = 4 * 1024 * 1024;

/**
 * Where two images of one length differ, in whole blocks as changed block tracking tells them; neighbours are one
 * extent. The demonstration has no vCenter to ask, but both images.
 */
export async function changedBlocks(earlierPath: string, laterPath: string): Promise<readonly ChangedBlocks[]> {
  const earlier = await open(earlierPath);
  const later = await open(laterPath);
  try {
    return await compare(earlier, later, (await later.stat()).size);
  } finally {
    await earlier.close();
    await later.close();
  }
}

async function compare(earlier: FileHandle, later: FileHandle, lengthBytes: number): Promise<ChangedBlocks[]> {
  const changed: { offsetBytes: number; lengthBytes: number }[] = [];
  for (let window = 0; window < lengthBytes; window += WINDOW_BYTES) {
    const size = Math.min(WINDOW_BYTES, lengthBytes - window);
    const [before, now] = [await readAt(earlier, window, size), await readAt(later, window, size)];
    if (before.equals(now)) continue;
    for (let at = 0; at < size; at += BLOCK_BYTES) {
      const end = Math.min(at + BLOCK_BYTES, size);
      if (before.subarray(at, end).equals(now.subarray(at, end))) continue;
      const last = changed.at(-1);
      const offsetBytes = window + at;
      if (last !== undefined && last.offsetBytes + last.lengthBytes === offsetBytes) last.lengthBytes += end - at;
      else changed.push({ offsetBytes, lengthBytes: end - at });
    }
  }
  return changed;
}

async function readAt(file: FileHandle, offsetBytes: number, lengthBytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(lengthBytes);
  const { bytesRead } = await file.read(buffer, 0, lengthBytes, offsetBytes);
  if (bytesRead !== lengthBytes) throw new Error(`an image ended at byte ${offsetBytes + bytesRead}`);
  return buffer;
}
