// Everything that can be said about the sources without running the service.
//   node src/setup/check.mjs              all checks
//   node src/setup/check.mjs lint types   the named ones
import { join } from 'node:path';
import { generatePrismaClient } from './generate-prisma-client.mjs';
import { dependencyProgram, packageRoot, runCommand, say, secondsSince } from './run-command.mjs';
import { withLock } from './stamps.mjs';

const runTests = join(packageRoot, 'src', 'setup', 'run-tests.mjs');
const gen = join(packageRoot, 'src', 'setup', 'gen.mjs');
/** Not `.`: biome takes its own settings in .config for those of a nested project. */
const FORMATTED = ['src', 'test', 'package.json', 'tsconfig.json', 'prisma.config.ts'];
const GENERATED_IGNORED = ['--ignore-pattern', '**/generated/**', '--ignore-pattern', 'dist/**'];

/** name → program and arguments. A name on the command line picks some. */
const CHECKS = {
  types: [dependencyProgram('tsc'), '--noEmit', '-p', 'tsconfig.json'],
  'test-types': [dependencyProgram('tsc'), '--noEmit', '-p', 'test/tsconfig.json'],
  lint: [dependencyProgram('oxlint'), '--config', '.config/oxlint.json', '--deny-warnings', ...GENERATED_IGNORED, '.'],
  'schema-lint': [
    dependencyProgram('eslint'),
    '--config',
    '.config/eslint.config.mjs',
    '--no-error-on-unmatched-pattern',
    '--max-warnings=0',
    'schema.graphql',
    'src/cli/operations/*.graphql',
  ],
  format: [dependencyProgram('biome'), 'format', '--config-path=.config', ...FORMATTED],
  generated: [process.execPath, gen, '--check'],
  tidy: [process.execPath, runTests, 'tidy'],
  unused: [dependencyProgram('knip'), '--config', '.config/knip.jsonc', '--no-progress'],
};

async function runCheck(name) {
  const [command, ...args] = CHECKS[name];
  const startMs = performance.now();
  const result = await runCommand(command, args, { quiet: true, env: { NO_COLOR: '1' } });
  const good = result.exitCode === 0;
  say(`${good ? 'good' : 'BAD '} ${name} (${secondsSince(startMs)})`);
  if (!good) say(result.output.trimEnd());
  return good;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(CHECKS, name));
if (unknown.length > 0) {
  say(`check: ${unknown.join(', ')} is none of ${Object.keys(CHECKS).join(', ')}`);
  process.exitCode = 2;
} else {
  const names = wanted.length > 0 ? wanted : Object.keys(CHECKS);
  // The compiler needs the Prisma client, which is not committed.
  await withLock(generatePrismaClient);
  const bad = [];
  for (const name of names) {
    if (!(await runCheck(name))) bad.push(name);
  }
  say(bad.length === 0 ? `check: all ${names.length} good` : `check: bad: ${bad.join(', ')}`);
  process.exitCode = bad.length === 0 ? 0 : 1;
}
