import type { DatastoreFact } from '../facts/site.js';
import type { Situation } from './context.js';

/** Datastores of home and disks, each once, as far as the site lists them. */
export function usedDatastores({ home, disks }: Situation): readonly DatastoreFact[] {
  const used = new Map<string, DatastoreFact>();
  for (const { datastore } of [home, ...disks.map(({ place }) => place)]) {
    if (datastore !== null) used.set(datastore.id, datastore);
  }
  return [...used.values()];
}
