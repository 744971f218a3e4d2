// Writes the JSON Schema of the facts document from the zod schema that reads it. Does not need a whole compile: the
// files are turned into JavaScript one by one.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import { z } from 'zod';
import { packageRoot, say } from './run-command.mjs';

const SOURCES = ['domain/words', 'cli/offline/facts-schema'];
const output = join('docs', 'generated', 'facts.schema.json');

const cacheFolder = join(packageRoot, 'node_modules', '.cache');
mkdirSync(cacheFolder, { recursive: true });
const scratch = mkdtempSync(join(cacheFolder, 'facts-schema-'));
try {
  writeFileSync(join(scratch, 'package.json'), '{"type": "module"}');
  for (const source of SOURCES) {
    const { code } = transformSync(readFileSync(join(packageRoot, 'src', `${source}.ts`), 'utf8'), {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
      module: { type: 'es6' },
    });
    const script = join(scratch, `${source}.js`);
    mkdirSync(dirname(script), { recursive: true });
    writeFileSync(script, code);
  }
  const { factsSchema } = await import(pathToFileURL(join(scratch, 'cli/offline/facts-schema.js')).href);
  const schema = { ...z.toJSONSchema(factsSchema), title: 'Facts of a restore plan' };
  mkdirSync(join(packageRoot, dirname(output)), { recursive: true });
  writeFileSync(join(packageRoot, output), `${JSON.stringify(schema, null, 2)}\n`);
  say(`gen: ${output}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
