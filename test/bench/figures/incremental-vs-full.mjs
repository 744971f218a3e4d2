import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { captureWithEngine, changeImage, inScratchFolder, median, prepareImage } from '../engine-bench.mjs';

/** Time of an increment over that of a full capture, medians of five. */
async function shareOfFull(count, lengthBytes) {
  return inScratchFolder((folder) => {
    const image = prepareImage(folder);
    const incrementMs = [];
    const fullMs = [];
    let parent = image.indexHash;
    for (let round = 0; round < 5; round++) {
      const extents = changeImage(image, count, lengthBytes, round);
      const increment = captureWithEngine(image, image.repositoryPath, parent, extents);
      const full = captureWithEngine(image, join(folder, 'full'));
      rmSync(join(folder, 'full'), { recursive: true });
      if (increment.answer.indexHash !== full.answer.indexHash) throw new Error('the increment is not the full index');
      parent = increment.answer.indexHash;
      incrementMs.push(increment.elapsedMs);
      fullMs.push(full.elapsedMs);
    }
    return median(incrementMs) / median(fullMs);
  });
}

export const figure = {
  id: 'incremental-vs-full',
  title: 'capture of ten changed runs of 1 MiB over a full capture of the 1 GiB image, whole processes',
  unit: 'ratio',
  better: 'lower',
  must: 0.05,
  aim: 0.02,
  async measure() {
    const scattered = await shareOfFull(160, 65536);
    process.stderr.write(`  160 scattered changes of 64 KiB: ${scattered.toPrecision(3)}\n`);
    return shareOfFull(10, 1 << 20);
  },
};
