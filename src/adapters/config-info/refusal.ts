import type { ConfigInfoProblem, ConfigInfoProblemCode } from '../../domain/config-info/node.js';

/** Carries an expected refusal from inside a reader to its entry point; never leaves this folder. */
export class Refusal extends Error {
  readonly problem: ConfigInfoProblem;

  constructor(code: ConfigInfoProblemCode, message: string, line?: number) {
    super(message);
    this.name = 'Refusal';
    this.problem = line === undefined ? { code, message } : { code, message, line };
  }
}

// What XML 1.0 cannot carry: vSphere's own wire is XML, so no honest document holds any of these.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const NOT_XML_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
// With the u flag a whole pair is one character, so that only halves match.
const HALF_A_PAIR = /[\ud800-\udfff]/u;

/** True when every character of the text can stand in an XML document. */
export function isXmlText(text: string): boolean {
  return !NOT_XML_CHARACTER.test(text) && !HALF_A_PAIR.test(text);
}
