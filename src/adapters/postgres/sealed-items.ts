import pg from 'pg';
import type { SealedItemReader } from '../../ports/sealed-item-reader.js';
import type { StoredSealedItem } from '../../ports/sealer.js';
import type { ExecutorDatabase } from './executor-database.js';

interface SealedRow extends Record<string, unknown> {
  readonly vm_id: string;
  readonly kind: StoredSealedItem['kind'];
  readonly fingerprint: string;
  readonly sealing_key_id: string;
  readonly ciphertext: Buffer;
}

/** Whether anything is sealed in the catalog behind this address; asked before a key pair is made. */
export async function hasSealedItems(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query('SELECT 1 FROM sealed_items LIMIT 1')).rows.length > 0;
  } finally {
    await client.end();
  }
}

export function createSealedItemReader(database: ExecutorDatabase): SealedItemReader {
  return {
    readSealedItem: (id) =>
      database.persistently(async (query) => {
        const [row] = await query<SealedRow>(
          `SELECT vm_id, kind, encode(fingerprint, 'hex') AS fingerprint, sealing_key_id, ciphertext
           FROM sealed_items WHERE id = $1`,
          [id],
        );
        if (row === undefined) return null;
        return {
          vmId: row.vm_id,
          kind: row.kind,
          fingerprint: row.fingerprint,
          sealingKeyId: row.sealing_key_id,
          content: row.ciphertext,
        };
      }),
  };
}
