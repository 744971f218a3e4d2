// Runs test parts in sequence and closes with one line over all of them.
//   node src/setup/run-tests.mjs                          the whole suite of `npm test`
//   node src/setup/run-tests.mjs crash-whole -- -t name   one part; what follows -- goes to jest
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { packageRoot, runCommand, say, secondsSince } from './run-command.mjs';
import { listFiles } from './stamps.mjs';
import { closingLine, filesOfPart, sumResults, TEST_PARTS, wholeSuite } from './test-parts.mjs';

const testFolder = join(packageRoot, 'test');
const WORKERS = '2';

function allTestFiles() {
  const files = listFiles(testFolder).filter((file) => file.endsWith('.test.ts'));
  return files.map((file) => relative(testFolder, file).split(sep).join('/'));
}

/** Settings given by the caller win; the seed is chosen here so that every part of one run shares and shows it. */
function environmentOfPart(part) {
  const seed = process.env.REINSTATE_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
  const settings = { REINSTATE_SEED: seed, ...part.env };
  for (const name of Object.keys(settings)) settings[name] = process.env[name] ?? settings[name];
  return settings;
}

/** Returns jest's JSON result, undefined when jest gave none, or null when the part has no test file yet. */
async function runPart(name, jestArguments, folder) {
  const part = TEST_PARTS[name];
  const files = filesOfPart(part, allTestFiles());
  if (files.length === 0) {
    say(`\n${part.title}: there is no test in ${part.include.map((path) => `test/${path}`).join(', ')}`);
    return null;
  }
  const settings = environmentOfPart(part);
  const shown = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  say(`\n${part.title}: ${files.length} test files, ${shown.join(' ')}`);
  const startMs = performance.now();
  const outputFile = join(folder, `${name}.json`);
  const jest = join(packageRoot, 'node_modules', 'jest', 'bin', 'jest.js');
  const nodeArguments = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest];
  const fixed = ['--config', '.config/jest.json', '--maxWorkers', WORKERS, '--json', '--outputFile', outputFile];
  const paths = files.map((file) => join(testFolder, file));
  await runCommand(process.execPath, [...nodeArguments, ...fixed, ...jestArguments, '--runTestsByPath', ...paths], {
    env: settings,
  });
  say(`${part.title}: took ${secondsSince(startMs)}`);
  return readResult(outputFile);
}

function readResult(outputFile) {
  try {
    return JSON.parse(readFileSync(outputFile, 'utf8'));
  } catch (error) {
    say(`jest left no result (${error.message})`);
    return undefined;
  }
}

function parseArguments(words) {
  const split = words.indexOf('--');
  const names = split < 0 ? words : words.slice(0, split);
  const jestArguments = split < 0 ? [] : words.slice(split + 1);
  const isPart = (word) => Object.hasOwn(TEST_PARTS, word);
  const parts = names.filter(isPart);
  return {
    parts: parts.length > 0 ? parts : wholeSuite,
    jestArguments: [...names.filter((word) => !isPart(word)), ...jestArguments],
  };
}

const { parts, jestArguments } = parseArguments(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), 'reinstate-tests-'));
const results = [];
for (const name of parts) {
  const result = await runPart(name, jestArguments, folder);
  if (result !== null) results.push(result);
}
rmSync(folder, { recursive: true, force: true });
const sum = sumResults(results);
process.stdout.write(`\n${closingLine(sum)}\n`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
