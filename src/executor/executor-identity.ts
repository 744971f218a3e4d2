import { mkdirSync, openSync, readFileSync, writeFileSync, closeSync, fsyncSync } from 'node:fs';
import { dirname } from 'node:path';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The executor's id from its file; made there at the first start. Throws when the file holds something else. */
export function readOrMakeExecutorId(path: string, makeId: () => string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const file = openSync(path, 'wx', 0o600);
    try {
      writeFileSync(file, `${makeId()}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const id = readFileSync(path, 'utf8').trim();
  if (UUID.test(id)) return id;
  throw new Error(`${path} does not hold an executor id. Restore it from a copy, or remove it to begin with a new id.`);
}
