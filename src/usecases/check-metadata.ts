import type { UserErrorData } from '../domain/operation-input.js';
import { addSeconds, isUtcText } from '../domain/time.js';
import { refusal } from '../domain/user-error.js';
import { checkOptionalText, checkText } from './check-text.js';
import type { RestorePointMetadata } from './restore-point-input.js';

/** Clocks of two machines may differ; beyond this a point is said to come from the future. */
const CLOCK_DIFFERENCE_SECONDS = 3_600;
const EARLIEST = '1970-01-01T00:00:00.000Z';
const POLICIES_MAX = 1_000;
const DATASTORES_MAX = 1_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Every refusal about the values beside the documents; the documents are judged when they are read. */
export function checkMetadata(metadata: RestorePointMetadata, now: string): UserErrorData[] {
  const path = ['metadata'];
  const { site } = metadata;
  return [
    ...checkText(site.name, { path: [...path, 'site', 'name'], lengthMax: 200 }),
    ...checkVcenterUuid(site.vcenterInstanceUuid, [...path, 'site', 'vcenterInstanceUuid']),
    ...checkOptionalText(metadata.managedObjectId, { path: [...path, 'managedObjectId'], lengthMax: 200 }),
    ...checkPastMoment(metadata.capturedAt, now, [...path, 'capturedAt']),
    ...checkPastMoment(metadata.configInfoObservedAt, now, [...path, 'configInfoObservedAt']),
    ...checkPastMoment(metadata.nvramObservedAt, now, [...path, 'nvramObservedAt']),
    ...checkMoment(metadata.retainUntil, [...path, 'retainUntil']),
    ...checkNvramWords(metadata, path),
    ...checkPolicies(metadata, [...path, 'storagePolicies']),
    ...checkDatastores(metadata, [...path, 'datastores']),
  ];
}

function checkVcenterUuid(uuid: string | null | undefined, path: readonly string[]): UserErrorData[] {
  if (uuid == null || UUID.test(uuid)) return [];
  const message = 'vcenterInstanceUuid is not a UUID.';
  return [
    refusal('INVALID_INPUT', message, { path, remedy: 'Give about.instanceUuid of the vCenter, or leave it out.' }),
  ];
}

function checkMoment(moment: string | null | undefined, path: readonly string[]): UserErrorData[] {
  if (moment == null || (isUtcText(moment) && moment >= EARLIEST)) return [];
  const message = `${path.at(-1)} is not a moment between 1970 and 9999 in UTC.`;
  return [refusal('INVALID_INPUT', message, { path })];
}

function checkPastMoment(moment: string | null | undefined, now: string, path: readonly string[]): UserErrorData[] {
  const refusals = checkMoment(moment, path);
  if (moment == null || refusals.length > 0 || moment <= addSeconds(now, CLOCK_DIFFERENCE_SECONDS)) return refusals;
  const message = `${path.at(-1)} lies in the future: it is ${now} here.`;
  return [refusal('INVALID_INPUT', message, { path, remedy: 'Check the clock of the source.' })];
}

function checkNvramWords(metadata: RestorePointMetadata, path: readonly string[]): UserErrorData[] {
  if (metadata.nvramBase64 == null) {
    if (metadata.nvramObservedAt == null || metadata.nvramNotPresent === true) return [];
    const message = 'nvramObservedAt is given, but neither an NVRAM nor that there is none.';
    return [refusal('INVALID_INPUT', message, { path: [...path, 'nvramObservedAt'] })];
  }
  if (metadata.nvramNotPresent !== true) return [];
  const message = 'An NVRAM is given and said not to be there.';
  return [refusal('INVALID_INPUT', message, { path: [...path, 'nvramNotPresent'], remedy: 'Give one of the two.' })];
}

function checkPolicies(metadata: RestorePointMetadata, path: readonly string[]): UserErrorData[] {
  const policies = metadata.storagePolicies ?? [];
  if (policies.length > POLICIES_MAX) {
    return [refusal('TOO_LARGE', `More than ${POLICIES_MAX} storage policies are given.`, { path })];
  }
  const refusals: UserErrorData[] = [];
  const seen = new Set<number | null>();
  policies.forEach((policy, position) => {
    const at = [...path, String(position)];
    refusals.push(...checkText(policy.policyId, { path: [...at, 'policyId'], lengthMax: 500 }));
    refusals.push(...checkOptionalText(policy.policyName, { path: [...at, 'policyName'], lengthMax: 500 }));
    const deviceKey = policy.deviceKey ?? null;
    if (seen.has(deviceKey)) {
      const what = deviceKey === null ? 'the VM home' : `disk ${deviceKey}`;
      refusals.push(refusal('INVALID_INPUT', `Two policies are given for ${what}.`, { path: [...at, 'deviceKey'] }));
    }
    seen.add(deviceKey);
  });
  return refusals;
}

function checkDatastores(metadata: RestorePointMetadata, path: readonly string[]): UserErrorData[] {
  const datastores = metadata.datastores ?? [];
  if (datastores.length > DATASTORES_MAX) {
    return [refusal('TOO_LARGE', `More than ${DATASTORES_MAX} datastores are given.`, { path })];
  }
  const seen = new Set<string>();
  return datastores.flatMap(({ name }, position) => {
    const at = [...path, String(position), 'name'];
    const again = seen.has(name);
    seen.add(name);
    if (again) return [refusal('INVALID_INPUT', 'The same datastore is given twice.', { path: at })];
    return checkText(name, { path: at, lengthMax: 200 });
  });
}
