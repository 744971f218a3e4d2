import type { ConfigInfoForm, ConfigInfoTree } from '../domain/config-info/node.js';

/** Writes the document of a tree in one of its forms. What was sealed stands there as its reference. */
export interface ConfigInfoWriter {
  write(tree: ConfigInfoTree, form: ConfigInfoForm): string;
}
