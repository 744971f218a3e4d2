import type { ExecutorRecord } from '../domain/estate-records.js';
import type { UserErrorData } from '../domain/operation-input.js';
import { isPlainRelativePath } from '../domain/plain-path.js';
import type { RestorePointFacts } from '../domain/restore-point-facts.js';
import { refusal } from '../domain/user-error.js';
import { checkText, isStorableText } from './check-text.js';
import type { DiskImage } from './restore-point-input.js';

const PATH = ['metadata', 'configInfo'];

/** Each disk of the document has exactly one image, at a plain path of a location that an executor may read. */
export function checkDiskImages(
  facts: RestorePointFacts,
  images: readonly DiskImage[],
  executors: readonly ExecutorRecord[],
): UserErrorData[] {
  const refusals = [...checkUsable(facts), ...checkMatch(facts, images)];
  images.forEach((image, position) => {
    const path = ['disks', String(position)];
    refusals.push(...checkLocation(image.location, executors, [...path, 'location']));
    refusals.push(...checkPath(image.path, [...path, 'path']));
  });
  return refusals;
}

/** A disk that the document tells wrongly would be left out of the backup without a word. */
function checkUsable(facts: RestorePointFacts): UserErrorData[] {
  return facts.problems.flatMap(({ code, path, message }) => {
    if (code !== 'DISK_UNUSABLE') return [];
    const remedy = 'Read ConfigInfo of the VM again and send it as vCenter gave it.';
    return [refusal('DISK_MISMATCH', `A disk cannot be used: ${path}: ${message}.`, { path: PATH, remedy })];
  });
}

function checkMatch(facts: RestorePointFacts, images: readonly DiskImage[]): UserErrorData[] {
  const refusals: UserErrorData[] = [];
  const labels = new Map(facts.disks.map((disk) => [disk.deviceKey, disk.label]));
  const seen = new Set<number>();
  images.forEach(({ deviceKey }, position) => {
    const path = ['disks', String(position), 'deviceKey'];
    if (!labels.has(deviceKey)) {
      const message = `The ConfigInfo has no disk with device key ${deviceKey}.`;
      const remedy = `Its disks are ${[...labels.keys()].join(', ') || 'none'}.`;
      refusals.push(refusal('DISK_MISMATCH', message, { path, remedy }));
    } else if (seen.has(deviceKey)) {
      const message = `More than one image is given for disk ${deviceKey}.`;
      refusals.push(refusal('DISK_MISMATCH', message, { path, remedy: 'Give one image for each disk.' }));
    }
    seen.add(deviceKey);
  });
  for (const [deviceKey, label] of labels) {
    if (seen.has(deviceKey)) continue;
    const message = `No image is given for disk ${deviceKey}${label === null ? '' : ` (${label})`}.`;
    refusals.push(refusal('DISK_MISMATCH', message, { path: ['disks'], remedy: 'Give one image for each disk.' }));
  }
  return refusals;
}

function checkLocation(name: string, executors: readonly ExecutorRecord[], path: readonly string[]): UserErrorData[] {
  const textErrors = checkText(name, { path, lengthMax: 200 });
  if (textErrors.length > 0) return textErrors;
  const found = executors.flatMap(({ locations }) => locations.filter((location) => location.name === name));
  if (found.some(({ readable }) => readable)) return [];
  const known = executors.flatMap(({ locations }) => locations.filter(({ readable }) => readable));
  const names = [...new Set(known.map((location) => location.name))].sort().join(', ');
  const message =
    found.length === 0
      ? `No executor has a location named "${name}".`
      : `Location "${name}" may not be read by any executor.`;
  const remedy = names === '' ? 'Start an executor that has locations.' : `Locations that may be read: ${names}.`;
  return [refusal('LOCATION_NOT_AVAILABLE', message, { path, remedy })];
}

function checkPath(path: string, at: readonly string[]): UserErrorData[] {
  if (isPlainRelativePath(path) && isStorableText(path)) return [];
  const message = 'The path is not a plain relative path below its location.';
  const remedy = 'Give names separated by "/", without "..", leading "/", backslash or control characters.';
  return [refusal('PATH_OUTSIDE_LOCATION', message, { path: at, remedy })];
}
