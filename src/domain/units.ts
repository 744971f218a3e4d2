const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** Bytes for people: `512 B`, `64.0 MiB`, `1.5 TiB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let position = 0;
  while (value >= 1024 && position < UNITS.length - 1) {
    value /= 1024;
    position += 1;
  }
  return position === 0 ? `${value} B` : `${value.toFixed(1)} ${UNITS[position]}`;
}
