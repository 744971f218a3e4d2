import { guestTooManyDisks } from './too-many-disks.js';
import { guestBootDiskLeftOut } from './boot-disk-left-out.js';
import { guestDeviceOtherLeftOut } from './device-other-left-out.js';
import { guestDeviceMemoryLost } from './device-memory-lost.js';
import { guestDeviceMediaLeftOut } from './device-media-left-out.js';
import { guestDeviceHardwareLeftOut } from './device-hardware-left-out.js';
import { guestMemorySnapshotLeft } from './memory-snapshot-left.js';
import { guestSuspendedStateLost } from './suspended-state-lost.js';
import { guestVApp } from './vapp.js';
import { guestTemplateUnknown } from './template-unknown.js';
import { guestTemplate } from './template.js';
import { guestVmServiceUnknown } from './vm-service-unknown.js';
import { guestExtraConfigUnknown } from './extra-config-unknown.js';
import { guestVmService } from './vm-service.js';
import { guestDomainControllerUnknown } from './domain-controller-unknown.js';
import { guestDomainControllerInPlace } from './domain-controller-in-place.js';
import { guestDomainControllerCopy } from './domain-controller-copy.js';
import { guestDomainController } from './domain-controller.js';
import { guestCopyOfWindows } from './copy-of-windows.js';
import { guestBiosUuidTieUnknown } from './bios-uuid-tie-unknown.js';
import { guestBiosUuidChanges } from './bios-uuid-changes.js';
import type { VsphereRule } from '../rule.js';

/** About what the VM is: its identity, its guest, its devices and what it belongs to. */
export const GUEST_RULES: readonly VsphereRule[] = [
  guestTooManyDisks,
  guestBootDiskLeftOut,
  guestDeviceOtherLeftOut,
  guestDeviceMemoryLost,
  guestDeviceMediaLeftOut,
  guestDeviceHardwareLeftOut,
  guestMemorySnapshotLeft,
  guestSuspendedStateLost,
  guestVApp,
  guestTemplateUnknown,
  guestTemplate,
  guestVmServiceUnknown,
  guestExtraConfigUnknown,
  guestVmService,
  guestDomainControllerUnknown,
  guestDomainControllerInPlace,
  guestDomainControllerCopy,
  guestDomainController,
  guestCopyOfWindows,
  guestBiosUuidTieUnknown,
  guestBiosUuidChanges,
];
