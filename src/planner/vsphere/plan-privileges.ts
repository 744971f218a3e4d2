import type { PrivilegeFact } from '../facts/site.js';
import type { VsphereContext } from './context.js';

const TO_CREATE = [
  'Datastore.AllocateSpace',
  'Resource.AssignVMToPool',
  'VirtualMachine.Config.AddNewDisk',
  'VirtualMachine.Config.AdvancedConfig',
  'VirtualMachine.Config.Settings',
  'VirtualMachine.Inventory.Create',
  // Its compensation takes the VM away again.
  'VirtualMachine.Inventory.Delete',
];
const TO_UPLOAD = ['Datastore.Browse', 'Datastore.FileManagement'];
const TO_TRACK = 'VirtualMachine.Config.ChangeTracking';
const TO_CONNECT = 'Network.Assign';
const TO_MARK = 'VirtualMachine.Provisioning.MarkAsTemplate';
const TO_START = ['VirtualMachine.Interact.PowerOff', 'VirtualMachine.Interact.PowerOn'];
const TO_READ_POLICIES = 'StorageProfile.View';
const MARKERS = 'VirtualMachine.Config.AdvancedConfig';

/** Everything above, ascending. */
export const PLAN_PRIVILEGES: readonly string[] = [
  ...new Set([...TO_CREATE, ...TO_UPLOAD, ...TO_START, TO_TRACK, TO_CONNECT, TO_MARK, TO_READ_POLICIES]),
].sort();

/**
 * Privileges that the steps of this plan need beside those of its transports and keys, and of which the site says this;
 * those that nobody asked about are UNKNOWN. Ascending.
 */
export function planPrivileges(context: VsphereContext, held: PrivilegeFact['held']): readonly string[] {
  const { target, nvram, networks, changeTracking, point, homePolicy, disks, site } = context;
  const created = target.mode === 'NEW_VM';
  const needed = new Set<string>(created ? TO_CREATE : [MARKERS]);
  if (nvram.way === 'RESTORE') for (const one of TO_UPLOAD) needed.add(one);
  if (changeTracking.offBefore || changeTracking.onAfter) needed.add(TO_TRACK);
  if (created && networks.some(({ network }) => network !== null)) needed.add(TO_CONNECT);
  if (created && [homePolicy, ...disks.map(({ policy }) => policy)].some(({ policy }) => policy !== null)) {
    needed.add(TO_READ_POLICIES);
  }
  if (point.machine.template === 'YES') needed.add(TO_MARK);
  else if (target.powerOn) for (const one of TO_START) needed.add(one);
  const found: string[] = [];
  for (const privilege of needed) {
    if ((site.privileges?.byId.get(privilege)?.held ?? 'UNKNOWN') === held) found.push(privilege);
  }
  return found.sort();
}
