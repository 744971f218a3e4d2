/** Rows of the catalog about sites, VMs and executors. Ids are UUIDs, times are UTC text `…sssZ`. */

export type SiteKind = 'VCENTER' | 'ESXI' | 'UNREGISTERED';

export interface SiteRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: SiteKind;
  /** Lower case. */
  readonly vcenterInstanceUuid: string | null;
  readonly createdAt: string;
}

export interface VmRecord {
  readonly id: string;
  readonly siteId: string;
  /** `instanceUuid:<uuid>` or `moRef:<value>`: what makes two restore points belong to one VM of a site. */
  readonly identityKey: string;
  readonly name: string;
  readonly managedObjectId: string | null;
  readonly instanceUuid: string | null;
  readonly biosUuid: string | null;
  readonly createdAt: string;
}

export interface ExecutorRecord {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly engine: 'AVAILABLE' | 'UNAVAILABLE';
  /** Why the engine is unavailable, else null. */
  readonly engineReason: string | null;
  readonly startedAt: string;
  readonly observedAt: string;
  /** Ascending by name. */
  readonly locations: readonly LocationRecord[];
  /** Ascending by name. */
  readonly repositories: readonly RepositoryPresence[];
}

/** A folder that an executor may use. The path behind the name stays in the executor. */
export interface LocationRecord {
  readonly name: string;
  readonly readable: boolean;
  readonly writable: boolean;
  readonly freeBytes: number | null;
}

export interface RepositoryPresence {
  readonly name: string;
  readonly present: boolean;
}
