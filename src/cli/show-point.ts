import { CliError } from './cli-error.js';
import type { Answer, CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { GetRestorePointDocument } from './generated/operations.js';
import type { RestorePointRowFragment } from './generated/operations.js';
import { formatTable } from './output/table.js';
import { formatBytes, formatMoment, formatWord } from './output/words.js';
import { idFromTyped } from './typed-id.js';

/** One restore point with its disks: the index hash of each is what `extract` takes when no service runs. */
export async function showPoint(typed: string, context: CommandContext): Promise<Answer> {
  const restorePoint = await readPoint(typed, context);
  return { exitCode: EXIT.good, json: { restorePoint }, text: formatPoint(restorePoint) };
}

export async function readPoint(typed: string, context: CommandContext): Promise<RestorePointRowFragment> {
  const id = idFromTyped('RestorePoint', typed);
  const { restorePoint } = await context.client().request(GetRestorePointDocument, { id });
  if (restorePoint !== null) return restorePoint;
  throw new CliError('NOT_FOUND', `there is no restore point ${typed}`, 'list them: reinstate points');
}

function formatPoint({ id, vm, capturedAt, state, retainUntil, legalHold, disks }: RestorePointRowFragment): string {
  const lines = [`${vm.name} from ${formatMoment(capturedAt)}: ${formatWord(state)}`, `  id  ${id}`];
  if (retainUntil !== null) lines.push(`  kept until ${formatMoment(retainUntil)}`);
  if (legalHold) lines.push('  under legal hold');
  const rows = disks.map((disk) => [
    String(disk.deviceKey),
    disk.label,
    formatBytes(Number(disk.capacityBytes)),
    disk.dataBytes === null ? '-' : formatBytes(Number(disk.dataBytes)),
    formatWord(disk.state),
    disk.verifiedAt === null ? '-' : formatMoment(disk.verifiedAt),
    disk.indexHash ?? '-',
  ]);
  return `${lines.join('\n')}\n${formatTable(['DISK', 'LABEL', 'SIZE', 'DATA', 'STATE', 'VERIFIED', 'INDEX'], rows)}`;
}
