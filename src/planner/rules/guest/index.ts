import { guestBiosUuidChanges } from './bios-uuid-changes.js';
import { guestBiosUuidTieUnknown } from './bios-uuid-tie-unknown.js';
import { guestBootDiskLeftOut } from './boot-disk-left-out.js';
import { guestCopyOfWindows } from './copy-of-windows.js';
import { guestDeviceHardwareLeftOut } from './device-hardware-left-out.js';
import { guestDeviceMediaLeftOut } from './device-media-left-out.js';
import { guestDeviceMemoryLost } from './device-memory-lost.js';
import { guestDeviceOtherLeftOut } from './device-other-left-out.js';
import { guestDomainControllerCopy } from './domain-controller-copy.js';
import { guestDomainControllerInPlace } from './domain-controller-in-place.js';
import { guestDomainControllerUnknown } from './domain-controller-unknown.js';
import { guestDomainController } from './domain-controller.js';
import { guestExtraConfigUnknown } from './extra-config-unknown.js';
import { guestMemorySnapshotLeft } from './memory-snapshot-left.js';
import { guestSuspendedStateLost } from './suspended-state-lost.js';
import { guestTemplateUnknown } from './template-unknown.js';
import { guestTemplate } from './template.js';
import { guestTooManyDisks } from './too-many-disks.js';
import { guestVApp } from './vapp.js';
import { guestVmServiceUnknown } from './vm-service-unknown.js';
import { guestVmService } from './vm-service.js';
import type { VsphereRule } from '../rule.js';

/** About what the VM is: its identity, its guest, its devices and what it belongs to. */
export const GUEST_RULES: readonly VsphereRule[] = [
  guestBiosUuidChanges,
  guestBiosUuidTieUnknown,
  guestBootDiskLeftOut,
  guestCopyOfWindows,
  guestDeviceHardwareLeftOut,
  guestDeviceMediaLeftOut,
  guestDeviceMemoryLost,
  guestDeviceOtherLeftOut,
  guestDomainController,
  guestDomainControllerCopy,
  guestDomainControllerInPlace,
  guestDomainControllerUnknown,
  guestExtraConfigUnknown,
  guestMemorySnapshotLeft,
  guestSuspendedStateLost,
  guestTemplate,
  guestTemplateUnknown,
  guestTooManyDisks,
  guestVApp,
  guestVmService,
  guestVmServiceUnknown,
];
