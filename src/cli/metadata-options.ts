import { readFile, stat } from 'node:fs/promises';
import type { Argv } from 'yargs';
import { usageError } from './cli-error.js';
import type { GlobalOptions } from './command.js';
import type {
  Consistency,
  DatastoreInput,
  DatastoreType,
  Fence,
  KeyProviderType,
  RestorePointMetadataInput,
  StoragePolicyInput,
} from './generated/operations.js';
import { readDeviceKey } from './option-values.js';

const CONSISTENCIES: readonly Consistency[] = ['CRASH', 'FILE_SYSTEM', 'APPLICATION', 'UNKNOWN'];
const FENCES: readonly Fence[] = ['HELD', 'NOT_HELD', 'UNKNOWN'];
const DATASTORE_TYPES: readonly DatastoreType[] = ['VMFS', 'NFS', 'VSAN', 'VVOL', 'LOCAL', 'OTHER', 'UNKNOWN'];
const PROVIDER_TYPES: readonly KeyProviderType[] = ['STANDARD', 'NATIVE', 'TRUST_AUTHORITY', 'UNKNOWN'];

/** The service refuses more than this; refusing here spares the upload and says which file it was. */
const CONFIG_INFO_LIMIT_BYTES = 8 * 1024 * 1024;
const NVRAM_LIMIT_BYTES = 4 * 1024 * 1024;

/** Options that say what is known of a VM at one moment. */
export function addMetadataOptions(parser: Argv<GlobalOptions>) {
  return parser
    .option('site', { type: 'string', requiresArg: true, describe: 'name of the vCenter where the VM lives' })
    .option('captured-at', { type: 'string', requiresArg: true, describe: 'moment of the point, UTC' })
    .option('moref', { type: 'string', requiresArg: true, describe: 'moRef of the VM, as vm-42' })
    .option('nvram', { type: 'string', requiresArg: true, describe: 'NVRAM file of the VM' })
    .option('nvram-absent', { type: 'boolean', describe: 'somebody looked: the VM has no NVRAM' })
    .option('consistency', { choices: CONSISTENCIES, describe: 'how consistent the disks are' })
    .option('fence', { choices: FENCES, describe: 'whether PrepareForAccess held while the disks were read' })
    .option('datastore', {
      type: 'string',
      array: true,
      requiresArg: true,
      describe: `NAME=TYPE of a datastore: ${DATASTORE_TYPES.join(', ')}`,
    })
    .option('key-provider-type', { choices: PROVIDER_TYPES, describe: 'type of the key provider' })
    .option('storage-policy', {
      type: 'string',
      array: true,
      requiresArg: true,
      describe: 'ID for the VM home, KEY=ID for a disk',
    })
    .option('storage-policies-absent', { type: 'boolean', describe: 'somebody looked: there are none' })
    .option('retain-until', { type: 'string', requiresArg: true, describe: 'keep at least until then, UTC' })
    .option('legal-hold', { type: 'boolean', default: false, describe: 'forbid removal' })
    .conflicts('nvram', 'nvram-absent')
    .conflicts('storage-policy', 'storage-policies-absent');
}

export interface MetadataOptions {
  readonly site: string | undefined;
  readonly capturedAt: string | undefined;
  readonly moref: string | undefined;
  readonly nvram: string | undefined;
  readonly nvramAbsent: boolean | undefined;
  readonly consistency: Consistency | undefined;
  readonly fence: Fence | undefined;
  readonly datastore: string[] | undefined;
  readonly keyProviderType: KeyProviderType | undefined;
  readonly storagePolicy: string[] | undefined;
  readonly storagePoliciesAbsent: boolean | undefined;
  readonly retainUntil: string | undefined;
  readonly legalHold: boolean;
}

/** Reads the files and puts the metadata together. Throws CliError for missing options and unreadable files. */
export async function readMetadata(
  configInfoFile: string,
  options: MetadataOptions,
  capturedAt: string,
): Promise<RestorePointMetadataInput> {
  if (options.site === undefined) throw usageError('give --site, the name of the vCenter where the VM lives');
  const configInfo = (await readLimited(configInfoFile, CONFIG_INFO_LIMIT_BYTES)).toString('utf8');
  const nvram = options.nvram === undefined ? null : await readLimited(options.nvram, NVRAM_LIMIT_BYTES);
  return {
    site: { name: options.site },
    managedObjectId: options.moref ?? null,
    capturedAt,
    configInfo,
    nvramBase64: nvram?.toString('base64') ?? null,
    nvramNotPresent: options.nvramAbsent === true ? true : null,
    keyProviderType: options.keyProviderType ?? null,
    storagePolicies: options.storagePoliciesAbsent === true ? [] : (options.storagePolicy?.map(parsePolicy) ?? null),
    datastores: options.datastore?.map(parseDatastore) ?? null,
    consistency: options.consistency ?? null,
    fence: options.fence ?? null,
    retainUntil: options.retainUntil === undefined ? null : parseMoment('--retain-until', options.retainUntil),
    legalHold: options.legalHold,
  };
}

/** "2026-05-04T03:02:01Z" or any form that names its zone, as the service wants it. */
export function parseMoment(option: string, text: string): string {
  const moment = new Date(text);
  const namesZone = /(Z|[+-]\d\d:?\d\d)$/.test(text);
  if (Number.isNaN(moment.getTime()) || !namesZone) {
    throw usageError(`${option} must be a moment with its zone, as 2026-05-04T03:02:01Z`);
  }
  return moment.toISOString();
}

function parsePolicy(text: string): StoragePolicyInput {
  const match = /^(?:(\d+)=)?(.+)$/.exec(text);
  return {
    deviceKey: match?.[1] === undefined ? null : readDeviceKey('--storage-policy', match[1]),
    policyId: match?.[2] ?? text,
  };
}

function parseDatastore(text: string): DatastoreInput {
  const equals = text.lastIndexOf('=');
  const type = DATASTORE_TYPES.find((known) => known === text.slice(equals + 1).toUpperCase());
  if (equals <= 0 || type === undefined) {
    throw usageError(`--datastore must be NAME=TYPE, with one of ${DATASTORE_TYPES.join(', ')}`);
  }
  return { name: text.slice(0, equals), type };
}

/** Throws CliError when the file cannot be read or is over the limit. */
export async function readLimited(path: string, limitBytes: number): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > limitBytes) throw usageError(`${path} has ${size} bytes; at most ${limitBytes} are taken`);
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'USAGE') throw error;
    throw usageError(`${path} cannot be read: ${code ?? String(error)}`, 'check the path and who may read it');
  }
}
