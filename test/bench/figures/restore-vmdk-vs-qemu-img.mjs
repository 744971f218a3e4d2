import { convertWithQemu, inScratchFolder, prepareImage, restoreWithEngine, speedOver } from '../engine-bench.mjs';

export const figure = {
  id: 'restore-vmdk-vs-qemu-img',
  title: 'engine restore into a sparse VMDK over qemu-img convert -m 6 -W raw to VMDK',
  unit: 'ratio',
  better: 'higher',
  must: 2,
  aim: 3,
  measure: () =>
    inScratchFolder((folder) => {
      const image = prepareImage(folder);
      return speedOver(
        () => restoreWithEngine(image, 'VMDK_SPARSE'),
        () => convertWithQemu(image, ['-m', '6', '-W', '-O', 'vmdk']),
      );
    }),
};
