import { usageError } from './cli-error.js';

/** More than this in one list is asked for by mistake. */
const LIMIT_MOST = 10_000;
/** Device keys are 32-bit numbers in vSphere and in the schema. */
const DEVICE_KEY_MOST = 2_147_483_647;

/** The value of --limit. Throws CliError for anything but a whole number from 1 to 10000. */
export function readLimit(limit: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= LIMIT_MOST) return limit;
  throw usageError(`--limit must be a whole number from 1 to ${LIMIT_MOST}`);
}

/** A device key that was typed. Throws CliError naming `option` for anything that no device has. */
export function readDeviceKey(option: string, text: string): number {
  const key = Number(text);
  if (/^\d+$/.test(text) && key <= DEVICE_KEY_MOST) return key;
  throw usageError(`${option}: ${text} is no device key`, 'it is the key of the disk in the ConfigInfo, as 2000');
}
