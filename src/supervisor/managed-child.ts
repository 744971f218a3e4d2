import { type ChildProcess, spawn } from 'node:child_process';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BackoffPolicy, backoffDelayMs, countFailures } from '../domain/backoff.js';
import type { EventLog } from '../ports/event-log.js';
import { PARENT_PIPE_ARGUMENT, type ReadyMessage } from './parent-pipe.js';

/** A process that the supervisor keeps running. */
export interface ChildCommand {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** The whole environment of the child. Secrets only as paths of files. */
  readonly environment: Readonly<Record<string, string>>;
}

export type ChildState = 'waiting' | 'starting' | 'ready' | 'draining' | 'stopped';

export interface ChildStatus {
  readonly state: ChildState;
  readonly since: string;
  readonly pid: number | null;
  readonly port: number | null;
  readonly url: string | null;
  /** How often it was started again after it had ended by itself. */
  readonly restarts: number;
}

export interface ManagedChild {
  readonly name: string;
  readonly ready: Promise<ReadyMessage>;
  status(): ChildStatus;
  start(): void;
  /** Ends the running process so that it is started again, e.g. to read a changed file. */
  restart(): void;
  /** SIGTERM, then SIGKILL when `limitMs` have passed. Resolves when nothing of it runs any more. */
  stop(limitMs: number): Promise<void>;
  killAtOnce(): void;
}

export interface ManagedChildOptions {
  readonly command: ChildCommand;
  readonly log: EventLog;
  readonly backoff: BackoffPolicy;
  readonly random: () => number;
  /** Awaited before each start: no use in starting while the database is down. */
  readonly whenMayStart: () => Promise<void>;
  readonly onChange: () => void;
}

/** Keeps one process running until it is told to stop. */
export function manageChild(options: ManagedChildOptions): ManagedChild {
  return new Child(options);
}

class Child implements ManagedChild {
  readonly name: string;
  readonly ready: Promise<ReadyMessage>;
  readonly #options: ManagedChildOptions;
  #resolveReady: (message: ReadyMessage) => void = () => undefined;
  #process: ChildProcess | undefined;
  #message: ReadyMessage | undefined;
  #state: ChildState = 'waiting';
  #since = new Date();
  #startedAt = 0;
  #failures = 0;
  #restarts = 0;
  #stopping = false;
  #restartTimer: NodeJS.Timeout | undefined;
  #ended: Promise<void> = Promise.resolve();

  constructor(options: ManagedChildOptions) {
    this.#options = options;
    this.name = options.command.name;
    this.ready = new Promise((resolve) => {
      this.#resolveReady = resolve;
    });
  }

  status(): ChildStatus {
    return {
      state: this.#state,
      since: this.#since.toISOString(),
      pid: this.#process?.pid ?? null,
      port: this.#message?.port ?? null,
      url: this.#message?.url ?? null,
      restarts: this.#restarts,
    };
  }

  start(): void {
    this.#change('waiting');
    void this.#options.whenMayStart().then(() => {
      if (!this.#stopping && this.#process === undefined) this.#launch();
    });
  }

  restart(): void {
    this.#signal('SIGTERM');
  }

  async stop(limitMs: number): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#restartTimer);
    if (this.#process === undefined) {
      this.#change('stopped');
      return;
    }
    this.#change('draining');
    this.#signal('SIGTERM');
    const timeout = new AbortController();
    const late = sleep(limitMs, 'late', { signal: timeout.signal }).catch(() => 'ended');
    const winner = await Promise.race([this.#ended.then(() => 'ended'), late]);
    timeout.abort();
    if (winner === 'late') {
      this.#options.log.warn({ child: this.name, limitMs }, `${this.name} did not drain in time: ending it`);
      this.killAtOnce();
      await this.#ended;
    }
    this.#change('stopped');
  }

  killAtOnce(): void {
    this.#stopping = true;
    clearTimeout(this.#restartTimer);
    if (this.#process?.pid !== undefined) killGroup(this.#process.pid);
  }

  #launch(): void {
    const { command, log } = this.#options;
    this.#message = undefined;
    this.#startedAt = Date.now();
    const child = spawn(command.program, [...command.args, PARENT_PIPE_ARGUMENT], {
      // A group of its own: a Ctrl-C at the terminal reaches the supervisor only, which then drains in order; and
      // everything that the child started can be ended with it.
      detached: true,
      // Standard output belongs to a command's answer: what children print goes to standard error.
      stdio: ['ignore', process.stderr.fd, process.stderr.fd, 'pipe'],
      env: { ...command.environment },
    });
    this.#process = child;
    this.#ended = new Promise((resolve) => {
      let gone = false;
      const leave = (text: string): void => {
        if (gone) return;
        gone = true;
        this.#afterExit(child, text);
        resolve();
      };
      child.on('error', (error: NodeJS.ErrnoException) => {
        if (child.pid === undefined) leave(`could not be started (${error.code})`);
      });
      child.on('exit', (code, signal) => leave(signal === null ? `ended with code ${code}` : `was ended by ${signal}`));
    });
    this.#listen(child.stdio[3] as Duplex | null);
    log.info({ child: this.name, childPid: child.pid }, `Started ${this.name}`);
    this.#change('starting');
  }

  #listen(pipe: Duplex | null): void {
    if (pipe === null || pipe === undefined) return;
    let text = '';
    pipe.on('error', () => undefined);
    pipe.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) this.#hear(line);
    });
  }

  #hear(line: string): void {
    let message: ReadyMessage;
    try {
      message = JSON.parse(line) as ReadyMessage;
    } catch {
      this.#options.log.warn({ child: this.name }, `${this.name} said something on its pipe that is no JSON`);
      return;
    }
    if (message.event !== 'ready' || this.#stopping) return;
    this.#message = message;
    this.#options.log.info({ child: this.name, port: message.port }, `${this.name} is ready`);
    this.#change('ready');
    this.#resolveReady(message);
  }

  #afterExit(child: ChildProcess, text: string): void {
    const { log, backoff, random } = this.#options;
    // What it left behind (a copy host, say) must not work beside its successor.
    if (child.pid !== undefined) killGroup(child.pid);
    child.stdio[3]?.destroy();
    this.#process = undefined;
    this.#message = undefined;
    if (this.#stopping) {
      log.info({ child: this.name }, `${this.name} ${text}`);
      this.#change('stopped');
      return;
    }
    this.#failures = countFailures(this.#failures, Date.now() - this.#startedAt, backoff);
    this.#restarts += 1;
    const delayMs = backoffDelayMs(this.#failures, random(), backoff);
    log.warn({ child: this.name, delayMs, failures: this.#failures }, `${this.name} ${text}: starting it again`);
    this.#change('waiting');
    this.#restartTimer = setTimeout(() => this.start(), delayMs);
  }

  #signal(signal: NodeJS.Signals): void {
    this.#process?.kill(signal);
  }

  #change(state: ChildState): void {
    if (this.#state !== state) this.#since = new Date();
    this.#state = state;
    this.#options.onChange();
  }
}

function killGroup(leaderPid: number): void {
  try {
    process.kill(-leaderPid, 'SIGKILL');
  } catch (error) {
    // Gone, or its number already belongs to somebody else's group.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}
