import type { DiskSituation, Situation } from './context.js';

const MEBIBYTE = 1024 * 1024;
/** The default policy of vSAN keeps two copies, and its free space is told before copies. */
const VSAN_COPIES = 2;

/** Bytes that a restore occupies on one datastore. */
export interface Space {
  /** What it takes for certain. */
  readonly least: number;
  /** What it may take where a size is not known; no more than that. */
  readonly most: number;
  /** What it takes once thin disks are full. */
  readonly grown: number;
}

/**
 * By datastore, ascending by id: thick disks whole, thin ones by their data (whole where the datastore makes them
 * thick), and at the home the swap file (memory without reservation) and the NVRAM. In place only thin disks grow.
 */
export function spaceByDatastore(context: Situation): Map<string, Space> {
  const { disks, home, point, target } = context;
  const spaces = new Map<string, Space>();
  const add = (id: string | null, part: Space): void => {
    if (id === null || Math.max(part.most, part.grown) <= 0) return;
    const sum = spaces.get(id) ?? { least: 0, most: 0, grown: 0 };
    spaces.set(id, { least: sum.least + part.least, most: sum.most + part.most, grown: sum.grown + part.grown });
  };
  for (const one of disks) add(one.place.id, target.mode === 'NEW_VM' ? spaceOfNew(one) : growthOf(one));
  if (target.mode === 'NEW_VM') {
    const { memoryMiB, memoryReservationMiB } = point.machine;
    const memory = memoryMiB ?? 0;
    const least = Math.max(0, memory - (memoryReservationMiB ?? memory)) * MEBIBYTE;
    const most = Math.max(0, memory - (memoryReservationMiB ?? 0)) * MEBIBYTE;
    add(home.id, { least, most, grown: most });
  }
  const nvram = point.nvramSizeBytes ?? 0;
  add(home.id, { least: nvram, most: nvram, grown: nvram });
  return new Map([...spaces].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function spaceOfNew({ disk, place, provisioning }: DiskSituation): Space {
  const whole = disk.capacityBytes;
  const thin = place.datastore?.thinSupported ?? 'UNKNOWN';
  const copies = place.datastore?.type === 'vsan' ? VSAN_COPIES : 1;
  if (provisioning.startsWith('THICK') || thin === 'NO') {
    return { least: whole, most: whole * copies, grown: whole * copies };
  }
  const maybeWhole = provisioning !== 'THIN' || thin === 'UNKNOWN' || disk.dataBytes === null;
  const most = maybeWhole ? whole : (disk.dataBytes ?? whole);
  return { least: disk.dataBytes ?? 0, most: most * copies, grown: whole * copies };
}

/** What of the data lies in blocks that a thin disk has already is not known. */
function growthOf({ disk, provisioning, hasData }: DiskSituation): Space {
  const most = provisioning.startsWith('THICK') || !hasData ? 0 : (disk.dataBytes ?? disk.capacityBytes);
  return { least: 0, most, grown: most };
}
