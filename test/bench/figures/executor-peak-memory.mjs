import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { capacityBytes, inScratchFolder, makeImage } from '../engine-bench.mjs';
import { note } from '../machine-load.mjs';
import { withService } from '../service-bench.mjs';

const mebibyte = 1 << 20;
const largeBytes = 64 * 1024 * mebibyte;
const settleMs = 3_000;

/** The data of the 1 GiB image, spread over 64 GiB. */
function spreadOut(fromPath, toPath) {
  const [from, to] = [openSync(fromPath, 'r'), openSync(toPath, 'w')];
  ftruncateSync(to, largeBytes);
  const bytes = Buffer.alloc(mebibyte);
  const pieces = capacityBytes / (2 * mebibyte);
  for (let piece = 0; piece < pieces; piece++) {
    readSync(from, bytes, 0, mebibyte, piece * 2 * mebibyte);
    // Differs from its piece of the small image, so that nothing is shared.
    bytes.writeUInt32LE(piece, 0);
    writeSync(to, bytes, 0, mebibyte, piece * (largeBytes / pieces));
  }
  closeSync(from);
  closeSync(to);
  return toPath;
}

/** The executor is new, so that what earlier work left in its heap is no part of either side. */
async function peakOfRestore(service, point) {
  await service.stop();
  await service.start();
  await sleep(settleMs);
  service.forgetPeak();
  const idle = service.executorMemoryBytes();
  await service.restore(point);
  return (service.executorMemoryBytes().peak - idle.resident) / mebibyte;
}

export const figure = {
  id: 'executor-peak-memory',
  title: "the executor's peak memory above idle in a restore, the larger of a 1 GiB disk and a sparse one of 64 GiB",
  unit: 'MiB',
  better: 'lower',
  must: 256,
  aim: 128,
  measure: () =>
    inScratchFolder((folder) =>
      withService(folder, async (service) => {
        const small = makeImage(folder);
        const large = spreadOut(small, join(folder, 'large.raw'));
        const points = [await service.capture(small, capacityBytes), await service.capture(large, largeBytes)];
        const peaks = [];
        for (const point of points) peaks.push(await peakOfRestore(service, point));
        note(`1 GiB: ${peaks[0].toFixed(1)} MiB; 64 GiB sparse: ${peaks[1].toFixed(1)} MiB`);
        return Math.max(...peaks);
      }),
    ),
};
