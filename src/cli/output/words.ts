/** Amounts and moments as a person reads them. */

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** 1536 → "1.5 KiB". */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}

/** "2026-05-04T03:02:01.000Z" → "2026-05-04 03:02:01Z": short, and still says that it is UTC. */
export function formatMoment(moment: string): string {
  return moment.replace('T', ' ').replace(/\.\d+Z$/, 'Z');
}

/** 3725 → "1 h 2 min". */
export function formatSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** NOT_RESTORABLE → "not restorable". */
export function formatWord(word: string): string {
  return word.toLowerCase().replaceAll('_', ' ');
}
