import { ApiError } from './errors.js';
import type { OperationEventRecord } from '../domain/operation-records.js';
import type { RequestContext } from './context.js';

const READ_AT_ONCE = 100;
/** Wakes are a convenience; a lost one costs this long and no event. */
const POLL_MS = 2_000;
/** A revoked or expired token ends its subscriptions after so long at most. */
const TOKEN_CHECK_MS = 15_000;

export interface OperationEventPayload {
  readonly operationEvents: OperationEventRecord;
}

/**
 * Events of one operation with a number above `after`, in order, without gap or repeat, until it has ended.
 * The table is the truth: every round reads on from the last number given out.
 */
export async function* followOperation(
  context: RequestContext,
  operationId: string,
  after: number,
): AsyncGenerator<OperationEventPayload, void, undefined> {
  if (after < 0) throw new ApiError('BAD_USER_INPUT', 'Argument "after" must be 0 or more.');
  const bell = new Bell(context.signal);
  const unwatch = context.ports.wake.watch(operationId, () => bell.ring());
  try {
    let last = after;
    let checkedAtMs = performance.now();
    while (!context.signal.aborted) {
      const ended = await hasEnded(context, operationId);
      const events = await context.ports.operations.readEventsAfter(operationId, last, READ_AT_ONCE);
      for (const event of events) {
        yield { operationEvents: event };
        last = event.sequence;
      }
      if (events.length === READ_AT_ONCE) continue;
      if (ended) return;
      if (performance.now() - checkedAtMs > TOKEN_CHECK_MS) {
        checkedAtMs = performance.now();
        if (!(await context.tokenHolds())) throw new ApiError('UNAUTHENTICATED', 'The token is not valid any more.');
      }
      await bell.wait(POLL_MS);
    }
  } finally {
    unwatch();
  }
}

/** Asked before the events are read: whatever was appended before the end is then sure to be among them. */
async function hasEnded({ ports }: RequestContext, operationId: string): Promise<boolean> {
  const [operation] = await ports.operations.loadOperations([operationId]);
  if (operation === null || operation === undefined) throw new ApiError('NOT_FOUND', 'There is no such operation.');
  return operation.finishedAt !== null;
}

/** Remembers a ring that came while nobody waited. */
class Bell {
  readonly #signal: AbortSignal;
  #rung = false;
  #wake: (() => void) | undefined;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener('abort', () => this.ring(), { once: true });
  }

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  async wait(timeoutMs: number): Promise<void> {
    if (!this.#rung && !this.#signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#rung = false;
    this.#wake = undefined;
  }
}
