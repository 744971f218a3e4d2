import type { Transport } from '../../domain/words.js';
import type { PrivilegeFact } from '../facts/site.js';
import type { WithHost } from './context.js';

/** [S01] Without these PrepareForAccess fails, and storage motion can leave stale disks behind. A host has no fence. */
const FENCE = ['Global.DisableMethods', 'Global.EnableMethods'];

const OF_TRANSPORT: Partial<Record<Transport, readonly string[]>> = {
  SAN: [
    'VirtualMachine.State.CreateSnapshot',
    'VirtualMachine.State.RevertToSnapshot',
    'VirtualMachine.State.RemoveSnapshot',
  ],
  HOTADD: [
    'Datastore.AllocateSpace',
    'VirtualMachine.Config.AddExistingDisk',
    'VirtualMachine.Config.AddNewDisk',
    'VirtualMachine.Config.RemoveDisk',
    'VirtualMachine.Config.Resource',
    'VirtualMachine.Config.Settings',
  ],
  HTTP_NFC: ['Datastore.AllocateSpace', 'VApp.Import'],
  DATASTORE_HTTP: ['Datastore.Browse', 'Datastore.FileManagement'],
};
const HOTADD_OF_ENCRYPTED = ['Cryptographer.Access', 'Cryptographer.AddDisk'];

/** Everything above, ascending. */
export const TRANSPORT_PRIVILEGES: readonly string[] = [
  ...new Set([...FENCE, ...Object.values(OF_TRANSPORT).flat(), ...HOTADD_OF_ENCRYPTED]),
].sort();

/** Privileges that a transport needs and of which the site says this; those that nobody asked about are UNKNOWN. */
export function privilegesWith(
  { site }: WithHost,
  transport: Transport,
  encrypted: boolean,
  held: PrivilegeFact['held'],
): readonly string[] {
  const found: string[] = [];
  for (const privilege of neededBy(site.kind, transport, encrypted)) {
    if ((site.privileges?.byId.get(privilege)?.held ?? 'UNKNOWN') === held) found.push(privilege);
  }
  return found;
}

function neededBy(kind: WithHost['site']['kind'], transport: Transport, encrypted: boolean): readonly string[] {
  const own = OF_TRANSPORT[transport] ?? [];
  const http = transport === 'HTTP_NFC' || transport === 'DATASTORE_HTTP';
  const fence = http || kind === 'ESXI' ? [] : FENCE;
  const keys = encrypted && transport === 'HOTADD' ? HOTADD_OF_ENCRYPTED : [];
  return [...fence, ...own, ...keys];
}
