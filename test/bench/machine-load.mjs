// What else the machine does while a figure is measured, so that a reader can tell a disturbed figure from a bad one.
import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';

// Linux counts processor time in hundredths of a second here, whatever the kernel's own tick.
const tickMs = 10;
const disturbedFrom = 0.1;

/** Processor time of all children of this process that have ended. */
export function childrenCpuMs() {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1).split(' ');
  // cutime and cstime: fields 16 and 17 of proc(5), the third one being the first here.
  return (Number(fields[13]) + Number(fields[14])) * tickMs;
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

/** Begins now; `told()` says in one line what others used since. */
export function watchLoad() {
  const begin = { at: performance.now(), own: ownCpuMs(), ...machineMs() };
  return {
    told() {
      const now = machineMs();
      const wholeMs = (performance.now() - begin.at) * availableParallelism();
      const others = Math.max(0, now.busy - begin.busy - (ownCpuMs() - begin.own)) / wholeMs;
      const stolen = (now.stolen - begin.stolen) / wholeMs;
      const percent = (share) => `${Math.round(share * 100)} %`;
      const verdict = others + stolen >= disturbedFrom ? 'DISTURBED' : 'quiet';
      const shares = `other programs took ${percent(others)} of the machine, its host ${percent(stolen)}`;
      return `${verdict}: ${shares}; load ${loadavg()[0].toFixed(1)}`;
    },
  };
}

export function note(text) {
  process.stderr.write(`  ${text}\n`);
}
