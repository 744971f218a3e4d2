import { defineCommand } from './command.js';
import { EXIT } from './exit-codes.js';
import { listVms } from './find-vms.js';
import { readLimit } from './option-values.js';
import { formatTable } from './output/table.js';
import { formatMoment } from './output/words.js';

export const vmsCommand = defineCommand({
  command: 'vms',
  describe: 'List VMs that have restore points',
  example: ['vms --name web', 'VMs whose name contains "web"'],
  builder: (parser) =>
    parser
      .option('name', { type: 'string', requiresArg: true, describe: 'only VMs whose name contains this' })
      .option('limit', { type: 'number', requiresArg: true, default: 200, describe: 'at most so many' }),
  run: async ({ name, limit }, { client }) => {
    const most = readLimit(limit);
    const { items, more } = await listVms(client(), name ?? null, most);
    const rows = items.map((vm) => [
      vm.name,
      vm.site.name,
      vm.newestRestorePoint === null ? '-' : formatMoment(vm.newestRestorePoint.capturedAt),
      vm.id,
    ]);
    const text = items.length === 0 ? 'no VMs' : formatTable(['VM', 'SITE', 'NEWEST POINT', 'ID'], rows);
    return { exitCode: EXIT.good, json: { vms: items, more }, text };
  },
});
