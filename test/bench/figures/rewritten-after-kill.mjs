import { inScratchFolder, median, prepareImage, rewrittenShareAfterKill } from '../engine-bench.mjs';

export const figure = {
  id: 'rewritten-after-kill',
  title: 'share of the data written again after SIGKILL half-way and resume',
  unit: 'share',
  better: 'lower',
  must: 0.05,
  aim: 0.01,
  measure: () =>
    inScratchFolder(async (folder) => {
      const image = prepareImage(folder);
      const shares = [];
      for (let round = 0; round < 5; round++) shares.push(await rewrittenShareAfterKill(image));
      return median(shares);
    }),
};
