// Writes the hash of the rules' sources, which is stored with every verdict: another hash tells that an old verdict may
// come out differently today.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { packageRoot, say } from './run-command.mjs';
import { listFiles } from './stamps.mjs';

const plannerFolder = join(packageRoot, 'src', 'planner');
const outputFile = join(plannerFolder, 'generated', 'rules-version.ts');

/** Line ends are made alike, so that a checkout on Windows has the same rules. */
function hashOfRules() {
  const hash = createHash('sha256');
  const sources = listFiles(plannerFolder, (path) => path.split(sep).includes('generated'));
  for (const file of sources.filter((path) => path.endsWith('.ts'))) {
    const name = relative(plannerFolder, file).split(sep).join('/');
    hash.update(`${name}\n${readFileSync(file, 'utf8').replaceAll('\r\n', '\n')}\0`);
  }
  return hash.digest('hex');
}

if (existsSync(plannerFolder)) {
  const text = [
    '// Made by npm run gen from the sources of src/planner. Change a rule, not this file.',
    '/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */',
    `export const RULES_VERSION = '${hashOfRules()}';`,
    '',
  ].join('\n');
  mkdirSync(dirname(outputFile), { recursive: true });
  writeFileSync(outputFile, text);
  say(`gen: ${relative(packageRoot, outputFile)}`);
}
