import type { UserErrorData } from '../domain/operation-input.js';
import { isPlainRelativePath } from '../domain/plain-path.js';
import type { TargetFormat } from '../domain/target-formats.js';
import { refusal } from '../domain/user-error.js';
import { checkText } from './check-text.js';

export interface LocalFilesTargetInput {
  readonly location: string;
  readonly folder: string;
  /** Null or left out: DEFAULT_TARGET_FORMAT. */
  readonly diskFormat?: TargetFormat | null | undefined;
}

/** Refusals: INVALID_INPUT, PATH_OUTSIDE_LOCATION. */
export function checkLocalFilesTarget({ location, folder }: LocalFilesTargetInput): UserErrorData[] {
  const path = ['target', 'localFiles'];
  const refusals = checkText(location, { path: [...path, 'location'], lengthMax: 200 });
  if (!isPlainRelativePath(folder)) {
    const message = 'The folder is not a plain relative path below its location.';
    const remedy = 'Give names separated by "/", without "..", leading "/", backslash or control characters.';
    refusals.push(refusal('PATH_OUTSIDE_LOCATION', message, { path: [...path, 'folder'], remedy }));
  } else {
    refusals.push(...checkText(folder, { path: [...path, 'folder'], lengthMax: 1000 }));
  }
  return refusals;
}
