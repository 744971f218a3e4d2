import { writeSync } from 'node:fs';
import { Socket } from 'node:net';

/** Given by the supervisor to its children as an argument; the pipe is then open as this file descriptor. */
export const PARENT_PIPE_ARGUMENT = '--parent-pipe=3';
const PARENT_PIPE_FD = 3;

/** What a child tells when it can do its work. */
export interface ReadyMessage {
  readonly event: 'ready';
  /** Where it listens, if it does. */
  readonly port?: number;
  readonly url?: string;
}

export interface ParentPipe {
  /** False when the process was started by hand: then nothing is watched and nothing reported. */
  readonly supervised: boolean;
  reportReady(details?: Omit<ReadyMessage, 'event'>): void;
}

/**
 * Ends this process as soon as its supervisor is gone, however that ended: the kernel closes the pipe then.
 * Call it first in a child's main. `onClosed` defaults to `endAtOnce`.
 */
export function exitWhenParentCloses(onClosed: () => void = () => endAtOnce('the supervisor is gone')): ParentPipe {
  if (!process.argv.includes(PARENT_PIPE_ARGUMENT)) return { supervised: false, reportReady: () => undefined };
  const pipe = new Socket({ fd: PARENT_PIPE_FD, readable: true, writable: true, allowHalfOpen: false });
  let closed = false;
  const close = (): void => {
    if (closed) return;
    closed = true;
    onClosed();
  };
  pipe.on('end', close);
  pipe.on('close', close);
  // An error comes with `close`; without a listener it would end the process in another way.
  pipe.on('error', close);
  pipe.resume();
  // The pipe alone is no reason to stay: a child that has drained may end.
  pipe.unref();
  return {
    supervised: true,
    reportReady: (details = {}) => {
      const message: ReadyMessage = { event: 'ready', ...details };
      pipe.write(`${JSON.stringify(message)}\n`);
    },
  };
}

/**
 * Ends this very process without another instruction of its own, native threads included. `process.exit` would first
 * wait for running thread-pool work, which may be a copy that must not write one more block.
 */
export function endAtOnce(reason: string): never {
  try {
    writeSync(2, `${JSON.stringify({ level: 'fatal', pid: process.pid, msg: `Ending at once: ${reason}` })}\n`);
  } catch {
    // Standard error may be gone with the parent.
  }
  process.kill(process.pid, 'SIGKILL');
  // The signal is delivered on the way back from the system call; this line is for the type checker.
  throw new Error('unreachable');
}
