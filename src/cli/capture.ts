import { readChangedExtents } from './changed-extents.js';
import { usageError } from './cli-error.js';
import { defineCommand } from './command.js';
import { CaptureRestorePointDocument } from './generated/operations.js';
import type { DiskImageInput } from './generated/operations.js';
import { addMetadataOptions, parseMoment, readMetadata } from './metadata-options.js';
import { readDeviceKey } from './option-values.js';
import { answerStarted } from './started-operation.js';
import { idFromTyped } from './typed-id.js';

export const captureCommand = defineCommand({
  command: 'capture',
  describe: 'Capture a VM from disk images and a ConfigInfo into the repository',
  example: [
    'capture --config-info web01.xml --disk 2000=images:web01/disk.raw --nvram web01.nvram --site vc1 --wait',
    'capture web01 with one disk',
  ],
  builder: (parser) =>
    addMetadataOptions(parser)
      .option('config-info', { type: 'string', requiresArg: true, demandOption: true, describe: 'ConfigInfo document' })
      .option('disk', {
        type: 'string',
        array: true,
        requiresArg: true,
        demandOption: true,
        describe: 'KEY=LOCATION:PATH, with :vmdk, :qcow2, :vdi, :vhdx or :nbd behind it if it is not raw',
      })
      .option('since', {
        type: 'string',
        requiresArg: true,
        describe: 'id of an earlier restore point: read only what changed since then',
      })
      .option('changed', {
        type: 'string',
        requiresArg: true,
        describe: 'JSON file: {"KEY": [{"offsetBytes": …, "lengthBytes": …}]}; a disk that is not in it is read whole',
      })
      .option('full-if-needed', {
        type: 'boolean',
        default: false,
        describe: 'read a disk whole where the earlier point cannot be used',
      })
      .implies('since', 'changed')
      .implies('changed', 'since')
      .option('idempotency-key', { type: 'string', requiresArg: true, describe: 'the same key is the same capture' })
      .option('wait', { type: 'boolean', default: false, describe: 'stay until it has ended' }),
  run: async (options, context) => {
    const disks = await withChanges(options.disk.map(parseDisk), options);
    const capturedAt =
      options.capturedAt === undefined
        ? new Date(context.io.nowMs()).toISOString()
        : parseMoment('--captured-at', options.capturedAt);
    const metadata = await readMetadata(options.configInfo, options, capturedAt);
    const input = { metadata, disks, idempotencyKey: options.idempotencyKey ?? null };
    const { captureRestorePoint } = await context.client().request(CaptureRestorePointDocument, { input });
    const name = captureRestorePoint.restorePoint?.vm.name ?? 'VM';
    const what = `capturing ${name} as ${captureRestorePoint.restorePoint?.id ?? '-'}`;
    return answerStarted(captureRestorePoint, what, options.wait, context);
  },
});

const FORMATS: Readonly<Record<string, DiskImageInput['format']>> = {
  ':raw': 'RAW',
  ':vmdk': 'VMDK',
  ':qcow2': 'QCOW2',
  ':vdi': 'VDI',
  ':vhdx': 'VHDX',
  ':nbd': 'NBD',
};

interface ChangeOptions {
  readonly since: string | undefined;
  readonly changed: string | undefined;
  readonly fullIfNeeded: boolean;
}

async function withChanges(disks: readonly DiskImageInput[], options: ChangeOptions): Promise<DiskImageInput[]> {
  if (options.since === undefined || options.changed === undefined) return [...disks];
  const parentRestorePointId = idFromTyped('RestorePoint', options.since);
  const changes = await readChangedExtents(options.changed);
  const unknown = [...changes.keys()].find((key) => !disks.some(({ deviceKey }) => deviceKey === key));
  if (unknown !== undefined) throw usageError(`${options.changed} tells of disk ${unknown}, which no --disk names`);
  return disks.map((disk) => {
    const changedExtents = changes.get(disk.deviceKey);
    if (changedExtents === undefined) return disk;
    return { ...disk, incremental: { parentRestorePointId, changedExtents, fallbackToFull: options.fullIfNeeded } };
  });
}

/** "2000=images:web01/disk.vmdk:vmdk" → the input of the mutation. Throws CliError for anything else. */
export function parseDisk(text: string): DiskImageInput {
  const match = /^(\d+)=([^:]+):(.+?)(:vmdk|:raw|:qcow2|:vdi|:vhdx|:nbd)?$/.exec(text);
  if (match === null) {
    throw usageError(`--disk ${text} is not understood`, 'write KEY=LOCATION:PATH, as 2000=images:web01/disk.raw');
  }
  const [, deviceKey = '', location = '', path = '', format = ':raw'] = match;
  return {
    deviceKey: readDeviceKey('--disk', deviceKey),
    location,
    path,
    format: FORMATS[format] ?? 'RAW',
  };
}
