import { usageError } from './cli-error.js';
import type { Answer, CommandContext } from './command.js';
import { EXIT } from './exit-codes.js';
import { DeleteRestorePointDocument } from './generated/operations.js';
import type { RestorePointRowFragment } from './generated/operations.js';
import { formatMoment } from './output/words.js';
import { answerRefused } from './started-operation.js';
import { readPoint } from './show-point.js';

export interface DeletionOptions {
  readonly yes: boolean;
  readonly reason: string | undefined;
}

/** A person types the VM's name; a script says --yes. */
export async function deletePoint(typed: string, options: DeletionOptions, context: CommandContext): Promise<Answer> {
  const restorePoint = await readPoint(typed, context);
  if (!options.yes && !(await isWanted(restorePoint, context))) {
    return { exitCode: EXIT.failed, json: { restorePoint: null }, text: 'nothing was deleted' };
  }
  const input = { restorePointId: restorePoint.id, reason: options.reason ?? null };
  const { deleteRestorePoint } = await context.client().request(DeleteRestorePointDocument, { input });
  if (deleteRestorePoint.restorePoint === null) return answerRefused(deleteRestorePoint.userErrors);
  const text = `deleted: ${nameOf(restorePoint)}\nits blocks go with the next collection: reinstate gc`;
  return { exitCode: EXIT.good, json: deleteRestorePoint, text };
}

async function isWanted(point: RestorePointRowFragment, { io, json }: CommandContext): Promise<boolean> {
  if (json || !io.inIsTerminal) throw usageError('nobody can be asked here', 'if you are sure, add --yes');
  const answer = await io.ask(`Delete ${nameOf(point)} for good? Type the name of the VM: `);
  return answer.trim() === point.vm.name;
}

function nameOf(point: RestorePointRowFragment): string {
  return `restore point of VM ${point.vm.name} from ${formatMoment(point.capturedAt)}`;
}
