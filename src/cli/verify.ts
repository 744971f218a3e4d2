import { defineCommand } from './command.js';
import { VerifyRestorePointDocument } from './generated/operations.js';
import { answerStarted } from './started-operation.js';
import { idFromTyped } from './typed-id.js';

export const verifyCommand = defineCommand({
  command: 'verify <point>',
  describe: 'Hash every byte of a restore point in the repository again',
  example: ['verify ID --wait', 'prove that this point is whole'],
  builder: (parser) =>
    parser
      .positional('point', { type: 'string', demandOption: true, describe: 'id of the restore point' })
      .option('wait', { type: 'boolean', default: true, describe: 'stay until it has ended (--no-wait to let go)' }),
  run: async ({ point, wait }, context) => {
    const input = { restorePointId: idFromTyped('RestorePoint', point) };
    const { verifyRestorePoint } = await context.client().request(VerifyRestorePointDocument, { input });
    return answerStarted(verifyRestorePoint, `verifying ${point}`, wait, context);
  },
});
