import { closeSync, ftruncateSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { inScratchFolder, runEngine } from '../engine-bench.mjs';

const runBytes = 64 * 1024;
const capacity = 256 << 20;

function writeHoleyImage(path) {
  const file = openSync(path, 'w');
  ftruncateSync(file, capacity);
  const data = Buffer.alloc(runBytes, 'data ');
  for (let offset = 0; offset < capacity; offset += 2 * runBytes) writeSync(file, data, 0, runBytes, offset);
  closeSync(file);
  return statSync(path).blocks * 512;
}

export const figure = {
  id: 'write-amplification',
  title: 'bytes written by a restore over bytes allocated in the source, 64 KiB data and 64 KiB hole in turn',
  unit: 'ratio',
  better: 'lower',
  must: 1.1,
  aim: 1.01,
  measure: () =>
    inScratchFolder((folder) => {
      const allocatedBytes = writeHoleyImage(join(folder, 'holey.raw'));
      const repository = join(folder, 'repository');
      const { answer } = runEngine(['capture', repository, folder, 'holey.raw', 'RAW', String(capacity)]);
      const words = ['restore', repository, answer.indexHash, String(capacity), folder, 'out.raw', 'bench', '1'];
      return runEngine(words).answer.writtenBytes / allocatedBytes;
    }),
};
