// What else the machine does while a figure is measured, so that a reader can tell a disturbed figure from a bad one.
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';

// Linux counts processor time in hundredths of a second here, whatever the kernel's own tick.
const tickMs = 10;
const disturbedFrom = 0.1;

/** Fields of proc(5), stat; the third one is the first here, for the second may hold anything. */
function statFields(pid) {
  return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
}

/** Processor time of all children of this process that have ended. */
export function childrenCpuMs() {
  const fields = statFields('self');
  return (Number(fields[13]) + Number(fields[14])) * tickMs;
}

/** Processor time of these processes and of all that they started. */
export function treeCpuMs(roots) {
  const processes = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readProcess(name) : []));
  const counted = new Set(roots);
  let ticks = 0;
  // A child mostly has a higher number than its parent, so few passes are needed.
  for (let size = -1; size !== counted.size; ) {
    size = counted.size;
    for (const { pid, parent } of processes) if (counted.has(parent)) counted.add(pid);
  }
  for (const one of processes) if (counted.has(one.pid)) ticks += one.ticks;
  return ticks * tickMs;
}

function readProcess(pid) {
  try {
    const fields = statFields(pid);
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return [{ pid: Number(pid), parent: Number(fields[1]), ticks }];
  } catch {
    // Gone since the folder was listed.
    return [];
  }
}

function ownCpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + childrenCpuMs();
}

/** Time in which some program ran, and time that the host took away (steal), over all processors. */
function machineMs() {
  const [user, nice, system, , , irq, softirq, steal] = readFileSync('/proc/stat', 'utf8')
    .split('\n')[0]
    .trim()
    .split(/\s+/)
    .slice(1)
    .map((ticks) => Number(ticks) * tickMs);
  return { busy: user + nice + system + irq + softirq, stolen: steal };
}

/** Begins now; `taken()` says what others used since. `serviceCpuMs`: processor time of programs that go on running. */
export function watchLoad(serviceCpuMs = () => 0) {
  const measured = () => ownCpuMs() + serviceCpuMs();
  const begin = { at: performance.now(), own: measured(), ...machineMs() };
  return {
    taken() {
      const now = machineMs();
      const wholeMs = (performance.now() - begin.at) * availableParallelism();
      const others = Math.max(0, now.busy - begin.busy - (measured() - begin.own)) / wholeMs;
      const stolen = (now.stolen - begin.stolen) / wholeMs;
      return { others, stolen, share: others + stolen, quiet: others + stolen < disturbedFrom };
    },
  };
}

export function loadText({ others, stolen, quiet }) {
  const percent = (share) => `${Math.round(share * 100)} %`;
  const shares = `other programs took ${percent(others)} of the machine, its host ${percent(stolen)}`;
  return `${quiet ? 'quiet' : 'DISTURBED'} (load ${loadavg()[0].toFixed(1)}): ${shares}`;
}

export function note(text) {
  process.stderr.write(`  ${text}\n`);
}
