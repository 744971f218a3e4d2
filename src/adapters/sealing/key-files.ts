import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { PortError } from '../../ports/port-error.js';
import { privateKeyObject, rawPublicKey } from './envelope.js';

const KEY_BYTES = 32;
const BRING_BACK =
  'Bring the pair of key files back from your backup: without its private key nothing that was sealed can be opened';

/**
 * Makes the sealing key pair unless it is there: raw 32 bytes of X25519 as base64 text, the private file of mode 0600.
 * A private key without its public file gets that file; a public key that is not the private one's is refused. A
 * private key is never made beside a public one, nor where items are sealed already: it would open none of them.
 * Folders must be there. Safe to call from two processes.
 * @param isInUse whether the catalog holds items that were sealed to an earlier pair
 * @throws PortError `permanent` / `KEY_FILE_UNUSABLE`
 */
export function provideSealingKeyFiles(privateKeyFile: string, publicKeyFile: string, isInUse = false): void {
  // In this order: another process makes the private file first.
  const hasPublic = existsSync(publicKeyFile);
  if (!existsSync(privateKeyFile)) {
    if (hasPublic) throw unusable(privateKeyFile, `is missing, and its public half is there. ${BRING_BACK}`);
    if (isInUse) throw unusable(privateKeyFile, `is missing, and items in the catalog are sealed to it. ${BRING_BACK}`);
    const { privateKey } = generateKeyPairSync('x25519');
    writeIfAbsent(privateKeyFile, privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-KEY_BYTES), 0o600);
  }
  const publicKey = publicKeyOf(readKeyFile(privateKeyFile, { secret: true }));
  writeIfAbsent(publicKeyFile, publicKey, 0o644);
  if (!publicKey.equals(readKeyFile(publicKeyFile))) {
    throw unusable(publicKeyFile, `is not the public half of ${privateKeyFile}. ${BRING_BACK}`);
  }
}

/**
 * Makes the key of keyed fingerprints unless it is there: 32 random bytes as base64 text, mode 0600.
 * @throws PortError `permanent` / `KEY_FILE_UNUSABLE`
 */
export function provideFingerprintKeyFile(file: string): void {
  writeIfAbsent(file, randomBytes(KEY_BYTES), 0o600);
  readKeyFile(file, { secret: true });
}

/**
 * The 32 bytes of a key file. A secret one that others may read is refused.
 * @throws PortError `permanent` / `KEY_FILE_UNUSABLE`; the message names the file and never its content
 */
export function readKeyFile(file: string, { secret = false } = {}): Buffer {
  let text: string;
  let mode: number;
  try {
    text = readFileSync(file, 'utf8').trim();
    mode = statSync(file).mode & 0o777;
  } catch (error) {
    throw unusable(file, `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`);
  }
  if (secret && (mode & 0o077) !== 0) {
    throw unusable(file, `may be read by others (mode ${mode.toString(8)}). Set its mode to 600`);
  }
  const key = Buffer.from(text, 'base64');
  if (key.length !== KEY_BYTES || key.toString('base64') !== text) {
    throw unusable(file, `does not hold ${KEY_BYTES} bytes in base64. Put the right file there`);
  }
  return key;
}

/** The whole file appears at once or not at all, and one that is there is never written over. */
function writeIfAbsent(file: string, key: Uint8Array, mode: number): void {
  const draft = `${file}.draft-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    const descriptor = openSync(draft, 'wx', mode);
    try {
      chmodSync(draft, mode);
      writeSync(descriptor, `${Buffer.from(key).toString('base64')}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    linkSync(draft, file);
    syncFolder(dirname(file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EEXIST') throw unusable(file, `cannot be made (${code ?? 'unknown reason'})`);
  } finally {
    removeDraft(draft);
  }
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function removeDraft(draft: string): void {
  try {
    unlinkSync(draft);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function publicKeyOf(privateKey: Buffer): Buffer {
  return rawPublicKey(createPublicKey(privateKeyObject(privateKey)));
}

function unusable(file: string, what: string): PortError {
  return new PortError('permanent', 'KEY_FILE_UNUSABLE', `Key file ${file} ${what}.`);
}
