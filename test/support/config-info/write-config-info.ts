import type { ConfigInfoForm, ConfigInfoTree } from '../../../src/domain/config-info/node.js';
import { toJson } from '../../../src/domain/config-info/to-json.js';
import { toXml } from '../../../src/domain/config-info/to-xml.js';

/**
 * Writes the document of a tree in one of the forms that are read: vim25 XML, vim25 JSON with `_typeName`, JSON with
 * `_vimtype`. Sealed secrets stand as their `sealedRef`; a document read again holds them as plain unknown values, so
 * nobody can reach a sealed row by naming it.
 */
export function writeConfigInfo(tree: ConfigInfoTree, form: ConfigInfoForm): string {
  switch (form) {
    case 'XML':
      return toXml(tree);
    case 'GOVC_JSON':
      return toJson(tree, 'VI_JSON');
    case 'PYVMOMI_JSON':
      return toJson(tree, 'PYVMOMI');
  }
}
