/** What a foreign key of the catalog names; that it is missing is a bug. */
export async function present<Found>(found: Promise<Found | null>, what: string): Promise<Found> {
  const value = await found;
  if (value === null) throw new TypeError(`the catalog has no ${what} where a row names one`);
  return value;
}
