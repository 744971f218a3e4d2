import {
  capacityBytes,
  inScratchFolder,
  median,
  prepareImage,
  prepareRestic,
  restoreWithEngine,
  speedOver,
} from '../engine-bench.mjs';
import { loadText, note, watchLoad } from '../machine-load.mjs';
import { withService } from '../service-bench.mjs';

/** The same restore with everything around it: queue, steps, claim, progress, audit, and threads at nice 10. */
async function tellWholeRestore(image, restic) {
  await withService(image.folder, async (service) => {
    const point = await service.capture(image.imagePath, capacityBytes);
    const load = watchLoad(() => service.cpuMs());
    const wholeMs = [];
    const resticMs = [];
    for (let round = 0; round < 5; round++) {
      wholeMs.push(await service.restore(point));
      resticMs.push(restic.restore().elapsedMs);
    }
    const ratio = median(resticMs) / median(wholeMs);
    note(
      `the whole executePlan through GraphQL: ${Math.round(median(wholeMs))} ms, ${ratio.toPrecision(3)} times restic`,
    );
    note(loadText(load.taken()));
  });
}

export const figure = {
  id: 'restore-raw-vs-restic',
  title: 'engine restore, every chunk verified, over restic restore of the same 1 GiB image',
  unit: 'ratio',
  better: 'higher',
  must: 4,
  aim: 4.5,
  measure: () =>
    inScratchFolder(async (folder) => {
      const image = prepareImage(folder);
      const restic = prepareRestic(image);
      const ratio = speedOver(() => restoreWithEngine(image), restic.restore);
      await tellWholeRestore(image, restic);
      return ratio;
    }),
};
