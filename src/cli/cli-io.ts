/** What a command needs of the world around it, so that tests can stand in for a terminal. */
export interface CliIo {
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly outIsTerminal: boolean;
  readonly errorIsTerminal: boolean;
  readonly inIsTerminal: boolean;
  /** Asks on the terminal and resolves to the line typed, without its end. Resolves to '' when input ends. */
  readonly ask: (question: string) => Promise<string>;
  /** Calls `handler` on Ctrl-C in place of ending the process, until the returned function is called. */
  readonly onInterrupt: (handler: () => void) => () => void;
  readonly fetch: typeof fetch;
  readonly nowMs: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}
