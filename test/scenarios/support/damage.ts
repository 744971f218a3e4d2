/** Damages what a repository holds, as a bad disk would. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pages of an index are smaller than the chunks that are damaged here. */
const LEAST_CHUNK_BYTES = 64 * 1024;

/** Flips one bit in the middle of the newest big file: a chunk. */
export function damageNewestChunk(repository: string): void {
  const big = filesOf(repository).filter((path) => statSync(path).size >= LEAST_CHUNK_BYTES);
  const newest = big.toSorted((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs).at(-1);
  if (newest === undefined) throw new Error(`${repository} holds no chunk`);
  const content = readFileSync(newest);
  const middle = Math.floor(content.length / 2);
  content[middle] = (content[middle] ?? 0) ^ 1;
  writeFileSync(newest, content);
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesOf(path);
    return entry.isFile() ? [path] : [];
  });
}
