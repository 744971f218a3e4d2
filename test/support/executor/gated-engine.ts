/** The real copy engine behind a gate: while it is shut, restores wait before their first byte, and can be aborted. */
import type { CopyControl, CopyEngine } from '../../../src/ports/copy-engine.js';
import { PortError } from '../../../src/ports/port-error.js';

export class GatedEngine implements CopyEngine {
  readonly #engine: CopyEngine;
  #open: Promise<void> = Promise.resolve();
  #release: () => void = () => undefined;
  /** Restores that wait at the gate now. */
  waiting = 0;
  waitingMax = 0;

  constructor(engine: CopyEngine) {
    this.#engine = engine;
  }

  shut(): void {
    this.#open = new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  open(): void {
    this.#release();
  }

  captureDisk(...args: Parameters<CopyEngine['captureDisk']>): ReturnType<CopyEngine['captureDisk']> {
    return this.#engine.captureDisk(...args);
  }

  verifyDisk(...args: Parameters<CopyEngine['verifyDisk']>): ReturnType<CopyEngine['verifyDisk']> {
    return this.#engine.verifyDisk(...args);
  }

  whoseTarget(...args: Parameters<CopyEngine['whoseTarget']>): ReturnType<CopyEngine['whoseTarget']> {
    return this.#engine.whoseTarget(...args);
  }

  async restoreDisk(...args: Parameters<CopyEngine['restoreDisk']>): ReturnType<CopyEngine['restoreDisk']> {
    const [, control] = args;
    this.waiting += 1;
    this.waitingMax = Math.max(this.waiting, this.waitingMax);
    try {
      await Promise.race([this.#open, aborted(control)]);
    } finally {
      this.waiting -= 1;
    }
    return await this.#engine.restoreDisk(...args);
  }
}

function aborted({ signal }: CopyControl): Promise<never> {
  return new Promise((_resolve, reject) => {
    const refuse = (): void => reject(new PortError('aborted', 'ABORTED', 'The copy was stopped by request.'));
    if (signal.aborted) refuse();
    signal.addEventListener('abort', refuse, { once: true });
  });
}
