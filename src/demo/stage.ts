import type { CommandContext } from '../cli/command.js';

/** Says what happens, for people: headings, short lines, colour on a terminal only. */
export interface Stage {
  readonly heading: (text: string) => void;
  readonly line: (text: string) => void;
  readonly block: (text: string) => void;
}

export function createStage({ io, say }: CommandContext): Stage {
  let number = 0;
  const bold = (text: string) => (io.outIsTerminal ? `\u001b[1;36m${text}\u001b[0m` : text);
  return {
    heading: (text) => {
      number += 1;
      say(`\n${bold(`${number}  ${text}`)}`);
    },
    line: (text) => say(`   ${text}`),
    block: (text) => {
      const lines = text.trimEnd().split('\n');
      say(`\n${lines.map((line) => `   │ ${line}`.trimEnd()).join('\n')}\n`);
    },
  };
}
