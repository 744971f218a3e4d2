import { diskAttachedElsewhere } from './attached-elsewhere.js';
import { diskAttachmentUnknown } from './attachment-unknown.js';
import { changeTrackingBaseBeforeEnabling } from './base-before-enabling.js';
import { sizeBlocksOnceWritten } from './blocks-once-written.js';
import { controllerBusSharedInPlace } from './bus-shared-in-place.js';
import { diskChildBecomesBase } from './child-becomes-base.js';
import { controllerOutOfSequence } from './controller-out-of-sequence.js';
import { controllerPredicted } from './controller-predicted.js';
import { diskControllerUnknown } from './controller-unknown.js';
import { pointFenceNotHeld } from './fence-not-held.js';
import { datastoreFileLimitUnknown } from './file-limit-unknown.js';
import { datastoreFileTooLarge } from './file-too-large.js';
import { diskFirstClass } from './first-class.js';
import { inPlaceHeldByOther } from './held-by-other.js';
import { inPlaceHeldUnknown } from './held-unknown.js';
import { inPlaceDiskLarger } from './in-place-disk-larger.js';
import { inPlaceDiskNotMapped } from './in-place-disk-not-mapped.js';
import { inPlaceDiskSizeDiffers } from './in-place-disk-size-differs.js';
import { inPlaceDiskSizeUnknown } from './in-place-disk-size-unknown.js';
import { inPlaceDisksUnknown } from './in-place-disks-unknown.js';
import { inPlaceExtraDisks } from './in-place-extra-disks.js';
import { inPlaceExtraDisksLeft } from './in-place-extra-disks-left.js';
import { inPlaceMappingContradictory } from './in-place-mapping-contradictory.js';
import { inPlacePhysicalRdm } from './in-place-physical-rdm.js';
import { inPlaceRdmUnknown } from './in-place-rdm-unknown.js';
import { diskIndependent } from './independent.js';
import { changeTrackingKnownDefect } from './known-defect.js';
import { changeTrackingLineageBroken } from './lineage-broken.js';
import { changeTrackingLineageUnknown } from './lineage-unknown.js';
import { diskNotWholeSectors } from './not-whole-sectors.js';
import { diskOwnLeafOnly } from './own-leaf-only.js';
import { changeTrackingPagesIncomplete } from './pages-incomplete.js';
import { changeTrackingPagesUnknown } from './pages-unknown.js';
import { diskPlaceDoubled } from './place-doubled.js';
import { diskRdmBecomesDisk } from './rdm-becomes-disk.js';
import { diskRdmModeUnknown } from './rdm-mode-unknown.js';
import { diskRdmPhysical } from './rdm-physical.js';
import { diskRdmVirtual } from './rdm-virtual.js';
import { diskSectorSizeDiffers } from './sector-size-differs.js';
import { diskSectorSizeUnknown } from './sector-size-unknown.js';
import { diskShared } from './shared.js';
import { diskSharedInPlace } from './shared-in-place.js';
import { diskSharedInPlaceUnknown } from './shared-in-place-unknown.js';
import { inPlaceStorageMoveRunning } from './storage-move-running.js';
import { changeTrackingUnallocatedToo } from './unallocated-too.js';
import { diskUuidUnknown } from './uuid-unknown.js';
import { vsanExpressSnapshot } from './vsan-express-snapshot.js';
import { vsanExpressUnknown } from './vsan-express-unknown.js';
import { changeTrackingWholeDisk } from './whole-disk.js';
import type { VsphereRule } from '../rule.js';

/** About disks, controllers and change tracking. */
export const DISK_RULES: readonly VsphereRule[] = [
  diskAttachedElsewhere,
  diskAttachmentUnknown,
  changeTrackingBaseBeforeEnabling,
  sizeBlocksOnceWritten,
  controllerBusSharedInPlace,
  diskChildBecomesBase,
  controllerOutOfSequence,
  controllerPredicted,
  diskControllerUnknown,
  pointFenceNotHeld,
  datastoreFileLimitUnknown,
  datastoreFileTooLarge,
  diskFirstClass,
  inPlaceHeldByOther,
  inPlaceHeldUnknown,
  inPlaceDiskLarger,
  inPlaceDiskNotMapped,
  inPlaceDiskSizeDiffers,
  inPlaceDiskSizeUnknown,
  inPlaceDisksUnknown,
  inPlaceExtraDisks,
  inPlaceExtraDisksLeft,
  inPlaceMappingContradictory,
  inPlacePhysicalRdm,
  inPlaceRdmUnknown,
  diskIndependent,
  changeTrackingKnownDefect,
  changeTrackingLineageBroken,
  changeTrackingLineageUnknown,
  diskNotWholeSectors,
  diskOwnLeafOnly,
  changeTrackingPagesIncomplete,
  changeTrackingPagesUnknown,
  diskPlaceDoubled,
  diskRdmBecomesDisk,
  diskRdmModeUnknown,
  diskRdmPhysical,
  diskRdmVirtual,
  diskSectorSizeDiffers,
  diskSectorSizeUnknown,
  diskShared,
  diskSharedInPlace,
  diskSharedInPlaceUnknown,
  inPlaceStorageMoveRunning,
  changeTrackingUnallocatedToo,
  diskUuidUnknown,
  vsanExpressSnapshot,
  vsanExpressUnknown,
  changeTrackingWholeDisk,
];
