// npm run bench -- [--only ID…] [--json FILE]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadFigures, measureFigure, tableOf, unknownIds } from './bench-figures.mjs';
import { mayStepForward, runInOwnSession, stepForward } from './own-session.mjs';

const USAGE = 'usage: npm run bench -- [--only ID…] [--json FILE] [--figures FOLDER]';

function readArguments(words) {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true },
      json: { type: 'string' },
      figures: { type: 'string', default: join(import.meta.dirname, 'figures') },
      'own-session': { type: 'boolean', default: false },
    },
  });
  // `--only a b` puts b among the positionals.
  const named = (values.only ?? []).concat(positionals).flatMap((text) => text.split(','));
  if (positionals.length > 0 && values.only === undefined) throw new Error(`${positionals[0]} stands without --only`);
  return { only: named, jsonFile: values.json, folder: values.figures, ownSession: values['own-session'] };
}

async function run() {
  const { only, jsonFile, folder, ownSession } = readArguments(process.argv.slice(2));
  if (!ownSession && mayStepForward()) {
    process.exitCode = await runInOwnSession([...process.argv.slice(1), '--own-session']);
    return;
  }
  if (ownSession) stepForward();
  const figures = await loadFigures(folder);
  const unknown = unknownIds(figures, only);
  if (unknown.length > 0)
    throw new Error(`no figure ${unknown.join(', ')}; there are: ${figures.map(({ id }) => id).join(', ')}`);
  const wanted = figures.filter(({ id }) => only.length === 0 || only.includes(id));
  if (wanted.length === 0) throw new Error(`no figure in ${folder}`);
  const results = [];
  for (const figure of wanted) {
    process.stderr.write(`measuring ${figure.id}: ${figure.title}\n`);
    results.push(await measureFigure(figure));
  }
  process.stdout.write(`${tableOf(results).join('\n')}\n`);
  const listed = results.map(({ reason, ...figure }) => figure);
  if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify({ figures: listed }, null, 2)}\n`);
  process.exitCode = results.every(({ met }) => met) ? 0 : 1;
}

try {
  await run();
} catch (error) {
  process.stderr.write(`bench: ${error.message}\n${USAGE}\n`);
  process.exitCode = 2;
}
