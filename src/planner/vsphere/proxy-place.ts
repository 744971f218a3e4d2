import type { DatastoreFact } from '../facts/site.js';
import type { ExecutorView } from './executor-view.js';
import type { SiteView } from './site-view.js';
import { storageKind } from './storage-kind.js';
import type { StorageKind } from './storage-kind.js';

export interface ProxyDatastore {
  readonly name: string;
  /** Null when the site does not list it, or nobody knows. */
  readonly datastore: DatastoreFact | null;
  readonly kind: StorageKind;
}

/** Datastores that hold disks of a proxy, ascending by id; empty when not told. */
export function datastoresOfProxy(site: SiteView, { fact }: ExecutorView): readonly ProxyDatastore[] {
  const ids = [...(fact.proxy.virtualMachine?.datastoreIds ?? [])].sort();
  return ids.map((id) => {
    const datastore = site.datastores?.byId.get(id) ?? null;
    return { name: datastore?.name ?? id, datastore, kind: storageKind(datastore) };
  });
}
