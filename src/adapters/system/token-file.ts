import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A token that is good for nothing until it is activated. */
export interface PreparedToken {
  readonly text: string;
  /** False when there are tokens already. */
  activate(): Promise<boolean>;
}

/**
 * Writes a first token to a file of mode 0600 and activates it; the file has its name only when its token is valid.
 * Before, its draft `<path>.draft` is durable, so that a crash between the two loses no token: the next start finds the
 * draft, asks `isValid`, and gives it its name. Only one process may do this in a folder at a time.
 *
 * @returns whether the file holds a token that was made or rescued now
 */
export async function provideFirstTokenFile(
  path: string,
  prepare: () => PreparedToken,
  isValid: (text: string) => Promise<boolean>,
): Promise<boolean> {
  const draft = `${path}.draft`;
  if (existsSync(draft)) {
    if (await isValid(readFileSync(draft, 'utf8').trim())) return publish(draft, path);
    rmSync(draft);
  }
  const token = prepare();
  writeDurably(draft, `${token.text}\n`);
  if (await token.activate()) return publish(draft, path);
  rmSync(draft);
  return false;
}

function publish(draft: string, path: string): true {
  renameSync(draft, path);
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
  return true;
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    chmodSync(path, 0o600);
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
