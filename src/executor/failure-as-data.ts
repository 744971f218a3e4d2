import type { UserErrorData } from '../domain/operation-input.js';
import type { UserErrorCode } from '../domain/user-error.js';
import { refusal } from '../domain/user-error.js';
import { PortError } from '../ports/port-error.js';
import type { ExecutorContext } from './context.js';

interface Meaning {
  readonly code: UserErrorCode;
  readonly remedy: string;
}

const FREE_TARGET = 'Choose another folder, or move away what stands there.';
const REPAIR = 'Bring the chunk back from a copy of the repository and verify again, or choose another restore point.';

const MEANINGS: Readonly<Record<string, Meaning>> = {
  SOURCE_NOT_FOUND: { code: 'SOURCE_NOT_FOUND', remedy: 'Check location and path of the disk image.' },
  SOURCE_TOO_SHORT: { code: 'SOURCE_SIZE_MISMATCH', remedy: 'Give the whole image of this disk.' },
  SOURCE_TOO_LONG: { code: 'SOURCE_SIZE_MISMATCH', remedy: 'Give the image that belongs to this ConfigInfo.' },
  SOURCE_NOT_SECTOR_ALIGNED: { code: 'SOURCE_NOT_SECTOR_ALIGNED', remedy: 'Give the whole image of this disk.' },
  UNSUPPORTED_SOURCE_FORMAT: {
    code: 'SOURCE_FORMAT_UNSUPPORTED',
    remedy: 'Convert the image to raw, or state its format.',
  },
  SOURCE_DAMAGED: { code: 'SOURCE_DAMAGED', remedy: 'Copy the image again from where it comes from.' },
  SOURCE_IN_USE: { code: 'SOURCE_IN_USE', remedy: 'Stop the program that writes to it, then capture again.' },
  SOURCE_TOOL_MISSING: {
    code: 'SOURCE_TOOL_MISSING',
    remedy: 'On Debian run apt-get install qemu-utils libnbd0 on the executor, or convert the image to raw.',
  },
  VMDK_DESCRIPTOR_INVALID: { code: 'VMDK_DESCRIPTOR_INVALID', remedy: 'Give a VMDK with its extents beside it.' },
  PARENT_UNUSABLE: { code: 'PARENT_UNUSABLE', remedy: 'Capture the disk in full.' },
  CHANGED_EXTENT_INVALID: {
    code: 'INVALID_INPUT',
    remedy: 'Ask for the changes of this very disk again, or capture it in full.',
  },
  TARGET_FORMAT_UNSUITABLE: {
    code: 'TARGET_FORMAT_UNSUITABLE',
    remedy: 'Plan the restore into another format; RAW_SPARSE holds every disk.',
  },
  PATH_OUTSIDE_LOCATION: { code: 'PATH_OUTSIDE_LOCATION', remedy: 'Name a real file or folder beneath the location.' },
  LOCATION_NOT_AVAILABLE: {
    code: 'LOCATION_NOT_AVAILABLE',
    remedy: 'Check the locations in the configuration of the executor.',
  },
  TARGET_EXISTS: { code: 'TARGET_EXISTS', remedy: FREE_TARGET },
  JOURNAL_FOREIGN: { code: 'TARGET_EXISTS', remedy: FREE_TARGET },
  TARGET_NOT_WRITABLE: { code: 'TARGET_NOT_WRITABLE', remedy: 'Give the service the right to write there.' },
  TARGET_BUSY: { code: 'TARGET_BUSY', remedy: 'Wait until the other operation has ended.' },
  NO_SPACE: { code: 'NO_SPACE', remedy: 'Free some space, then try again.' },
  STALE_FENCING_TOKEN: { code: 'FENCED_OUT', remedy: 'Nothing is to be done: the other worker goes on.' },
  JOURNAL_DAMAGED: { code: 'IO_ERROR', remedy: 'Remove the partial file and its journal, then try again.' },
  REPOSITORY_NOT_FOUND: { code: 'REPOSITORY_NOT_AVAILABLE', remedy: 'Check the repository folder of the executor.' },
  REPOSITORY_FORMAT_UNSUPPORTED: {
    code: 'REPOSITORY_NOT_AVAILABLE',
    remedy: 'Use a release that knows this format of the repository.',
  },
  INDEX_DAMAGED: { code: 'REPOSITORY_DAMAGED', remedy: REPAIR },
  CHUNK_MISSING: { code: 'REPOSITORY_DAMAGED', remedy: REPAIR },
  CHUNK_DAMAGED: { code: 'REPOSITORY_DAMAGED', remedy: REPAIR },
  SEALED_ITEM_DAMAGED: { code: 'SEALED_ITEM_UNUSABLE', remedy: 'Restore the database from a copy.' },
  SEALED_FORMAT_UNSUPPORTED: {
    code: 'SEALED_ITEM_UNUSABLE',
    remedy: 'Use the release that sealed it, or a later one.',
  },
  SEALING_KEY_MISMATCH: {
    code: 'SEALED_ITEM_UNUSABLE',
    remedy: 'Give this executor the private key that the item was sealed to.',
  },
  REPOSITORY_BUSY: { code: 'REPOSITORY_BUSY', remedy: 'Wait until the other collection has ended.' },
  ENGINE_UNAVAILABLE: { code: 'ENGINE_UNAVAILABLE', remedy: 'Build the native part on the executor, then try again.' },
  IO_ERROR: { code: 'IO_ERROR', remedy: 'Check the storage of the executor, then try again.' },
};

/**
 * What a step met, as data for the operation's row. A PortError keeps its text, with folders of this machine replaced
 * by their names; anything else is a defect: it goes to the log, the row says only where to look.
 */
export function failureAsData(
  context: Pick<ExecutorContext, 'log' | 'locations' | 'repositories'>,
  operationId: string,
  subject: string,
  error: unknown,
): UserErrorData {
  const meaning = error instanceof PortError ? MEANINGS[error.code] : undefined;
  if (!(error instanceof PortError) || meaning === undefined) {
    context.log.error({ operationId, subject, error }, 'a step failed in an unexpected way');
    return refusal('INTERNAL', `${subject}: something unexpected happened.`, {
      remedy: `Look for operation ${operationId} in the log of the executor.`,
    });
  }
  const where = describePlace(error);
  return refusal(meaning.code, `${subject}: ${withNames(context, error.message)}${where}`, { remedy: meaning.remedy });
}

function describePlace(error: PortError): string {
  const { offsetBytes } = error.subject;
  if (offsetBytes === undefined || error.message.includes(`byte ${offsetBytes}`)) return '';
  return ` (at byte ${offsetBytes})`;
}

/** Which folder stands behind a name is known to the executor alone. */
export function withNames(context: Pick<ExecutorContext, 'locations' | 'repositories'>, message: string): string {
  const folders: [string, string][] = [];
  for (const [name, { path }] of Object.entries(context.locations)) folders.push([path, name]);
  for (const [name, path] of Object.entries(context.repositories)) folders.push([path, `repository ${name}`]);
  // The longest first: one folder may lie within another.
  folders.sort(([left], [right]) => right.length - left.length);
  let text = message;
  for (const [path, name] of folders) text = text.replaceAll(`${path}/`, `${name}:`).replaceAll(path, name);
  return text;
}
