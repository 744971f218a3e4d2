/**
 * Goal: a sealed item opens only with the right private key, in the row it was made for, unchanged.
 * Method: seal with the public half, open with the private one; every byte of an envelope is flipped in turn, envelopes
 * are exchanged between rows, and error texts are searched for the content.
 */
import { describe, expect, test } from '@jest/globals';
import {
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  provideFingerprintKeyFile,
  provideSealingKeyFiles,
  readKeyFile,
} from '../../../src/adapters/sealing/key-files.js';
import { createSealedItemOpener } from '../../../src/adapters/sealing/open-sealed-item.js';
import { createSealer } from '../../../src/adapters/sealing/seal.js';
import type { PortError } from '../../../src/ports/port-error.js';
import type { StoredSealedItem } from '../../../src/ports/sealer.js';
import { propertySettings } from '../../support/property-settings.js';

const SECRET = 'CANARY-content-of-a-sealed-item';
const KEY_ID = '01900000-0000-7000-8000-00000000000a';

function newPair() {
  const pair = generateKeyPairSync('x25519');
  return {
    privateKey: pair.privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32),
    publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
  };
}

const pair = newPair();
const sealer = createSealer({
  sealingKeyId: KEY_ID,
  sealingPublicKey: pair.publicKey,
  fingerprintKey: randomBytes(32),
});
const opener = createSealedItemOpener(pair.privateKey);

function sealed(
  content: Uint8Array = Buffer.from(SECRET),
  vmId = '01900000-0000-7000-8000-00000000000b',
): StoredSealedItem {
  const fingerprint = sealer.fingerprint('ENCRYPTION_BUNDLE', content).hex;
  const binding = { vmId, kind: 'ENCRYPTION_BUNDLE', fingerprint } as const;
  return { ...binding, sealingKeyId: KEY_ID, content: sealer.seal(binding, content) };
}

function refusalOf(item: StoredSealedItem, by = opener): PortError {
  try {
    by.open(item);
  } catch (error) {
    const { message, stack, cause } = error as Error;
    expect([message, stack, JSON.stringify(error), String(cause)].join(' ').includes('CANARY')).toBe(false);
    return error as PortError;
  }
  throw new Error('it was opened');
}

describe('sealing', () => {
  test('opens to the same bytes, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (content) => {
        expect(Buffer.from(opener.open(sealed(content))).equals(Buffer.from(content))).toBe(true);
      }),
      propertySettings(),
    );
  });

  test('a reader written from docs/formats.md alone opens it', () => {
    const item = sealed();
    const bytes = Buffer.from(item.content);
    const own = createPrivateKey({
      key: {
        kty: 'OKP',
        crv: 'X25519',
        d: pair.privateKey.toString('base64url'),
        x: pair.publicKey.toString('base64url'),
      },
      format: 'jwk',
    });
    const other = createPublicKey({
      key: { kty: 'OKP', crv: 'X25519', x: bytes.subarray(4, 36).toString('base64url') },
      format: 'jwk',
    });
    const shared = diffieHellman({ privateKey: own, publicKey: other });
    const salt = createHash('sha256').update(bytes.subarray(4, 36)).update(pair.publicKey).digest();
    const key = (use: string) => Buffer.from(hkdfSync('sha256', shared, salt, `reinstate sealing 1 ${use}`, 32));
    expect(key('commitment').equals(bytes.subarray(36, 68))).toBe(true);
    const decipher = createDecipheriv('aes-256-gcm', key('content'), bytes.subarray(68, 80));
    const fields = ['RSE1', item.vmId, item.kind, item.fingerprint, item.sealingKeyId];
    decipher.setAAD(Buffer.from(fields.map((field) => `${field.length}:${field}`).join('')));
    decipher.setAuthTag(bytes.subarray(-16));
    expect(decipher.update(bytes.subarray(80, -16)).toString() + decipher.final('utf8')).toBe(SECRET);
  });

  test('4 MiB', () => {
    const content = randomBytes(4 * 1024 * 1024);
    expect(Buffer.from(opener.open(sealed(content))).equals(content)).toBe(true);
  });

  test('the same content twice gives other bytes, and none of them in clear', () => {
    const [first, second] = [sealed(), sealed()];
    expect(Buffer.from(first.content).equals(Buffer.from(second.content))).toBe(false);
    expect(Buffer.from(first.content).includes('CANARY')).toBe(false);
  });

  test('each flipped byte is refused: magic, ephemeral key, commitment, nonce, ciphertext, tag', () => {
    const item = sealed();
    const kinds = new Map<string, number>();
    for (let at = 0; at < item.content.length; at += 1) {
      const content = Uint8Array.from(item.content);
      content[at] = (content[at] ?? 0) ^ 0x01;
      const { code } = refusalOf({ ...item, content });
      kinds.set(code, (kinds.get(code) ?? 0) + 1);
    }
    // 4 of magic; 32 of key and 32 of commitment; the rest of nonce, ciphertext and tag.
    expect(Object.fromEntries(kinds)).toEqual({
      SEALED_FORMAT_UNSUPPORTED: 4,
      SEALING_KEY_MISMATCH: 64,
      SEALED_ITEM_DAMAGED: 12 + SECRET.length + 16,
    });
  });

  test('each truncation is refused', () => {
    const item = sealed();
    for (let length = 0; length < item.content.length; length += 1) {
      const { code } = refusalOf({ ...item, content: item.content.subarray(0, length) });
      expect(code).toBe(length < 4 ? 'SEALED_FORMAT_UNSUPPORTED' : 'SEALED_ITEM_DAMAGED');
    }
  });

  test.each<[string, Partial<StoredSealedItem>]>([
    ['another VM', { vmId: '01900000-0000-7000-8000-00000000000c' }],
    ['another kind', { kind: 'NVRAM' }],
    ['another fingerprint', { fingerprint: '0'.repeat(64) }],
    ['another sealing key row', { sealingKeyId: '01900000-0000-7000-8000-00000000000d' }],
    ['the ciphertext of another row', { content: sealed(Buffer.from('other')).content }],
  ])('%s is refused', (_, changes) => {
    expect(refusalOf({ ...sealed(), ...changes }).code).toBe('SEALED_ITEM_DAMAGED');
  });

  test('another private key is denied before anything is decrypted', () => {
    const error = refusalOf(sealed(), createSealedItemOpener(newPair().privateKey));
    expect([error.kind, error.code]).toEqual(['denied', 'SEALING_KEY_MISMATCH']);
  });

  test('an ephemeral key of low order is refused', () => {
    const item = sealed();
    const content = Uint8Array.from(item.content);
    content.fill(0, 4, 36);
    expect(refusalOf({ ...item, content }).code).toBe('SEALED_ITEM_DAMAGED');
  });

  test('fingerprints: plain only for what cannot be guessed, keyed and by kind for the rest', () => {
    const content = Buffer.from('guess');
    expect(sealer.fingerprint('NVRAM', content).algorithm).toBe('SHA256');
    const keyed = sealer.fingerprint('VNC_PASSWORD', content);
    expect(keyed.algorithm).toBe('HMAC_SHA256');
    expect(keyed.hex).not.toBe(sealer.fingerprint('OTHER', content).hex);
    expect(keyed).toEqual(sealer.fingerprint('VNC_PASSWORD', content));
    const other = createSealer({
      sealingKeyId: KEY_ID,
      sealingPublicKey: pair.publicKey,
      fingerprintKey: randomBytes(32),
    });
    expect(other.fingerprint('VNC_PASSWORD', content).hex).not.toBe(keyed.hex);
  });
});

