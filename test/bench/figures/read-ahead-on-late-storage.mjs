import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inScratchFolder, prepareImage, restoreWords, runEngine, speedOver } from '../engine-bench.mjs';

const librarySource = fileURLToPath(new URL('../../support/held-storage.cc', import.meta.url));
const delayMs = '5';

function buildLibrary(folder) {
  const library = join(folder, 'held-storage.so');
  const words = ['-D_GNU_SOURCE', '-shared', '-fPIC', '-o', library, librarySource, '-ldl'];
  const made = spawnSync('g++', words, { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  return library;
}

export const figure = {
  id: 'read-ahead-on-late-storage',
  title: 'restore with six reads in flight over one with one, each read of a chunk 5 ms late',
  unit: 'ratio',
  better: 'higher',
  must: null,
  aim: null,
  measure: () =>
    inScratchFolder((folder) => {
      const image = prepareImage(folder);
      const environment = { LD_PRELOAD: buildLibrary(folder), HELD_READ_DELAY_MS: delayMs };
      const restore = (depth) => {
        const ended = runEngine([...restoreWords(image), '--io-depth', depth], environment);
        rmSync(join(folder, 'out.raw'));
        return ended;
      };
      return speedOver(
        () => restore('6'),
        () => restore('1'),
      );
    }),
};
