import { cutSecrets, secretSearch } from '../domain/config-info/cut-secrets.js';
import type { CutSecret } from '../domain/config-info/cut-secrets.js';
import { extractFacts } from '../domain/config-info/extract-facts.js';
import type {
  ConfigInfoForm,
  ConfigInfoProblem,
  ConfigInfoProblemCode,
  ConfigInfoTree,
  NotUnderstood,
} from '../domain/config-info/node.js';
import { redactFacts } from '../domain/config-info/redact-facts.js';
import { serialiseConfigInfo } from '../domain/config-info/serialise.js';
import type { UserErrorData } from '../domain/operation-input.js';
import type { RestorePointFacts } from '../domain/restore-point-facts.js';
import { refusal } from '../domain/user-error.js';
import type { UserErrorCode } from '../domain/user-error.js';
import type { ConfigInfoReader } from '../ports/config-info-reader.js';
import { isStorableText } from './check-text.js';

export interface ReadConfigInfo {
  readonly form: ConfigInfoForm;
  /** Secrets cut out; placeholders stand in their places. */
  readonly tree: ConfigInfoTree;
  readonly secrets: readonly CutSecret[];
  readonly facts: RestorePointFacts;
  readonly notUnderstood: readonly NotUnderstood[];
}

export type ConfigInfoReading =
  | { readonly ok: true; readonly read: ReadConfigInfo }
  | { readonly ok: false; readonly userErrors: readonly UserErrorData[] };

const PATH = ['metadata', 'configInfo'];
const INTEGER_MAX = 2_147_483_647;
const UNUSED_VALUES_MAX = 200;

const CODES: Readonly<Record<ConfigInfoProblemCode, UserErrorCode>> = {
  TOO_LARGE: 'TOO_LARGE',
  TRUNCATED: 'CONFIG_INFO_TRUNCATED',
  MALFORMED: 'CONFIG_INFO_MALFORMED',
  DTD_FORBIDDEN: 'CONFIG_INFO_MALFORMED',
  TOO_DEEP: 'CONFIG_INFO_MALFORMED',
  NOT_A_VIRTUAL_MACHINE: 'CONFIG_INFO_NOT_A_VIRTUAL_MACHINE',
  VMX_ONLY: 'CONFIG_INFO_VMX_ONLY',
};

const REMEDIES: Readonly<Record<ConfigInfoProblemCode, string>> = {
  TOO_LARGE: 'Give the ConfigInfo of one virtual machine alone.',
  TRUNCATED: 'Read the document again and send it whole.',
  MALFORMED: 'Send vim25 XML, or JSON as govc or pyVmomi print it.',
  DTD_FORBIDDEN: 'Send the document without a document type.',
  TOO_DEEP: 'Send the ConfigInfo as vCenter gave it.',
  NOT_A_VIRTUAL_MACHINE: 'Send the property "config" of a VirtualMachine.',
  VMX_ONLY:
    'Read the property "config" of the VM by PropertyCollector before the backup snapshot is taken: the disks of a ' +
    '.vmx copy point to the snapshot.',
};

/** Reads, cuts secrets out, extracts facts, and refuses what the catalog could not hold. */
export function readConfigInfo(reader: ConfigInfoReader, document: string): ConfigInfoReading {
  const outcome = reader.read(document);
  if (!outcome.ok) return { ok: false, userErrors: [problemRefusal(outcome.problem)] };
  const { tree, secrets } = cutSecrets(outcome.tree);
  const facts = redactFacts(extractFacts(outcome.tree), secretSearch(secrets));
  const notUnderstood = [...outcome.notUnderstood, ...unusedValues(facts, outcome.notUnderstood)];
  const userErrors = [...checkStorable(tree, secrets, notUnderstood), ...checkFacts(facts)];
  if (userErrors.length > 0) return { ok: false, userErrors };
  return { ok: true, read: { form: outcome.form, tree, secrets, facts, notUnderstood } };
}

/** Values that fit the schema and still could not be used, where the place is not named already. */
function unusedValues(facts: RestorePointFacts, named: readonly NotUnderstood[]): NotUnderstood[] {
  const paths = new Set(named.map(({ path }) => path));
  const places = facts.problems.filter(({ path }) => !paths.has(path)).slice(0, UNUSED_VALUES_MAX);
  return places.map(({ path, message }) => ({ path, reason: message }));
}

function problemRefusal(problem: ConfigInfoProblem): UserErrorData {
  const where = problem.line === undefined ? '' : ` (line ${problem.line})`;
  const remedy = REMEDIES[problem.code];
  return refusal(CODES[problem.code], `${sentence(problem.message)}${where}`, { path: PATH, remedy });
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A JSON document can hold characters that no database text can. */
function checkStorable(
  tree: ConfigInfoTree,
  secrets: readonly CutSecret[],
  notUnderstood: readonly NotUnderstood[],
): UserErrorData[] {
  // In the serialised form, NUL and lone halves stand as escapes; the text itself is looked at, so unescape by parsing.
  const texts: unknown[] = [JSON.parse(serialiseConfigInfo(tree)), secrets.map(({ path }) => path), notUnderstood];
  if (texts.every(isStorable)) return [];
  const message = 'The document holds a NUL character or half a surrogate pair, which cannot be kept as text.';
  return [refusal('CONFIG_INFO_MALFORMED', message, { path: PATH, remedy: REMEDIES.MALFORMED })];
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (Array.isArray(value)) return value.every(isStorable);
  if (value === null || typeof value !== 'object') return true;
  return Object.entries(value).every(([name, entry]) => isStorableText(name) && isStorable(entry));
}

function checkFacts(facts: RestorePointFacts): UserErrorData[] {
  const refusals: UserErrorData[] = [];
  for (const disk of facts.disks) {
    const size = disk.capacityBytes;
    if (size === null || size < 512 || size % 512 !== 0) {
      const problem = facts.problems.find(({ path }) => path.includes(`[${disk.deviceKey}]`));
      const why = problem === undefined ? '' : ` ${sentence(problem.message)}.`;
      const message = `Disk ${disk.deviceKey} of the document has no usable capacity.${why}`;
      refusals.push(refusal('CONFIG_INFO_MALFORMED', message, { path: PATH, remedy: REMEDIES.TRUNCATED }));
    }
    if (Math.abs(disk.deviceKey) > INTEGER_MAX) {
      const message = `Device key ${disk.deviceKey} of the document is beyond 32 bits, which no vSphere gives.`;
      refusals.push(refusal('CONFIG_INFO_MALFORMED', message, { path: PATH, remedy: REMEDIES.TOO_DEEP }));
    }
  }
  const longTexts: [string, string | null, number][] = [
    ['name', facts.name, 300],
    ['instanceUuid', facts.instanceUuid, 200],
    ['moRef', facts.moRef, 200],
    ['keyId', facts.keyId?.keyId ?? null, 500],
    ['keyId.providerId', facts.keyId?.providerId ?? null, 500],
  ];
  for (const [what, text, lengthMax] of longTexts) {
    if (text === null || text.length <= lengthMax) continue;
    const message = `${what} of the document has ${text.length} characters, more than ${lengthMax}.`;
    refusals.push(refusal('CONFIG_INFO_MALFORMED', message, { path: PATH, remedy: REMEDIES.TOO_DEEP }));
  }
  return refusals;
}
