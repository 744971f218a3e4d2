#!/usr/bin/env node
// Launcher of the command line: the compiled program, or one line that says how to get it.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = join(packageRoot, 'dist', 'cli', 'main.js');

if (existsSync(program)) {
  await import(pathToFileURL(program).href);
} else {
  process.stderr.write(`reinstate: not compiled yet. Run this first: npm --prefix ${packageRoot} run setup\n`);
  process.exitCode = 1;
}
