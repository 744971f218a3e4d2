import { capacityBytes, inScratchFolder, makeImage, median } from '../engine-bench.mjs';
import { loadText, note, watchLoad } from '../machine-load.mjs';
import { withService } from '../service-bench.mjs';

export const figure = {
  id: 'event-loop-delay',
  title: "p99 of the executor's event loop delay while it restores the 1 GiB image, executePlan through GraphQL",
  unit: 'ms',
  better: 'lower',
  must: 10,
  aim: 3,
  measure: () =>
    inScratchFolder((folder) =>
      withService(folder, async (service) => {
        const point = await service.capture(makeImage(folder), capacityBytes);
        const load = watchLoad(() => service.cpuMs());
        for (let round = 0; round < 5; round++) await service.restore(point);
        const delays = service.restoreDelaysMs();
        if (delays.length !== 5) throw new Error(`the log tells of ${delays.length} restores`);
        const list = (name) => delays.map((delay) => delay[name]).join(', ');
        note(`p50 ${list('p50')}; p99 ${list('p99')}; max ${list('max')}`);
        note(loadText(load.taken()));
        return median(delays.map(({ p99 }) => p99));
      }),
    ),
};
