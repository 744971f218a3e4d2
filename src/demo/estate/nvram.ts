/**
 * Bytes that stand for a machine's NVRAM file in the demonstration: the size of a real one, the same for the same
 * machine and point, and changing from point to point as variables are written.
 */
const NVRAM_BYTES = 8684;

/** Deterministic bytes, `MRVN` first as in a real file; no firmware would boot from them. */
export function syntheticNvram(machineName: string, pointNumber: number): Uint8Array {
  const bytes = new Uint8Array(NVRAM_BYTES);
  bytes.set([0x4d, 0x52, 0x56, 0x4e]);
  let state = 2166136261;
  for (const character of `${machineName}#${pointNumber}`) {
    state = Math.imul(state ^ character.charCodeAt(0), 16777619) >>> 0;
  }
  // Zero would stay zero for ever.
  state = state === 0 ? 1 : state;
  for (let offset = 4; offset < bytes.length; offset += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[offset] = state & 0xff;
  }
  return bytes;
}
