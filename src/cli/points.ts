import { usageError } from './cli-error.js';
import type { GraphqlClient } from './client/graphql-client.js';
import { defineCommand } from './command.js';
import { choosePoint } from './choose-point.js';
import { deletePoint } from './delete-point.js';
import { EXIT } from './exit-codes.js';
import { findVmsByName } from './find-vms.js';
import { ListRestorePointsDocument } from './generated/operations.js';
import type { RestorePointFilter, RestorePointRowFragment } from './generated/operations.js';
import { readLimit } from './option-values.js';
import { formatTable } from './output/table.js';
import { formatBytes, formatMoment, formatWord } from './output/words.js';
import { readPages } from './read-pages.js';
import { showPoint } from './show-point.js';

export const pointsCommand = defineCommand({
  command: 'points [action] [point]',
  describe: 'List restore points, newest first; show one with its disks (points show ID), or delete it',
  example: ['points --vm web01', 'what can web01 be restored to?'],
  builder: (parser) =>
    parser
      .positional('action', { choices: ['list', 'show', 'delete'] as const, default: 'list', describe: 'what to do' })
      .positional('point', { type: 'string', describe: 'id of the restore point to show or delete' })
      .option('yes', { type: 'boolean', default: false, describe: 'delete without asking' })
      .option('reason', { type: 'string', requiresArg: true, describe: 'why it is deleted, for the audit log' })
      .option('vm', { type: 'string', requiresArg: true, describe: 'only points of the VM of this name' })
      .option('at', { type: 'string', requiresArg: true, describe: 'which point to restore: a moment, or latest' })
      .option('complete-keys', {
        type: 'boolean',
        default: false,
        describe: 'with --at: an older point with complete key metadata goes before a newer one without',
      })
      .option('limit', { type: 'number', requiresArg: true, default: 50, describe: 'at most so many' }),
  run: async ({ action, point, yes, reason, vm, at, completeKeys, limit }, context) => {
    const { client } = context;
    if (action !== 'list') {
      if (point === undefined) {
        throw usageError(`points ${action} needs the id of a restore point`, 'see: reinstate points');
      }
      return await (action === 'show' ? showPoint(point, context) : deletePoint(point, { yes, reason }, context));
    }
    if (point !== undefined) throw usageError(`points list takes no id`, 'narrow it with --vm');
    const most = readLimit(limit);
    if (at !== undefined) return await choosePoint({ vm, at, completeKeys, limit: most }, client());
    if (completeKeys) throw usageError('--complete-keys needs --at');
    const { items, more } = await listPoints(client(), vm, most);
    const note = more ? `\nthere are more: --limit ${most * 2}` : '';
    const text = items.length === 0 ? 'no restore points yet' : formatPoints(items) + note;
    return { exitCode: EXIT.good, json: { restorePoints: items, more }, text };
  },
});

async function listPoints(client: GraphqlClient, vmName: string | undefined, limit: number) {
  if (vmName === undefined) return listPointsWhere(client, limit, null);
  const items: RestorePointRowFragment[] = [];
  let more = false;
  for (const vm of await findVmsByName(client, vmName)) {
    const page = await listPointsWhere(client, limit, { vmId: vm.id });
    items.push(...page.items);
    more ||= page.more;
  }
  items.sort((one, other) => (one.capturedAt < other.capturedAt ? 1 : -1));
  return { items: items.slice(0, limit), more: more || items.length > limit };
}

export function listPointsWhere(client: GraphqlClient, limit: number, filter: RestorePointFilter | null) {
  return readPages<RestorePointRowFragment>(
    limit,
    async (first, after) => (await client.request(ListRestorePointsDocument, { first, after, filter })).restorePoints,
  );
}

/** How much of its disks was read: "full", or the bytes where less than all was needed. */
function formatCapture({ disks }: RestorePointRowFragment): string {
  const methods = new Set(disks.map(({ captureMethod }) => captureMethod));
  if (methods.has('INCREMENTAL')) {
    return formatBytes(disks.reduce((sum, { readBytes }) => sum + Number(readBytes ?? 0), 0));
  }
  return methods.has('FULL') ? 'full' : '-';
}

export function formatPoints(points: readonly RestorePointRowFragment[]): string {
  const rows = points.map((point) => [
    point.vm.name,
    formatMoment(point.capturedAt),
    formatWord(point.state),
    formatWord(point.origin),
    formatCapture(point),
    String(point.disks.length),
    formatBytes(Number(point.capacityBytes)),
    formatWord(point.encryption),
    formatWord(point.consistency),
    point.id,
  ]);
  return formatTable(
    ['VM', 'MOMENT', 'STATE', 'ORIGIN', 'READ', 'DISKS', 'SIZE', 'ENCRYPTION', 'CONSISTENCY', 'ID'],
    rows,
  );
}
