import type { ConfigInfoOutcome } from '../domain/config-info/node.js';

/** Turns a ConfigInfo document into its tree. Bad input is data in the outcome, never an exception. */
export interface ConfigInfoReader {
  read(document: string): ConfigInfoOutcome;
}
