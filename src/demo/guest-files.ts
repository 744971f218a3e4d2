import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files of one guest disk at one point: path → content. The same arguments give the same bytes. */
export type GuestFiles = ReadonlyMap<string, Buffer>;

const RECORD_BYTES = 192 * 1024;
const RECORD_COUNT = 6;

/** Between two points the log grows, one record changes, one file comes and one goes, as on a machine that works. */
export function guestFilesAt(vmName: string, deviceKey: number, point: number): GuestFiles {
  const files = new Map<string, Buffer>();
  files.set('etc/hostname', Buffer.from(`${vmName}\n`));
  files.set('var/log/service.log', Buffer.from(logUntil(vmName, point)));
  files.set(`srv/reports/report-${point}.txt`, Buffer.from(`report ${point} of ${vmName}, disk ${deviceKey}\n`));
  for (let record = 1; record <= RECORD_COUNT; record += 1) {
    const version = record === (point % RECORD_COUNT) + 1 ? point : 0;
    files.set(
      `srv/data/record-${record}.bin`,
      pseudoRandomBytes(`${vmName}/${deviceKey}/${record}/${version}`, RECORD_BYTES),
    );
  }
  return files;
}

function logUntil(vmName: string, point: number): string {
  let text = '';
  for (let line = 0; line < point * 2_000; line += 1) text += `${line} ${vmName} request served\n`;
  return text;
}

/** Bytes that no compressor can shrink, made from `seed` alone. */
export function pseudoRandomBytes(seed: string, length: number): Buffer {
  const blocks: Buffer[] = [];
  for (let block = 0; block * 32 < length; block += 1) {
    blocks.push(createHash('sha256').update(`${seed}#${block}`).digest());
  }
  return Buffer.concat(blocks).subarray(0, length);
}

/** Writes the files beneath `folder`, and nothing else is left there. */
export async function writeGuestFiles(files: GuestFiles, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
