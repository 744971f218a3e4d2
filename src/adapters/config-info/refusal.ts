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

// XML 1.0 carries no other characters, and vSphere's own wire is XML: no honest document holds any. With the u flag a
// whole surrogate pair is one character, so half a pair is outside as well.
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

/** True when every character of the text can stand in an XML document. */
export function isXmlText(text: string): boolean {
  return !NOT_XML.test(text);
}