describe('key files', () => {
  function inFolder(work: (path: (name: string) => string) => void): void {
    const folder = mkdtempSync(join(tmpdir(), 'reinstate-sealing-'));
    try {
      work((name) => join(folder, name));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const codeOf = (work: () => void) => {
    try {
      work();
    } catch (error) {
      return (error as PortError).message;
    }
    return 'no error';
  };

  test('are made once, private, and fit each other', () => {
    inFolder((path) => {
      provideSealingKeyFiles(path('private'), path('public'));
      provideFingerprintKeyFile(path('fingerprint'));
      const before = readFileSync(path('private'), 'utf8');
      provideSealingKeyFiles(path('private'), path('public'));
      expect(readFileSync(path('private'), 'utf8')).toBe(before);
      expect(['private', 'public', 'fingerprint'].map((name) => statSync(path(name)).mode & 0o777)).toEqual([
        0o600, 0o644, 0o600,
      ]);
      expect(readdirSync(path('.')).sort()).toEqual(['fingerprint', 'private', 'public']);
      const own = createSealer({
        sealingKeyId: KEY_ID,
        sealingPublicKey: readKeyFile(path('public')),
        fingerprintKey: readKeyFile(path('fingerprint'), { secret: true }),
      });
      const binding = {
        vmId: 'vm',
        kind: 'OTHER',
        fingerprint: own.fingerprint('OTHER', Buffer.from('x')).hex,
      } as const;
      const content = own.seal(binding, Buffer.from('x'));
      const opened = createSealedItemOpener(readKeyFile(path('private'), { secret: true }));
      expect(Buffer.from(opened.open({ ...binding, sealingKeyId: KEY_ID, content })).toString()).toBe('x');
    });
  });

  test('a lost public file is made again from the private one; a foreign one is refused', () => {
    inFolder((path) => {
      provideSealingKeyFiles(path('private'), path('public'));
      const text = readFileSync(path('public'), 'utf8');
      rmSync(path('public'));
      provideSealingKeyFiles(path('private'), path('public'));
      expect(readFileSync(path('public'), 'utf8')).toBe(text);
      writeFileSync(path('public'), `${newPair().publicKey.toString('base64')}\n`);
      expect(codeOf(() => provideSealingKeyFiles(path('private'), path('public')))).toContain('is not the public half');
    });
  });

  test('a lost private file is never made anew: not beside its public half, not where items are sealed', () => {
    inFolder((path) => {
      provideSealingKeyFiles(path('private'), path('public'));
      rmSync(path('private'));
      const refused = codeOf(() => provideSealingKeyFiles(path('private'), path('public')));
      expect(refused).toMatch(/private is missing, and its public half is there\. Bring the pair .* from your backup/);
      rmSync(path('public'));
      const inUse = codeOf(() => provideSealingKeyFiles(path('private'), path('public'), true));
      expect(inUse).toMatch(/private is missing, and items in the catalog are sealed to it\. Bring the pair/);
      expect(readdirSync(path('.'))).toEqual([]);
    });
  });

  test('a readable private key, a short one, one that is no base64, one that is not there', () => {
    inFolder((path) => {
      provideSealingKeyFiles(path('private'), path('public'));
      chmodSync(path('private'), 0o640);
      expect(codeOf(() => readKeyFile(path('private'), { secret: true }))).toContain('mode 640');
      writeFileSync(path('bad'), 'c2hvcnQ=', { mode: 0o600 });
      expect(codeOf(() => readKeyFile(path('bad')))).toContain('does not hold 32 bytes');
      writeFileSync(path('bad'), '!'.repeat(44), { mode: 0o600 });
      const text = codeOf(() => readKeyFile(path('bad')));
      expect(text).toContain('does not hold 32 bytes');
      expect(text).not.toContain('!!');
      expect(codeOf(() => readKeyFile(path('absent')))).toContain('ENOENT');
    });
  });
});
