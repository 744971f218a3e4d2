// The parts of the test suite: which folders, which settings. `npm test` runs `wholeSuite`, one after the other.

/** Tests that need the built copy engine, a database of their own or whole processes. */
const CONTRACT_FOLDERS = ['native', 'contracts', 'executor', 'adapters'];
/** Folders with a run of their own; everything else under test/ is the fast suite. */
const LONG_FOLDERS = ['crash', 'scenarios', 'peers', 'chaos', 'simulation', 'bench', 'fuzz', 'sanitizers'];
const withSlash = (folders) => folders.map((folder) => `${folder}/`);

/**
 * name → { title, include, exclude, env }. `include` and `exclude` are paths beneath test/. Settings of the caller's
 * environment win over `env`, so that one run can be made longer or repeated with its seed.
 *
 * @type {Record<string, { title: string, include: string[], exclude?: string[], env?: Record<string, string> }>}
 */
export const TEST_PARTS = {
  fast: { title: 'fast suite', include: [''], exclude: withSlash([...CONTRACT_FOLDERS, ...LONG_FOLDERS]) },
  contracts: { title: 'copy engine, adapters and executor', include: withSlash(CONTRACT_FOLDERS) },
  crash: { title: 'crash subset', include: ['crash/'], env: { REINSTATE_CRASH_ROUNDS: '8' } },
  scenarios: { title: 'scenarios', include: ['scenarios/'] },
  peers: { title: 'peers', include: ['peers/'] },
  'crash-whole': { title: 'crash runs, whole', include: ['crash/'], env: { REINSTATE_CRASH_ROUNDS: '500' } },
  fuzz: { title: 'readers of the native part under random input', include: ['fuzz/'] },
  native: {
    title: 'native part',
    include: ['native/', 'adapters/native/', 'crash/engine-', 'sanitizers/', 'fuzz/'],
    env: { REINSTATE_CRASH_ROUNDS: '100', REINSTATE_FUZZ_SECONDS: '60' },
  },
  chaos: {
    title: 'faults at random',
    include: ['chaos/', 'scenarios/', 'crash/'],
    env: { REINSTATE_CRASH_ROUNDS: '50' },
  },
  simulation: {
    title: 'properties and simulation, many runs',
    include: ['simulation/', 'properties/', 'planner/', 'domain/'],
    env: { REINSTATE_PROPERTY_RUNS: '5000' },
  },
  statements: {
    title: 'statements of the source document',
    include: ['source-statements.test.ts'],
    env: { REINSTATE_PRINT_STATEMENTS: '1' },
  },
  tidy: { title: 'tidy', include: ['tidy.test.ts', 'source-statements.test.ts'] },
};

export const wholeSuite = ['fast', 'contracts', 'crash', 'scenarios', 'peers', 'fuzz'];

/**
 * The test files of a part, from a list of paths beneath test/ with `/` between folders.
 *
 * @param {{ include: string[], exclude?: string[] }} part
 * @param {string[]} testFiles
 */
export function filesOfPart(part, testFiles) {
  const isIn = (file, prefixes) => prefixes.some((prefix) => file.startsWith(prefix));
  return testFiles.filter((file) => isIn(file, part.include) && !isIn(file, part.exclude ?? []));
}

/** Adds up jest's JSON results. A part that gave none, or a test file that could not be loaded, is one failure. */
export function sumResults(results) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const result of results) {
    if (result === undefined) {
      sum.failed += 1;
      continue;
    }
    sum.passed += result.numPassedTests;
    sum.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    sum.skipped += result.numPendingTests + result.numTodoTests;
    const nothingCounted = result.numFailedTests + result.numRuntimeErrorTestSuites === 0;
    if (!result.success && nothingCounted) sum.failed += 1;
  }
  return sum;
}

export function closingLine({ passed, failed, skipped }) {
  const skippedText = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${passed} passed, ${failed} failed${skippedText}`;
}
