// Runs every src/setup/gen-*.mjs in the order of their names.
//   node src/setup/gen.mjs           writes what is generated
//   node src/setup/gen.mjs --check   writes nothing in the end; fails when something would change
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { packageRoot, runCommand, say } from './run-command.mjs';
import { listFiles } from './stamps.mjs';

const setupFolder = join(packageRoot, 'src', 'setup');
const IGNORED = join('src', 'adapters', 'prisma', 'generated');

/** Committed output lies in folders named `generated`; content by path. */
function readGenerated() {
  const folders = ['src', 'docs', 'native', 'prisma', 'test'].map((name) => join(packageRoot, name));
  const skip = (path) => path === IGNORED || path.endsWith('node_modules') || path === join('native', 'build');
  const files = folders.flatMap((folder) => listFiles(folder, skip));
  const generated = files.filter((file) => relative(packageRoot, file).split(sep).includes('generated'));
  return new Map(generated.map((file) => [file, readFileSync(file)]));
}

async function generateAll(quiet) {
  const scripts = readdirSync(setupFolder).filter((name) => /^gen-.*\.mjs$/.test(name));
  for (const name of scripts.sort()) {
    const result = await runCommand(process.execPath, [join(setupFolder, name)], { quiet });
    if (result.exitCode !== 0) throw new Error(`${name} failed${quiet ? `:\n${result.output}` : ''}`);
  }
}

function changedFiles(before, after) {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  const same = (path) => before.has(path) && after.has(path) && before.get(path).equals(after.get(path));
  return paths.filter((path) => !same(path));
}

function restore(paths, before) {
  for (const path of paths) {
    const content = before.get(path);
    if (content === undefined) rmSync(path, { force: true });
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }
}

async function check() {
  const before = readGenerated();
  try {
    await generateAll(true);
  } finally {
    const changed = changedFiles(before, readGenerated());
    restore(changed, before);
    for (const path of changed) say(`gen: ${relative(packageRoot, path)} is out of date: run npm run gen`);
    if (changed.length > 0) process.exitCode = 1;
  }
}

try {
  await (process.argv.includes('--check') ? check() : generateAll(false));
} catch (error) {
  say(`gen: ${error.message}`);
  process.exitCode = 1;
}
