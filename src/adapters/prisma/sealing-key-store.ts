import type { SealingKeyStore } from '../../ports/sealing-key-store.js';
import type { CatalogDatabase } from './database.js';
import { Prisma } from './generated/client.js';
import { appendAuditNote } from './operation-rows.js';

const ALGORITHM = 'X25519-HKDF-SHA256-AES-256-GCM';

export function createSealingKeyStore(database: CatalogDatabase): SealingKeyStore {
  return {
    async registerSealingKey(key, audit) {
      const publicKey = Buffer.from(key.publicKey).toString('hex');
      return database.transaction(async (statements) => {
        const made = await statements.$executeRaw(Prisma.sql`
          INSERT INTO sealing_keys (id, algorithm, public_key)
          VALUES (${key.id}::uuid, ${ALGORITHM}, decode(${publicKey}, 'hex')) ON CONFLICT (public_key) DO NOTHING`);
        if (made === 1) {
          await appendAuditNote(statements, audit);
          return key.id;
        }
        const [row] = await statements.$queryRaw<{ id: string }[]>(
          Prisma.sql`SELECT id FROM sealing_keys WHERE public_key = decode(${publicKey}, 'hex')`,
        );
        if (row === undefined) throw new Error('a sealing key conflicts with one that is not there');
        return row.id;
      });
    },
  };
}
