/** A part of a disk that changed. */
export interface ChangedExtent {
  readonly offsetBytes: number;
  readonly lengthBytes: number;
}

/** Extents of one capture, all disks together. A list of so many says little more than "everything". */
export const CHANGED_EXTENTS_MAX = 100_000;

const PACKED_BYTES = 16;

/** Pairs of unsigned 64-bit numbers, least significant byte first: offset and length. In the order given. */
export function packExtents(extents: readonly ChangedExtent[]): Uint8Array {
  const packed = new Uint8Array(extents.length * PACKED_BYTES);
  const view = new DataView(packed.buffer);
  extents.forEach(({ offsetBytes, lengthBytes }, position) => {
    view.setBigUint64(position * PACKED_BYTES, BigInt(offsetBytes), true);
    view.setBigUint64(position * PACKED_BYTES + 8, BigInt(lengthBytes), true);
  });
  return packed;
}

/** Throws on a length that `packExtents` never makes. */
export function unpackExtents(packed: Uint8Array): ChangedExtent[] {
  if (packed.byteLength % PACKED_BYTES !== 0) throw new Error(`${packed.byteLength} bytes hold no whole extents`);
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const extents: ChangedExtent[] = [];
  for (let at = 0; at < packed.byteLength; at += PACKED_BYTES) {
    const offsetBytes = Number(view.getBigUint64(at, true));
    extents.push({ offsetBytes, lengthBytes: Number(view.getBigUint64(at + 8, true)) });
  }
  return extents;
}
