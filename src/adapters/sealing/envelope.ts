import { createHash, createPrivateKey, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto';
import type { SealBinding } from '../../ports/sealer.js';

/**
 * Version 1: `RSE1`, ephemeral public key (32 bytes), commitment (32), nonce (12), ciphertext, tag (16).
 *
 * Keys come from HKDF-SHA-256 over the X25519 shared secret; its salt holds both public keys, its info says what the
 * output is for. The commitment is an output of its own: AES-GCM alone lets one ciphertext open under two keys, so the
 * commitment is compared before anything is decrypted. The binding is the associated data, so that a ciphertext opens
 * only in the row it was made for.
 */
export const MAGIC = Buffer.from('RSE1', 'latin1');
export const PUBLIC_KEY_BYTES = 32;
export const COMMITMENT_BYTES = 32;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;
export const HEADER_BYTES = MAGIC.length + PUBLIC_KEY_BYTES + COMMITMENT_BYTES + NONCE_BYTES;
export const CIPHER = 'aes-256-gcm';

export interface DerivedKeys {
  readonly contentKey: Buffer;
  readonly commitment: Buffer;
}

export function deriveKeys(
  own: KeyObject,
  other: KeyObject,
  ephemeralPublicKey: Uint8Array,
  recipientPublicKey: Uint8Array,
): DerivedKeys {
  const shared = diffieHellman({ privateKey: own, publicKey: other });
  const salt = createHash('sha256').update(ephemeralPublicKey).update(recipientPublicKey).digest();
  const expand = (info: string) => Buffer.from(hkdfSync('sha256', shared, salt, `reinstate sealing 1 ${info}`, 32));
  return { contentKey: expand('content'), commitment: expand('commitment') };
}

/** Each field after its length in bytes, so that no two bindings share one encoding. */
export function associatedData(binding: SealBinding, sealingKeyId: string): Buffer {
  const fields = [MAGIC.toString('latin1'), binding.vmId, binding.kind, binding.fingerprint, sealingKeyId];
  return Buffer.from(fields.map((field) => `${Buffer.byteLength(field)}:${field}`).join(''), 'utf8');
}

/** X25519 in the DER form of SubjectPublicKeyInfo: this prefix and the 32 bytes (RFC 8410). */
const PUBLIC_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');

/** @throws TypeError unless 32 bytes are given */
export function publicKeyObject(raw: Uint8Array): KeyObject {
  if (raw.length !== PUBLIC_KEY_BYTES) throw new TypeError(`a sealing key has ${PUBLIC_KEY_BYTES} bytes`);
  return createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: 'der', type: 'spki' });
}

/** X25519 in the DER form of PKCS#8: this prefix and the 32 bytes (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** @throws TypeError unless 32 bytes are given */
export function privateKeyObject(raw: Uint8Array): KeyObject {
  if (raw.length !== PUBLIC_KEY_BYTES) throw new TypeError(`a sealing key has ${PUBLIC_KEY_BYTES} bytes`);
  const der = Buffer.concat([PRIVATE_PREFIX, raw]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

export function rawPublicKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
}
