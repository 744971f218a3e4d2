import cliProgress from 'cli-progress';
import type { CliIo } from '../cli-io.js';
import type { FollowUpdate } from '../client/follow-operation.js';
import { formatBytes, formatSeconds } from './words.js';

export interface ProgressReporter {
  readonly update: (update: FollowUpdate) => void;
  /** A line of its own, above the bar where there is one. */
  readonly note: (text: string) => void;
  readonly stop: () => void;
}

/** The rate is taken over this span, so that it follows a change and does not jump. */
const RATE_SPAN_MS = 5_000;
/** A rate from less than this says more about the clock than about the disk. */
const RATE_LEAST_MS = 500;
const LINE_EVERY_MS = 5_000;
const LINE_EVERY_PERCENT = 10;

/** A bar with rate and time left on a terminal; elsewhere a plain line per 5 s or per 10 %, whichever comes first. */
export function createProgressReporter(io: CliIo, label: string): ProgressReporter {
  return io.errorIsTerminal ? createBar(io, label) : createLines(io, label);
}

function createBar(io: CliIo, label: string): ProgressReporter {
  const rate = createRateMeter(io.nowMs);
  const bar = new cliProgress.SingleBar({
    format: `${label} {bar} {percentage}%  {amount}  {rate}  {left}  {phase}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    fps: 8,
    stream: process.stderr,
    linewrap: false,
    forceRedraw: true,
  });
  let isShown = false;
  const hide = () => {
    if (isShown) bar.stop();
    isShown = false;
  };
  return {
    update: (update) => {
      const { amount, speed, left } = describe(update, rate.measure(update.bytesDone));
      const fields = { amount, rate: speed, left, phase: update.phase };
      if (!isShown) bar.start(100, 0, fields);
      isShown = true;
      bar.update(Math.floor(update.percent), fields);
    },
    note: (text) => {
      hide();
      io.writeError(`\r\u001b[2K${text}\n`);
    },
    stop: hide,
  };
}

function createLines(io: CliIo, label: string): ProgressReporter {
  const rate = createRateMeter(io.nowMs);
  let lastMs = Number.NEGATIVE_INFINITY;
  let lastPercent = Number.NEGATIVE_INFINITY;
  return {
    update: (update) => {
      const bytesPerSecond = rate.measure(update.bytesDone);
      const isDue = io.nowMs() - lastMs >= LINE_EVERY_MS || update.percent - lastPercent >= LINE_EVERY_PERCENT;
      const isEnd = update.percent >= 100 && lastPercent < 100;
      if (!isDue && !isEnd) return;
      lastMs = io.nowMs();
      lastPercent = update.percent;
      const { amount, speed, left } = describe(update, bytesPerSecond);
      const parts = [`${Math.floor(update.percent)} %`, amount, speed, left, update.phase].filter(
        (part) => part !== '',
      );
      io.writeError(`${label} ${parts.join(', ')}\n`);
    },
    note: (text) => io.writeError(`${text}\n`),
    stop: () => {},
  };
}

function describe(
  update: FollowUpdate,
  bytesPerSecond: number | null,
): { amount: string; speed: string; left: string } {
  const { bytesDone, bytesTotal } = update;
  const amount =
    bytesTotal === null ? formatBytes(bytesDone) : `${formatBytes(bytesDone)} of ${formatBytes(bytesTotal)}`;
  if (bytesPerSecond === null || bytesPerSecond <= 0) return { amount, speed: '', left: '' };
  const left = bytesTotal === null ? '' : `${formatSeconds((bytesTotal - bytesDone) / bytesPerSecond)} left`;
  return { amount, speed: `${formatBytes(bytesPerSecond)}/s`, left };
}

interface RateMeter {
  /** Takes a sample and gives bytes per second over the span, null while they lie too close together. */
  readonly measure: (bytesDone: number) => number | null;
}

export function createRateMeter(nowMs: () => number): RateMeter {
  const samples: { atMs: number; bytes: number }[] = [];
  return {
    measure: (bytes) => {
      const atMs = nowMs();
      samples.push({ atMs, bytes });
      while (samples.length > 2 && atMs - (samples[1]?.atMs ?? atMs) >= RATE_SPAN_MS) samples.shift();
      const oldest = samples[0];
      if (oldest === undefined || atMs - oldest.atMs < RATE_LEAST_MS) return null;
      return ((bytes - oldest.bytes) * 1000) / (atMs - oldest.atMs);
    },
  };
}
