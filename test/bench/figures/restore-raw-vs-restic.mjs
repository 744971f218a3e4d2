import { inScratchFolder, prepareImage, prepareRestic, restoreWithEngine, speedOver } from '../engine-bench.mjs';

export const figure = {
  id: 'restore-raw-vs-restic',
  title: 'engine restore, every chunk verified, over restic restore of the same 1 GiB image',
  unit: 'ratio',
  better: 'higher',
  must: 4,
  aim: 4.5,
  measure: () =>
    inScratchFolder((folder) => {
      const image = prepareImage(folder);
      const restic = prepareRestic(image);
      return speedOver(() => restoreWithEngine(image), restic.restore);
    }),
};
