import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { usageError } from './cli-error.js';
import { defineCommand } from './command.js';
import { EXIT, exitOfRefusals } from './exit-codes.js';
import { RecordRestorePointDocument } from './generated/operations.js';
import type { RecordRestorePointInput, RecordRestorePointMutation } from './generated/operations.js';
import { addMetadataOptions, parseMoment, readLimited, readMetadata } from './metadata-options.js';
import type { MetadataOptions } from './metadata-options.js';
import { formatRefusals } from './output/refusals.js';

type Recorded = RecordRestorePointMutation['recordRestorePoint'] & { readonly file: string };

interface RecordOptions extends MetadataOptions {
  readonly tool: string | undefined;
  readonly toolReference: string | undefined;
}

const INPUT_LIMIT_BYTES = 16 * 1024 * 1024;

export const recordCommand = defineCommand({
  command: 'record <file..>',
  describe: 'Keep what another backup tool knows of a VM: a ConfigInfo, or a whole input as JSON',
  example: [
    'record web01.xml --site vc1 --tool nightly --captured-at 2026-05-04T03:00:00Z',
    'record a ConfigInfo document',
  ],
  builder: (parser) =>
    addMetadataOptions(parser)
      .positional('file', { type: 'string', array: true, demandOption: true, describe: 'ConfigInfo, or input as JSON' })
      .option('tool', { type: 'string', requiresArg: true, describe: 'name of the tool that holds the data' })
      .option('tool-reference', {
        type: 'string',
        requiresArg: true,
        describe: "the tool's own name for the point; file name and content hash without it",
      }),
  run: async (options, { client }) => {
    if (options.toolReference !== undefined && options.file.length > 1) {
      throw usageError('--tool-reference names one point; give one file with it');
    }
    const results: Recorded[] = [];
    for (const file of options.file) {
      const input = await readInput(file, options);
      const { recordRestorePoint } = await client().request(RecordRestorePointDocument, { input });
      results.push({ file, ...recordRestorePoint });
    }
    const exits = results.map(({ restorePoint, userErrors }) =>
      restorePoint === null ? exitOfRefusals(userErrors) : EXIT.good,
    );
    const exitCode = exits.find((exit) => exit !== EXIT.good) ?? EXIT.good;
    return { exitCode, json: { recorded: results }, text: results.map(formatRecorded).join('\n') };
  },
});

async function readInput(file: string, options: RecordOptions): Promise<RecordRestorePointInput> {
  const content = await readLimited(file, INPUT_LIMIT_BYTES);
  const whole = asWholeInput(content.toString('utf8'));
  if (whole !== null) return whole;
  if (options.tool === undefined) throw usageError('give --tool, the name of the tool that holds the data');
  if (options.capturedAt === undefined) throw usageError('give --captured-at, the moment that the point shows');
  const metadata = await readMetadata(file, options, parseMoment('--captured-at', options.capturedAt));
  const contentHash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return { metadata, tool: options.tool, toolReference: options.toolReference ?? `${basename(file)}#${contentHash}` };
}

/** The input of recordRestorePoint as one JSON document; null for a file that is something else. */
function asWholeInput(text: string): RecordRestorePointInput | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    const value = JSON.parse(text) as Partial<RecordRestorePointInput>;
    return value.metadata !== undefined && value.tool !== undefined ? (value as RecordRestorePointInput) : null;
  } catch {
    // Broken JSON is passed on as ConfigInfo: the service says where it breaks.
    return null;
  }
}

function formatRecorded({ file, restorePoint, alreadyRecorded, userErrors }: Recorded): string {
  if (restorePoint === null) return `${file}: refused\n${formatRefusals(userErrors)}`;
  const head = `${file}: ${restorePoint.vm.name} ${alreadyRecorded ? 'was recorded before as' : 'recorded as'}`;
  const lines = [`${head} ${restorePoint.id}`];
  if (userErrors.length > 0) lines.push(formatRefusals(userErrors));
  for (const { path, reason } of restorePoint.notUnderstood) lines.push(`  kept, not understood: ${path} (${reason})`);
  return lines.join('\n');
}
