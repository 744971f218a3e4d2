// A child for the supervisor's test: node child.mjs BEHAVIOUR FOLDER
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitWhenParentCloses } from '../../../dist/supervisor/parent-pipe.js';

const [behaviour, folder] = process.argv.slice(2);
const note = (text) => appendFileSync(join(folder, 'notes'), `${behaviour} ${text}\n`);
const parent = exitWhenParentCloses();
note(`pid ${process.pid}`);
if (behaviour === 'fails') process.exit(3);
if (behaviour === 'leaves') {
  // What a copy host would be: it must not outlive the process that began it.
  const orphan = spawn('sleep', ['300'], { stdio: 'ignore' });
  note(`orphan ${orphan.pid}`);
}
process.on('SIGTERM', () => {
  note('SIGTERM');
  if (behaviour !== 'stubborn') process.exit(0);
});
setInterval(() => undefined, 1_000);
parent.reportReady({ port: 4321 });
