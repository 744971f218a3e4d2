/**
 * Settings of every property: a seed that is new each time and printed, so that a failure can be replayed with
 * REINSTATE_SEED, and a number of runs that REINSTATE_PROPERTY_RUNS may raise.
 */
export function propertySettings(): { seed: number; numRuns: number } {
  const seed = Number(process.env['REINSTATE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  const numRuns = Number(process.env['REINSTATE_PROPERTY_RUNS'] ?? 300);
  process.stderr.write(`property seed ${seed}, ${numRuns} runs (REINSTATE_SEED=${seed} repeats it)\n`);
  return { seed, numRuns };
}
