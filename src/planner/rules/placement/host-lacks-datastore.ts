import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostLacksDatastore: HostRule = {
  kind: 'HOST',
  id: 'host.lacks-datastore',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A host does not see a datastore that the VM needs',
  statements: [],
  citation: vim('HostSystem.datastore'),
  remedy: 'Mount the datastore on the host, or choose datastores that one host sees all of.',
  reject: ({ home, disks }, host) => {
    const lacking = new Set<string>();
    for (const { datastore } of [home, ...disks.map((disk) => disk.place)]) {
      if (datastore !== null && !host.datastoreIds.includes(datastore.id)) lacking.add(datastore.name);
    }
    return lacking.size === 0 ? null : `Host ${host.name} does not see ${[...lacking].join(', ')}.`;
  },
};
