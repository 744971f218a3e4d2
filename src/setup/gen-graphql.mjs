// Generates TypeScript from schema.graphql and from the command line's operations.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { clientOperations, resolverTypes } from '../../.config/codegen.mjs';
import { packageRoot, say } from './run-command.mjs';
import { listFiles } from './stamps.mjs';

const NOTE = '// Made by npm run gen. Change schema.graphql or the operations, not this file.\n';

async function generateFrom(settings) {
  const files = await generate({ ...settings, cwd: packageRoot, silent: true, errorsOnly: true }, false);
  for (const { filename, content } of files) {
    const path = join(packageRoot, filename);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, NOTE + content.trimEnd() + '\n');
    say(`gen: ${filename}`);
  }
}

await generateFrom(resolverTypes);
const operations = listFiles(join(packageRoot, 'src', 'cli', 'operations')).filter((file) => file.endsWith('.graphql'));
if (operations.length > 0) await generateFrom(clientOperations);
