// Compiles src to dist, copies the files beside the sources that are read at run time, and drops what has lost its
// source.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dependencyProgram, packageRoot, runCommand } from './run-command.mjs';
import { hashFiles, isStamped, listFiles, stamp } from './stamps.mjs';

const sourceFolder = join(packageRoot, 'src');
const outputFolder = join(packageRoot, 'dist');
const NOT_COPIED = new Set(['.ts', '.mjs', '.md']);

/** Returns 'made' or 'up to date'. Throws with the compiler's text when the sources do not compile. */
export async function buildTypescript() {
  const sources = listFiles(sourceFolder);
  const settings = [join(packageRoot, 'tsconfig.json'), join(packageRoot, 'package-lock.json')];
  const contentHash = hashFiles([...sources, ...settings]);
  if (existsSync(outputFolder) && isStamped('typescript', contentHash)) return 'up to date';
  const result = await runCommand(dependencyProgram('tsc'), ['-p', 'tsconfig.json'], { quiet: true });
  if (result.exitCode !== 0) throw new Error(`TypeScript does not compile:\n${result.output}`);
  const wanted = new Set(copyAssets(sources));
  for (const source of sources) {
    if (extname(source) !== '.ts') continue;
    const compiled = join(outputFolder, relative(sourceFolder, source)).replace(/\.ts$/, '.js');
    wanted.add(compiled).add(`${compiled}.map`);
  }
  for (const file of listFiles(outputFolder)) {
    if (!wanted.has(file)) rmSync(file);
  }
  stamp('typescript', contentHash);
  return 'made';
}

function copyAssets(sources) {
  const copies = [];
  for (const source of sources) {
    if (NOT_COPIED.has(extname(source))) continue;
    const copy = join(outputFolder, relative(sourceFolder, source));
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(source, copy);
    copies.push(copy);
  }
  return copies;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.stderr.write(`build: ${await buildTypescript()}\n`);
  } catch (error) {
    process.stderr.write(`build: ${error.message}\n`);
    process.exitCode = 1;
  }
}
