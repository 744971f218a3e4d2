import { convertWithQemu, inScratchFolder, prepareImage, restoreWithEngine, speedOver } from '../engine-bench.mjs';

export const figure = {
  id: 'restore-stream-vs-qemu-img',
  title: 'engine restore into a streamOptimized VMDK over qemu-img convert to the same',
  unit: 'ratio',
  better: 'higher',
  must: 3,
  aim: 6,
  measure: () =>
    inScratchFolder((folder) => {
      const image = prepareImage(folder);
      return speedOver(
        () => restoreWithEngine(image, 'VMDK_STREAM_OPTIMIZED'),
        () => convertWithQemu(image, ['-m', '6', '-O', 'vmdk', '-o', 'subformat=streamOptimized']),
      );
    }),
};
