import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { captureWithEngine, changeImage, inScratchFolder, prepareImage, speedOver } from '../engine-bench.mjs';
import { note } from '../machine-load.mjs';

/** Time of an increment over that of a full capture. Both name the same index, or nothing is measured. */
async function shareOfFull(count, lengthBytes) {
  return inScratchFolder((folder) => {
    const image = prepareImage(folder);
    let parent = image.indexHash;
    let extents = [];
    let round = 0;
    let fullHash = '';
    function captureFull() {
      extents = changeImage(image, count, lengthBytes, round++);
      const full = captureWithEngine(image, join(folder, 'full'));
      rmSync(join(folder, 'full'), { recursive: true });
      fullHash = full.answer.indexHash;
      return full;
    }
    function captureIncrement() {
      const increment = captureWithEngine(image, image.repositoryPath, parent, extents);
      parent = increment.answer.indexHash;
      if (parent !== fullHash) throw new Error('the increment is not the full index');
      return increment;
    }
    return speedOver(captureFull, captureIncrement);
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
    note(`160 scattered changes of 64 KiB: ${scattered.toPrecision(3)}`);
    return shareOfFull(10, 1 << 20);
  },
};
