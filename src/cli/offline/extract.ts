import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { loadAddon } from '../../adapters/native/load-addon.js';
import { createNativeCopyEngine, createNativeDiskDescriber } from '../../adapters/native/native-copy-engine.js';
import type { CopyEngine, DiskDescriber, RestoreDiskRequest, RestoreDiskResult } from '../../ports/copy-engine.js';
import { PortError } from '../../ports/port-error.js';
import { CliError, usageError } from '../cli-error.js';
import type { CliIo } from '../cli-io.js';
import type { Answer, CommandContext } from '../command.js';
import { defineCommand } from '../command.js';
import { formatOption, targetFormatOf, wordOf } from '../disk-formats.js';
import { EXIT } from '../exit-codes.js';
import { createProgressReporter } from '../output/progress.js';
import { formatBytes } from '../output/words.js';

interface ExtractOptions {
  readonly index: string;
  readonly file: string;
  readonly repository: string;
  readonly format: string | undefined;
}

export const extractCommand = defineCommand({
  command: 'extract <index> <file>',
  describe: 'Take one disk out of a repository folder, with no service and no database',
  example: ['extract INDEX web01.raw --repository /backup/repository', 'the disk of this index hash as a raw file'],
  builder: (parser) =>
    parser
      .positional('index', { type: 'string', demandOption: true, describe: 'index hash of the disk, 64 digits' })
      .positional('file', { type: 'string', demandOption: true, describe: 'file to write; never replaced' })
      .option('repository', {
        type: 'string',
        demandOption: true,
        requiresArg: true,
        describe: 'folder of the repository',
      })
      .option('format', formatOption),
  run: (options, context) => extract(options, context),
});

async function extract(options: ExtractOptions, context: CommandContext): Promise<Answer> {
  const indexHash = options.index.toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(indexHash)) throw usageError(`"${options.index}" is no index hash: it has 64 digits`);
  const { engine, describer } = openEngine();
  const file = resolve(options.file);
  const targetFormat = targetFormatOf(options.format);
  const repositoryPath = resolve(options.repository);
  refuseFinished(file);
  try {
    const { capacityBytes, dataBytes } = await describer.describeDisk({ repositoryPath, indexHash });
    const request: RestoreDiskRequest = {
      repositoryPath,
      indexHash,
      capacityBytes,
      target: { rootPath: dirname(file), relativePath: basename(file) },
      targetFormat,
      // The same for the same disk: the same command again finds its journal and goes on.
      operationId: `extract-${indexHash}`,
      fencingToken: 1,
    };
    const { writtenBytes, resumedBytes } = await restoreWatched(engine, request, context.io);
    const json = {
      file,
      format: wordOf(targetFormat),
      indexHash,
      capacityBytes,
      dataBytes,
      writtenBytes,
      resumedBytes,
    };
    const amount = `${formatBytes(capacityBytes)}, ${formatBytes(dataBytes)} of it data`;
    return { exitCode: EXIT.good, json, text: `${file}: ${amount}, every chunk verified` };
  } catch (error) {
    throw asCliError(error);
  }
}

/**
 * The engine takes a file that this command finished for done without reading it again. Somebody may have written to it
 * since, and nobody may be told that its bytes were verified now. Beside a journal it is not finished.
 */
function refuseFinished(file: string): void {
  if (!existsSync(file) || existsSync(`${file}.reinstate-journal`)) return;
  const remedy = 'move it away, or name another file';
  throw new CliError('TARGET_EXISTS', `${file} exists already and is never replaced`, remedy);
}

function openEngine(): { engine: CopyEngine; describer: DiskDescriber } {
  const loaded = loadAddon();
  if (loaded.state === 'unavailable') throw new CliError('ENGINE_UNAVAILABLE', loaded.reason, null);
  return { engine: createNativeCopyEngine(loaded.addon), describer: createNativeDiskDescriber(loaded.addon) };
}

async function restoreWatched(engine: CopyEngine, request: RestoreDiskRequest, io: CliIo): Promise<RestoreDiskResult> {
  const stopper = new AbortController();
  const progress = createProgressReporter(io, 'extract');
  const stopListening = io.onInterrupt(() => stopper.abort());
  try {
    return await engine.restoreDisk(request, {
      signal: stopper.signal,
      onProgress: ({ doneBytes, totalBytes }) =>
        progress.update({
          state: 'RUNNING',
          phase: 'writing',
          percent: totalBytes === 0 ? 0 : (doneBytes / totalBytes) * 100,
          bytesDone: doneBytes,
          bytesTotal: totalBytes,
          note: null,
        }),
    });
  } finally {
    stopListening();
    progress.stop();
  }
}

function asCliError(error: unknown): unknown {
  if (!(error instanceof PortError)) return error;
  if (error.kind === 'aborted') return new CliError(error.code, 'stopped', 'the same command goes on where it was');
  return new CliError(error.code, error.message, null);
}
