import type { Argv } from 'yargs';
import { usageError } from './cli-error.js';
import type { RestorePurpose, RestoreTargetInput, Transport } from './generated/operations.js';

const TRANSPORTS: readonly Transport[] = ['SAN', 'HOTADD', 'NBDSSL', 'NBD', 'HTTP_NFC', 'DATASTORE_HTTP'];
const PURPOSES: readonly RestorePurpose[] = ['REPLACEMENT', 'COPY'];

/** Options of a restore into vSphere. */
export function addVsphereOptions<Options>(parser: Argv<Options>) {
  return parser
    .option('to', { type: 'string', requiresArg: true, describe: 'restore into vSphere: name of the site' })
    .option('name', { type: 'string', requiresArg: true, describe: 'with --to: name of the new VM' })
    .option('datastore', { type: 'string', requiresArg: true, describe: 'with --to: datastore of the new VM' })
    .option('host', { type: 'string', requiresArg: true, describe: 'with --to: host of the new VM' })
    .option('in-place', {
      type: 'string',
      requiresArg: true,
      describe: 'with --to: overwrite the VM of this name or id',
    })
    .option('typed-name', { type: 'string', requiresArg: true, describe: 'with --in-place: its name once more' })
    .option('purpose', { choices: PURPOSES, describe: 'with --to: takes the place of the original, or runs beside it' })
    .option('transport', { choices: TRANSPORTS, array: true, describe: 'with --to: order of transports, best first' })
    .option('power-on', { type: 'boolean', default: false, describe: 'with --to: power on at the end' })
    .option('allow-new-keys', { type: 'boolean', default: false, describe: 'new keys may replace captured ones' })
    .option('keys-lost', { type: 'boolean', default: false, describe: 'keys that cannot be fetched are gone for good' })
    .option('allow-leave-nvram', { type: 'boolean', default: false, describe: 'captured NVRAM may stay behind' })
    .option('allow-clear', { type: 'boolean', default: false, describe: 'encryption may be dropped' });
}

export interface VsphereOptions {
  readonly name: string | undefined;
  readonly datastore: string | undefined;
  readonly host: string | undefined;
  readonly inPlace: string | undefined;
  readonly typedName: string | undefined;
  readonly purpose: RestorePurpose | undefined;
  readonly transport: readonly Transport[] | undefined;
  readonly powerOn: boolean;
  readonly allowNewKeys: boolean;
  readonly keysLost: boolean;
  readonly allowLeaveNvram: boolean;
  readonly allowClear: boolean;
}

/** The target that was typed. Throws CliError (usage) when it is no whole one. */
export function vsphereTargetOf(siteId: string, options: VsphereOptions): RestoreTargetInput {
  const { name, datastore, host, inPlace, typedName } = options;
  const common = {
    siteId,
    ...(options.purpose === undefined ? {} : { purpose: options.purpose }),
    powerOn: options.powerOn,
    transportPreference: options.transport ?? null,
    consents: {
      rekey: options.allowNewKeys,
      keysDeclaredLost: options.keysLost,
      leaveNvram: options.allowLeaveNvram,
      clear: options.allowClear,
    },
  };
  if (inPlace !== undefined) {
    if (name !== undefined || datastore !== undefined || host !== undefined) {
      throw usageError('--in-place goes without --name, --datastore and --host: the VM stays where it is');
    }
    return { vsphereInPlace: { ...common, vm: inPlace, typedName: typedName ?? null } };
  }
  if (name === undefined) throw usageError('give --name for a new VM, or --in-place VM to overwrite one');
  return { vsphereNewVm: { ...common, name, datastore: datastore ?? null, host: host ?? null } };
}
