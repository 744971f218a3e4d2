// Writes the JSON Schema of the facts document from the zod schema that reads it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { importTypeScript } from './import-typescript.mjs';
import { packageRoot, say } from './run-command.mjs';

const output = join('docs', 'generated', 'facts.schema.json');

const folders = ['domain', 'planner', 'adapters/facts-documents', 'cli/offline'];
const { factsSchema } = await importTypeScript('cli/offline/facts-schema', folders);
const schema = { ...z.toJSONSchema(factsSchema), title: 'Facts of a restore plan' };
mkdirSync(join(packageRoot, dirname(output)), { recursive: true });
writeFileSync(join(packageRoot, output), `${JSON.stringify(schema, null, 2)}\n`);
say(`gen: ${output}`);
