import type { SealedItemKind } from '../domain/restore-point-records.js';
import type { IdMaker } from '../ports/id-maker.js';
import type { NewSealedItem, RestorePointWriter } from '../ports/restore-point-writer.js';
import type { Fingerprint, Sealer } from '../ports/sealer.js';

export interface SealPorts {
  readonly sealer: Sealer;
  readonly ids: IdMaker;
  readonly ingest: Pick<RestorePointWriter, 'findSealedItems'>;
}

export interface SecretToSeal {
  readonly kind: SealedItemKind;
  readonly content: Uint8Array;
}

export interface FingerprintedSecret extends SecretToSeal {
  readonly fingerprint: Fingerprint;
}

export interface SealedSecrets {
  /** Ids of sealed rows, in the order of the secrets. */
  readonly ids: readonly string[];
  /** Rows to be made; the others were there. */
  readonly made: readonly NewSealedItem[];
}

export function fingerprintSecrets(sealer: Sealer, secrets: readonly SecretToSeal[]): FingerprintedSecret[] {
  return secrets.map((secret) => ({ ...secret, fingerprint: sealer.fingerprint(secret.kind, secret.content) }));
}

/**
 * The same item of the same VM is sealed once: what the VM has is referred to, the rest is sealed to the present key.
 */
export async function sealSecrets(
  ports: SealPorts,
  vmId: string,
  secrets: readonly FingerprintedSecret[],
): Promise<SealedSecrets> {
  const { sealingKeyId } = ports.sealer;
  const wanted = secrets.map(({ kind, fingerprint }) => ({ kind, fingerprint: fingerprint.hex, sealingKeyId }));
  const found = await ports.ingest.findSealedItems(vmId, wanted);
  const idsByName = new Map<string, string>();
  const made: NewSealedItem[] = [];
  const ids = secrets.map(({ kind, content, fingerprint }, position) => {
    const name = `${kind}:${fingerprint.hex}`;
    const known = found[position] ?? idsByName.get(name);
    if (known != null) return known;
    const id = ports.ids.newId();
    idsByName.set(name, id);
    const binding = { vmId, kind, fingerprint: fingerprint.hex };
    made.push({
      ...binding,
      id,
      sealingKeyId,
      fingerprintAlgorithm: fingerprint.algorithm,
      lengthBytes: content.length,
      content: ports.sealer.seal(binding, content),
    });
    return id;
  });
  return { ids, made };
}
