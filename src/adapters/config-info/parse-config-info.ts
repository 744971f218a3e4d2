/** Entry points of the ConfigInfo reader. Bad input is an outcome, never an exception. */
import { checkTree } from '../../domain/config-info/check-tree.js';
import {
  CONFIG_INFO_LIMITS,
  type ConfigInfoForm,
  type ConfigInfoLimits,
  type ConfigInfoOutcome,
} from '../../domain/config-info/node.js';
import { treeFromJson } from './json-forms.js';
import { readJson } from './json-reader.js';
import { Refusal } from './refusal.js';
import { type ReadTree, treeFromXml } from './xml-forms.js';
import { readXml } from './xml-reader.js';

/**
 * Reads a ConfigInfo document of any form: vim25 XML, JSON of govc, JSON of pyVmomi.
 *
 * `limits.documentBytesMax` counts bytes in UTF-8. A `.vmx` file is recognised and refused with VMX_ONLY (S26).
 */
export function parseConfigInfo(text: string, limits: ConfigInfoLimits = CONFIG_INFO_LIMITS): ConfigInfoOutcome {
  return outcomeOf(text, limits, () => {
    const first = firstCharacter(text);
    if (first === '<') {
      return readXmlForm(text, limits);
    }
    if (first === '{' || first === '[') {
      return readJsonForm(text, limits);
    }
    throw neitherForm(text, first);
  });
}

/** Reads a vim25 XML document: a ConfigInfo alone, or the answer of the PropertyCollector around it. */
export function parseConfigInfoXml(text: string, limits: ConfigInfoLimits = CONFIG_INFO_LIMITS): ConfigInfoOutcome {
  return outcomeOf(text, limits, () => readXmlForm(text, limits));
}

/** Reads JSON as govc, VI-JSON or pyVmomi print it. */
export function parseConfigInfoJson(text: string, limits: ConfigInfoLimits = CONFIG_INFO_LIMITS): ConfigInfoOutcome {
  return outcomeOf(text, limits, () => readJsonForm(text, limits));
}

type FormedTree = ReadTree & { readonly form: ConfigInfoForm };

function readXmlForm(text: string, limits: ConfigInfoLimits): FormedTree {
  return { ...treeFromXml(readXml(text, limits.depthMax)), form: 'XML' };
}

function readJsonForm(text: string, limits: ConfigInfoLimits): FormedTree {
  return treeFromJson(readJson(text, limits.depthMax));
}

function outcomeOf(text: string, limits: ConfigInfoLimits, read: () => FormedTree): ConfigInfoOutcome {
  try {
    refuseTooLarge(text, limits.documentBytesMax);
    const { tree, form, notes } = read();
    return { ok: true, tree, form, notUnderstood: checkTree(tree, notes) };
  } catch (error) {
    if (error instanceof Refusal) {
      return { ok: false, problem: error.problem };
    }
    throw error;
  }
}

function refuseTooLarge(text: string, documentBytesMax: number): void {
  // At most three bytes a UTF-16 unit: most documents need no counting.
  if (text.length * 3 <= documentBytesMax) {
    return;
  }
  if (text.length > documentBytesMax || Buffer.byteLength(text, 'utf8') > documentBytesMax) {
    throw new Refusal('TOO_LARGE', `the document is larger than the limit of ${documentBytesMax} bytes`);
  }
}

function firstCharacter(text: string): string {
  return /[^\s\ufeff]/.exec(text)?.[0] ?? '';
}

function neitherForm(text: string, first: string): Refusal {
  if (first === '') {
    return new Refusal('TRUNCATED', 'the document is empty');
  }
  if (isVmx(text)) {
    return new Refusal(
      'VMX_ONLY',
      'this is a .vmx file, not ConfigInfo: the disks that it names may be those of the backup snapshot. ' +
        'Give the "config" property of the virtual machine, read by the PropertyCollector before the snapshot exists',
    );
  }
  return new Refusal('MALFORMED', 'the document is neither XML nor JSON', 1);
}

/** `key = "value"` on every line that is neither empty nor a comment; the first hundred lines decide. */
function isVmx(text: string): boolean {
  let assignments = 0;
  for (const line of text.slice(0, 65536).split(/\r?\n/, 100)) {
    const content = line.replace(/^\ufeff/, '').trim();
    if (content === '' || content.startsWith('#')) {
      continue;
    }
    if (!/^[\w.:-]+\s*=\s*"/.test(content)) {
      return false;
    }
    assignments += 1;
  }
  return assignments > 0;
}
