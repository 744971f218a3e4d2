/** From what the driver gives to what the domain holds. Types of the driver end here. */

export function utc(value: Date): string {
  return value.toISOString();
}

export function optionalUtc(value: Date | null): string | null {
  return value === null ? null : value.toISOString();
}

export function hex(value: Uint8Array): string {
  return Buffer.from(value).toString('hex');
}

export function optionalHex(value: Uint8Array | null): string | null {
  return value === null ? null : hex(value);
}

/** @throws RangeError for what no number holds exactly; CHECK constraints keep such rows out */
export function wholeNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is beyond 2^53-1`);
  return number;
}

export function optionalWholeNumber(value: bigint | null): number | null {
  return value === null ? null : wholeNumber(value);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Those ids that can name a row: PostgreSQL ends the statement at text that is no UUID. */
export function uuidsOf(ids: readonly string[]): string[] {
  return [...new Set(ids.filter(isUuid).map((id) => id.toLowerCase()))];
}

/** The values in the order of `ids`, null where there is none. */
export function inOrder<T>(ids: readonly string[], values: readonly T[], idOf: (value: T) => string): (T | null)[] {
  const byId = new Map(values.map((value) => [idOf(value), value]));
  return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
}

/** The values of each id, in the order of `ids`, each list in the order of `values`. */
export function groupsInOrder<T>(ids: readonly string[], values: readonly T[], idOf: (value: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(idOf(value));
    if (group === undefined) groups.set(idOf(value), [value]);
    else group.push(value);
  }
  return ids.map((id) => groups.get(id.toLowerCase()) ?? []);
}
