import { inScratchFolder, prepareImage, prepareRestic, speedOver, verifyWithEngine } from '../engine-bench.mjs';

export const figure = {
  id: 'verify-vs-restic',
  title: 'engine verification of every chunk over restic check --read-data',
  unit: 'ratio',
  better: 'higher',
  must: 3,
  aim: 4,
  measure: () =>
    inScratchFolder((folder) => {
      const image = prepareImage(folder);
      return speedOver(() => verifyWithEngine(image), prepareRestic(image).check);
    }),
};
