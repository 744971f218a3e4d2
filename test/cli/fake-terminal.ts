/** Stands in for a terminal: keeps what was said, answers questions from a list, and lets time pass at once. */
import type { CliIo } from '../../src/cli/cli-io.js';

export interface FakeTerminal extends CliIo {
  readonly out: () => string;
  readonly error: () => string;
  readonly questions: string[];
  /** Presses Ctrl-C; false when nobody listens. */
  readonly interrupt: () => boolean;
}

export interface FakeTerminalOptions {
  readonly terminal?: boolean;
  readonly answers?: readonly string[];
  readonly fetch?: typeof fetch;
  /** What the clock shows; each look moves it on by `stepMs`. */
  readonly stepMs?: number;
}

export function fakeTerminal(options: FakeTerminalOptions = {}): FakeTerminal {
  const { terminal = false, answers = [], stepMs = 100 } = options;
  const out: string[] = [];
  const error: string[] = [];
  const questions: string[] = [];
  const waiting = [...answers];
  const handlers = new Set<() => void>();
  let nowMs = Date.parse('2026-05-04T03:02:01.000Z');
  return {
    writeOut: (text) => void out.push(text),
    writeError: (text) => void error.push(text),
    outIsTerminal: false,
    errorIsTerminal: false,
    inIsTerminal: terminal,
    ask: async (question) => {
      questions.push(question);
      return waiting.shift() ?? '';
    },
    onInterrupt: (handler) => {
      handlers.add(handler);
      return () => void handlers.delete(handler);
    },
    fetch: options.fetch ?? fetch,
    nowMs: () => {
      nowMs += stepMs;
      return nowMs;
    },
    wait: () => new Promise((resolve) => setImmediate(resolve)),
    out: () => out.join(''),
    error: () => error.join(''),
    questions,
    interrupt: () => {
      for (const handler of handlers) handler();
      return handlers.size > 0;
    },
  };
}
