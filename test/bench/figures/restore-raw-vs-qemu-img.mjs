import { convertWithQemu, inScratchFolder, prepareImage, restoreWithEngine, speedOver } from '../engine-bench.mjs';

export const figure = {
  id: 'restore-raw-vs-qemu-img',
  title: 'engine restore over qemu-img convert -m 6 -W raw to raw, which neither decompresses nor verifies',
  unit: 'ratio',
  better: 'higher',
  must: 0.5,
  aim: 0.65,
  measure: () =>
    inScratchFolder((folder) => {
      const image = prepareImage(folder);
      return speedOver(
        () => restoreWithEngine(image),
        () => convertWithQemu(image),
      );
    }),
};
