import { createCipheriv, createHash, createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { SealedItemKind } from '../../domain/restore-point-records.js';
import type { SealBinding, Sealer } from '../../ports/sealer.js';
import { associatedData, CIPHER, deriveKeys, MAGIC, NONCE_BYTES, publicKeyObject, rawPublicKey } from './envelope.js';

export interface SealerKeys {
  /** Id of the row of the public key. */
  readonly sealingKeyId: string;
  /** 32 bytes of X25519. The private half is in executors only. */
  readonly sealingPublicKey: Uint8Array;
  /** Key of the HMAC over what could be guessed from a plain hash. */
  readonly fingerprintKey: Uint8Array;
}

const UNGUESSABLE: ReadonlySet<SealedItemKind> = new Set(['ENCRYPTION_BUNDLE', 'NVRAM']);

/** Seals with a fresh ephemeral key each time: who seals cannot open afterwards. */
export function createSealer(keys: SealerKeys): Sealer {
  const recipient = publicKeyObject(keys.sealingPublicKey);
  return {
    sealingKeyId: keys.sealingKeyId,
    fingerprint(kind, content) {
      if (UNGUESSABLE.has(kind)) {
        return { algorithm: 'SHA256', hex: createHash('sha256').update(content).digest('hex') };
      }
      const hmac = createHmac('sha256', keys.fingerprintKey).update(`${kind}:`).update(content);
      return { algorithm: 'HMAC_SHA256', hex: hmac.digest('hex') };
    },
    seal(binding: SealBinding, content: Uint8Array) {
      const ephemeral = generateKeyPairSync('x25519');
      const ephemeralPublicKey = rawPublicKey(ephemeral.publicKey);
      const { contentKey, commitment } = deriveKeys(
        ephemeral.privateKey,
        recipient,
        ephemeralPublicKey,
        keys.sealingPublicKey,
      );
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, contentKey, nonce);
      cipher.setAAD(associatedData(binding, keys.sealingKeyId));
      const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
      return Buffer.concat([MAGIC, ephemeralPublicKey, commitment, nonce, ciphertext, cipher.getAuthTag()]);
    },
  };
}
