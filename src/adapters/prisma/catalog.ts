import type { AuditReader } from '../../ports/audit-reader.js';
import type { CatalogHealth } from '../../ports/catalog-health.js';
import type { ExecutorReader, SiteReader, VmReader } from '../../ports/estate-reader.js';
import type { OperationReader, OperationWriter } from '../../ports/operation-store.js';
import type { PlanningFactsReader, PlanningFactsWriter } from '../../ports/planning-facts.js';
import type { PlanReader, PlanWriter } from '../../ports/plan-store.js';
import type { RestorePointReader } from '../../ports/restore-point-reader.js';
import type { RestorePointRemover } from '../../ports/restore-point-remover.js';
import type { RestorePointWriter } from '../../ports/restore-point-writer.js';
import type { SealingKeyStore } from '../../ports/sealing-key-store.js';
import type { TokenStore } from '../../ports/token-store.js';
import { createAuditReader } from './audit-reader.js';
import { type CatalogDatabaseOptions, openCatalogDatabase } from './database.js';
import { createExecutorReader, createSiteReader, createVmReader } from './estate-reader.js';
import { Prisma } from './generated/client.js';
import { createOperationReader } from './operation-reader.js';
import { createOperationWriter } from './operation-writer.js';
import { createPlanningFactsReader, createPlanningFactsWriter } from './planning-facts-store.js';
import { createPlanStore } from './plan-store.js';
import { createRestorePointReader } from './restore-point-reader.js';
import { createRestorePointRemover } from './restore-point-remover.js';
import { createRestorePointWriter } from './restore-point-writer.js';
import { createSealingKeyStore } from './sealing-key-store.js';
import { createTokenStore } from './token-store.js';

/** Every store of the catalog on one pool of connections. */
export interface Catalog {
  readonly sites: SiteReader;
  readonly vms: VmReader;
  readonly executors: ExecutorReader;
  readonly restorePoints: RestorePointReader;
  readonly removal: RestorePointRemover;
  readonly ingest: RestorePointWriter;
  readonly operations: OperationReader & OperationWriter;
  readonly plans: PlanReader & PlanWriter;
  readonly planningFacts: PlanningFactsReader & PlanningFactsWriter;
  readonly tokens: TokenStore;
  readonly audit: AuditReader;
  readonly sealingKeys: SealingKeyStore;
  readonly health: CatalogHealth;
  close(): Promise<void>;
}

/** Opens no connection by itself: whether the database is there shows at the first call. */
export function openCatalog(options: CatalogDatabaseOptions): Catalog {
  const database = openCatalogDatabase(options);
  return {
    sites: createSiteReader(database),
    vms: createVmReader(database),
    executors: createExecutorReader(database),
    restorePoints: createRestorePointReader(database),
    removal: createRestorePointRemover(database),
    ingest: createRestorePointWriter(database),
    operations: { ...createOperationReader(database), ...createOperationWriter(database) },
    plans: createPlanStore(database),
    planningFacts: { ...createPlanningFactsReader(database), ...createPlanningFactsWriter(database) },
    tokens: createTokenStore(database),
    audit: createAuditReader(database),
    sealingKeys: createSealingKeyStore(database),
    health: {
      check: async () => {
        await database.query(Prisma.sql`SELECT 1`);
      },
    },
    close: () => database.close(),
  };
}
