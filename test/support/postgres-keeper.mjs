// Ends the test database of one jest run when that run has gone: node postgres-keeper.mjs FOLDER RUN_PID
import { lstatSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [folder, runPid] = [process.argv[2], Number(process.argv[3])];
if (!basename(folder ?? '').startsWith('reinstate-test-')) throw new Error('Not a folder of a test run');

// The folder's name ends with the start time of the run, so that a reused process id is not taken for it.
const runStart = folder.slice(folder.lastIndexOf('-') + 1);
while (startOf(runPid) === runStart) await sleep(250);

const cluster = join(folder, 'postgres-18');
// A server that was just being started may come up only now.
for (let round = 0; round < 10; round += 1) {
  const pid = postmasterPid();
  if (pid !== undefined) await end(pid);
  await sleep(round === 0 ? 500 : 0);
  if (postmasterPid() === undefined) break;
}
const link = lstatSync(cluster, { throwIfNoEntry: false });
if (link?.isSymbolicLink()) rmSync(dirname(readlinkSync(cluster)), { recursive: true, force: true });
rmSync(folder, { recursive: true, force: true });

function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function postmasterPid() {
  try {
    return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

async function end(pid) {
  const start = startOf(pid);
  for (let waited = 0; waited < 20_000 && start !== undefined && startOf(pid) === start; waited += 100) {
    try {
      if (waited % 5_000 === 0) process.kill(pid, 'SIGQUIT');
    } catch {
      return;
    }
    await sleep(100);
  }
}
