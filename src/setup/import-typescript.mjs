// Imports pure TypeScript before anything is compiled: the files below the given folders of src are turned into
// JavaScript one by one, in a scratch folder that is gone afterwards.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import { packageRoot } from './run-command.mjs';
import { listFiles } from './stamps.mjs';

const SETTINGS = { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } };

/** Imports `src/<entry>.ts`; `folders` are those of src that it needs, itself included. */
export async function importTypeScript(entry, folders) {
  const cacheFolder = join(packageRoot, 'node_modules', '.cache');
  mkdirSync(cacheFolder, { recursive: true });
  const scratch = mkdtempSync(join(cacheFolder, 'typescript-'));
  try {
    writeFileSync(join(scratch, 'package.json'), '{"type": "module"}');
    const sources = join(packageRoot, 'src');
    for (const file of folders.flatMap((folder) => listFiles(join(sources, folder)))) {
      if (!file.endsWith('.ts')) continue;
      const script = join(scratch, relative(sources, file).replace(/\.ts$/, '.js'));
      mkdirSync(dirname(script), { recursive: true });
      writeFileSync(script, transformSync(readFileSync(file, 'utf8'), SETTINGS).code);
    }
    return await import(pathToFileURL(join(scratch, `${entry}.js`)).href);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
