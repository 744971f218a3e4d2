import { readCliConfig, readSupervisorConfig } from '../config.js';
import type { ShownSetting } from '../config.js';
import { defineCommand } from './command.js';
import { EXIT } from './exit-codes.js';
import { formatTable } from './output/table.js';

export const configCommand = defineCommand({
  command: 'config',
  describe: 'Show every setting, its value and where it comes from',
  example: ['config --json', 'settings of service and command line as JSON'],
  builder: (parser) => parser,
  run: async ({ url, tokenFile }) => {
    const settings = new Map<string, ShownSetting>();
    for (const setting of [...readSupervisorConfig().shown, ...readCliConfig({ url, tokenFile }).shown]) {
      settings.set(setting.key, setting);
    }
    const shown = [...settings.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
    const rows = shown.map(({ key, value, source }) => [key, formatValue(value), source]);
    return { exitCode: EXIT.good, json: { settings: shown }, text: formatTable(['SETTING', 'VALUE', 'FROM'], rows) };
  },
});

function formatValue(value: unknown): string {
  if (value === null) return '-';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
