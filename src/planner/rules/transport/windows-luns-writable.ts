import { windowsSanProxies } from '../../vsphere/used-executors.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const windowsLunsWritable: VsphereRule = {
  kind: 'FINDING',
  id: 'windows.luns-writable',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'A Windows proxy can write to LUNs that this restore does not write',
  statements: ['S11'],
  citation: tips('Set SAN disk to read-only except for restore'),
  remedy: 'Set the SAN disks of the proxy read-only with diskpart and keep them so between restores.',
  check: ({ site, ways }) => {
    const written = new Set(
      ways.flatMap(({ transport, situation }) =>
        transport === 'SAN' ? (situation.place.datastore?.lunIds ?? []) : [],
      ),
    );
    const owners = new Map(
      (site.datastores?.list ?? []).flatMap(({ name, lunIds }) => (lunIds ?? []).map((lun) => [lun, name])),
    );
    return windowsSanProxies(ways).flatMap((executor) => {
      const open = [...(executor.luns?.values() ?? [])]
        .filter(({ id, readOnly }) => readOnly !== 'YES' && owners.has(id) && !written.has(id))
        .map(({ id }) => `${id} (${owners.get(id)})`)
        .sort();
      if (open.length === 0) return [];
      const explanation = `Proxy ${executor.name} is not kept from writing to ${open.join(', ')}.`;
      return [{ subject: executor.subject, explanation }];
    });
  },
};
