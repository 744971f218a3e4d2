import type { ConfigInfoForm, ConfigInfoOutcome, ConfigInfoTree } from '../domain/config-info/node.js';

/** Turns ConfigInfo documents into trees and back. Bad input is data in the outcome, never an exception. */
export interface ConfigInfoReader {
  read(document: string): ConfigInfoOutcome;
  /** The document of a tree in the form it came in. What was sealed stands there as its reference. */
  write(tree: ConfigInfoTree, form: ConfigInfoForm): string;
}
