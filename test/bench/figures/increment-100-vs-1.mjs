import {
  captureWithEngine,
  changeImage,
  inScratchFolder,
  prepareImage,
  restoreWithEngine,
  speedOver,
} from '../engine-bench.mjs';

export const figure = {
  id: 'increment-100-vs-1',
  title: 'restore time of the hundredth increment over that of the first, four changed runs of 1 MiB each',
  unit: 'ratio',
  better: 'lower',
  must: 1.1,
  aim: 1,
  measure: () =>
    inScratchFolder((folder) => {
      const image = prepareImage(folder);
      const increments = [image.indexHash];
      for (let number = 1; number <= 100; number++) {
        const extents = changeImage(image, 4, 1 << 20, number);
        const { answer } = captureWithEngine(image, image.repositoryPath, increments.at(-1), extents);
        increments.push(answer.indexHash);
      }
      const restore = (number) => restoreWithEngine({ ...image, indexHash: increments[number] });
      return speedOver(
        () => restore(1),
        () => restore(100),
      );
    }),
};
