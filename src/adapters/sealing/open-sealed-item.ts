import { createDecipheriv, createPublicKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { PortError } from '../../ports/port-error.js';
import type { SealedItemOpener, StoredSealedItem } from '../../ports/sealer.js';
import {
  associatedData,
  CIPHER,
  COMMITMENT_BYTES,
  deriveKeys,
  HEADER_BYTES,
  MAGIC,
  NONCE_BYTES,
  privateKeyObject,
  PUBLIC_KEY_BYTES,
  publicKeyObject,
  rawPublicKey,
  TAG_BYTES,
} from './envelope.js';

/**
 * The executors' half: opens what was sealed to this private key (32 bytes of X25519).
 * @throws TypeError unless 32 bytes are given
 */
export function createSealedItemOpener(sealingPrivateKey: Uint8Array): SealedItemOpener {
  const privateKey = privateKeyObject(sealingPrivateKey);
  const publicKey = rawPublicKey(createPublicKey(privateKey));
  return { open: (item) => openSealedItem(privateKey, publicKey, item) };
}

function openSealedItem(privateKey: KeyObject, publicKey: Uint8Array, item: StoredSealedItem): Uint8Array {
  const content = Buffer.from(item.content);
  if (content.length < MAGIC.length || !content.subarray(0, MAGIC.length).equals(MAGIC)) {
    const message = 'The sealed item is of a form that this version does not know. Use the version that sealed it.';
    throw new PortError('permanent', 'SEALED_FORMAT_UNSUPPORTED', message);
  }
  if (content.length < HEADER_BYTES + TAG_BYTES) throw damaged();
  let at = MAGIC.length;
  const take = (length: number) => content.subarray(at, (at += length));
  const ephemeralPublicKey = take(PUBLIC_KEY_BYTES);
  const commitment = take(COMMITMENT_BYTES);
  const nonce = take(NONCE_BYTES);
  const ciphertext = content.subarray(at, content.length - TAG_BYTES);
  const tag = content.subarray(content.length - TAG_BYTES);

  const keys = deriveOrRefuse(privateKey, publicKey, ephemeralPublicKey);
  if (!timingSafeEqual(keys.commitment, commitment)) {
    const message =
      'The sealed item cannot be opened with this private key: it was sealed to another key, or was changed. ' +
      "Give the executor the private key of the item's sealing key.";
    throw new PortError('denied', 'SEALING_KEY_MISMATCH', message);
  }
  const decipher = createDecipheriv(CIPHER, keys.contentKey, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(associatedData(item, item.sealingKeyId));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    // What the cipher says of it is left out: it adds nothing, and no part of the content may reach a log.
    throw damaged();
  }
}

/** A point of low order gives no shared secret, and node refuses it. */
function deriveOrRefuse(privateKey: KeyObject, publicKey: Uint8Array, ephemeralPublicKey: Uint8Array) {
  try {
    return deriveKeys(privateKey, publicKeyObject(ephemeralPublicKey), ephemeralPublicKey, publicKey);
  } catch {
    throw damaged();
  }
}

function damaged(): PortError {
  const message = 'The sealed item was changed, or belongs to another row. Take it from another restore point.';
  return new PortError('permanent', 'SEALED_ITEM_DAMAGED', message);
}
