// An executor as small as it can be, under the real rules: node executor.mjs DATABASE_URL_FILE OUT_FOLDER
// Real DBOS runs a workflow with a child workflow, whose steps append numbered lines to a file under a fencing token.
import { appendFileSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DBOS } from '@dbos-inc/dbos-sdk';
import pg from 'pg';
import { engineAddress } from '../../../dist/adapters/dbos/engine-address.js';
import { holdExecutorLock } from '../../../dist/adapters/postgres/executor-lock.js';
import { endAtOnce, exitWhenParentCloses } from '../../../dist/supervisor/parent-pipe.js';

const EXECUTOR_ID = 'spike';
const [urlFile, outFolder] = process.argv.slice(2);
const parent = exitWhenParentCloses();
const url = readFileSync(urlFile, 'utf8').trim();
let token = 0;

await holdExecutorLock({ url, executorId: EXECUTOR_ID, onLost: endAtOnce });
note('lock');
token = await claimGate();
note('claimed');

/** One job: a parent workflow that leaves the lines to a child workflow on a partitioned queue. */
const writeLines = DBOS.registerWorkflow(
  async (job, lineCount) => {
    for (let line = 0; line < lineCount; line += 1) {
      await DBOS.runStep(() => appendLine(job, line), { name: `line-${line}` });
    }
    return lineCount;
  },
  { name: 'writeLines' },
);
DBOS.registerWorkflow(
  async (job, lineCount) => {
    const child = await DBOS.startWorkflow(writeLines, {
      workflowID: `${job}-disk`,
      queueName: 'spike-disks',
      enqueueOptions: { queuePartitionKey: 'host-1' },
    })(job, lineCount);
    const written = await child.getResult();
    await DBOS.runStep(() => appendLine(job, written), { name: 'finish' });
  },
  { name: 'runJob' },
);

DBOS.setConfig({
  name: 'spike',
  systemDatabaseUrl: engineAddress(url),
  executorID: EXECUTOR_ID,
  applicationVersion: '1',
  runMigrations: false,
  logLevel: 'error',
});
await DBOS.launch();
await DBOS.registerQueue('spike-jobs', { workerConcurrency: 4, minPollingIntervalMs: 50 });
await DBOS.registerQueue('spike-disks', { partitionConcurrency: 1, minPollingIntervalMs: 50 });
note('launched');
parent.reportReady();
process.on('SIGTERM', async () => {
  await DBOS.shutdown();
  process.exit(0);
});

/** The compare-and-set below which an older process can claim nothing any more. */
async function claimGate() {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const drawn = await client.query("SELECT nextval('spike_token')::int AS token");
  const mine = drawn.rows[0].token;
  const claimed = await client.query('UPDATE spike_gate SET token = $1, pid = $2 WHERE id = 1 AND token < $1', [
    mine,
    process.pid,
  ]);
  await client.end();
  if (claimed.rowCount !== 1) endAtOnce(`token ${mine} is not the newest`);
  return mine;
}

/** As the copy engine does it: kernel lock on the target, then the token in the header, then an idempotent write. */
async function appendLine(job, line) {
  const target = join(outFolder, `${job}.lines`);
  const unlock = await lockTarget(job);
  try {
    const header = join(outFolder, `${job}.token`);
    const found = existsSync(header) ? Number(readFileSync(header, 'utf8')) : 0;
    if (found > token) {
      note(`refused line ${line} of ${job}: its token is ${found}`);
      endAtOnce('stale fencing token');
    }
    if (found < token) {
      writeFileSync(`${header}.draft`, String(token));
      renameSync(`${header}.draft`, header);
    }
    const written = existsSync(target) ? readFileSync(target, 'utf8').split('\n').length - 1 : 0;
    if (written > line + 1) note(`VIOLATION line ${line} of ${job} runs again after ${written} lines`);
    // Already there: this step wrote it and was killed before DBOS could record that.
    if (written > line) return;
    if (written < line) note(`VIOLATION line ${line} of ${job} comes after only ${written} lines`);
    await sleep(Math.random() * 6);
    appendFileSync(target, `${line} ${token} ${process.pid}\n`);
  } finally {
    unlock();
  }
}

/** A kernel lock that ends with its process: an abstract socket. A second writer waits, and is noted. */
async function lockTarget(job) {
  const { dev, ino } = statSync(outFolder);
  for (let attempt = 0; ; attempt += 1) {
    const server = createServer();
    const held = await new Promise((resolve) => {
      server.once('error', () => resolve(false));
      server.listen({ path: `\0spike-${dev}-${ino}-${job}` }, () => resolve(true));
    });
    if (held) return () => server.close();
    if (attempt === 0) note(`waits for the target of ${job}`);
    await sleep(10);
  }
}

function note(text) {
  appendFileSync(join(outFolder, 'notes.log'), `${new Date().toISOString()} ${process.pid} ${token} ${text}\n`);
}
