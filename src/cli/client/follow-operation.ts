import { CliError } from '../cli-error.js';
import type { CliIo } from '../cli-io.js';
import { GetOperationDocument, OperationEventsDocument } from '../generated/operations.js';
import type { OperationEventsSubscription, OperationRowFragment, OperationState } from '../generated/operations.js';
import { connectionError, requestHeaders } from './graphql-client.js';
import type { GraphqlClient } from './graphql-client.js';
import { readServerSentEvents } from './server-sent-events.js';

export type OperationEvent = OperationEventsSubscription['operationEvents'];

/** How an operation stands, whether it was told by an event or asked for. */
export interface FollowUpdate {
  readonly state: OperationState;
  readonly phase: string;
  readonly percent: number;
  readonly bytesDone: number;
  readonly bytesTotal: number | null;
  /** Something worth a line of its own. */
  readonly note: string | null;
}

export interface FollowOptions {
  readonly io: Pick<CliIo, 'fetch' | 'wait'>;
  readonly signal: AbortSignal;
  readonly onUpdate: (update: FollowUpdate) => void;
  /** Said when the way of following changes, for a person. */
  readonly onNotice: (text: string) => void;
}

/** Ends of a stream with no event in between that are borne before polling begins. */
const STREAM_ATTEMPTS = 3;
const RETRY_AFTER_MS = 500;
const DEFAULT_POLL_MS = 1_000;
/** A service that restarts is away for seconds; after this the follower gives up and says how to go on. */
const POLL_FAILURES = 60;

const FINAL_STATES: readonly OperationState[] = ['SUCCEEDED', 'FAILED', 'CANCELLED'];

export function hasEnded(state: OperationState): boolean {
  return FINAL_STATES.includes(state);
}

/**
 * Follows an operation to its end by events, resumed after the last one seen when the stream breaks, or by asking again
 * when there are no events to be had. Resolves to the operation as it stands at the end, or when `signal` fires.
 */
export async function followOperation(
  client: GraphqlClient,
  operationId: string,
  options: FollowOptions,
): Promise<OperationRowFragment> {
  const first = await getPatiently(client, operationId, options);
  options.onUpdate(updateOf(first));
  if (hasEnded(first.state)) return first;
  const follower: Follower = { client, operationId, options, last: updateOf(first), sequence: 0 };
  await followEvents(follower);
  if (!hasEnded(follower.last.state) && !options.signal.aborted) return pollToEnd(follower);
  const last = await getPatiently(client, operationId, options);
  options.onUpdate(updateOf(last));
  return last;
}

interface Follower {
  readonly client: GraphqlClient;
  readonly operationId: string;
  readonly options: FollowOptions;
  last: FollowUpdate;
  sequence: number;
}

async function followEvents(follower: Follower): Promise<void> {
  const { options } = follower;
  let emptyAttempts = 0;
  while (emptyAttempts < STREAM_ATTEMPTS && !options.signal.aborted) {
    const before = follower.sequence;
    const problem = await readEvents(follower);
    if (hasEnded(follower.last.state) || options.signal.aborted) return;
    emptyAttempts = follower.sequence > before ? 0 : emptyAttempts + 1;
    if (problem.fatal) emptyAttempts = STREAM_ATTEMPTS;
    if (emptyAttempts >= STREAM_ATTEMPTS) {
      options.onNotice(`no live events (${problem.reason}); asking again now and then instead`);
      return;
    }
    await options.io.wait(RETRY_AFTER_MS);
  }
}

interface StreamEnd {
  readonly reason: string;
  /** Trying again would end in the same way. */
  readonly fatal: boolean;
}

async function readEvents(follower: Follower): Promise<StreamEnd> {
  const { client, operationId, options } = follower;
  const after = follower.sequence === 0 ? null : follower.sequence;
  try {
    const response = await options.io.fetch(new URL('/graphql', client.connection.url), {
      method: 'POST',
      headers: requestHeaders(client.connection, 'text/event-stream'),
      body: JSON.stringify({ query: OperationEventsDocument, variables: { operationId, after } }),
      signal: options.signal,
    });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    if (!isStream || response.body === null) {
      await response.body?.cancel();
      return { reason: `HTTP ${response.status}`, fatal: response.status >= 400 && response.status < 500 };
    }
    for await (const { event, data } of readServerSentEvents(response.body)) {
      if (event === 'complete') return { reason: 'the stream ended', fatal: false };
      if (event !== 'next') continue;
      const problem = takeEvent(follower, data);
      if (problem !== null) return { reason: problem, fatal: false };
    }
    return { reason: 'the stream broke off', fatal: false };
  } catch (error) {
    return { reason: connectionError(client.connection, error).message, fatal: false };
  }
}

function takeEvent(follower: Follower, data: string): string | null {
  const message = JSON.parse(data) as {
    readonly data?: OperationEventsSubscription | null;
    readonly errors?: readonly { readonly message: string }[];
  };
  const event = message.data?.operationEvents;
  if (event === undefined) return message.errors?.[0]?.message ?? 'an event without content';
  follower.sequence = event.sequence;
  follower.last = mergeEvent(follower.last, event);
  // The end is shown from the operation itself: the last event need not repeat amounts.
  if (!hasEnded(follower.last.state)) follower.options.onUpdate(follower.last);
  return null;
}

function mergeEvent(before: FollowUpdate, event: OperationEvent): FollowUpdate {
  return {
    state: event.state ?? before.state,
    phase: event.phase ?? before.phase,
    percent: Math.max(before.percent, event.percent ?? 0),
    bytesDone: Math.max(before.bytesDone, Number(event.bytesDone ?? 0)),
    bytesTotal: event.bytesTotal === null ? before.bytesTotal : Number(event.bytesTotal),
    note: event.kind === 'NOTE' || event.kind === 'DISK' ? event.message : null,
  };
}

async function pollToEnd(follower: Follower): Promise<OperationRowFragment> {
  const { client, operationId, options } = follower;
  while (true) {
    const operation = await getPatiently(client, operationId, options);
    options.onUpdate(updateOf(operation));
    if (hasEnded(operation.state) || options.signal.aborted) return operation;
    await options.io.wait(operation.pollAfterMs ?? DEFAULT_POLL_MS);
  }
}

/** Bears a service or database that is away for a while: the work goes on without them, so its follower waits too. */
async function getPatiently(
  client: GraphqlClient,
  operationId: string,
  { io, signal, onNotice }: FollowOptions,
): Promise<OperationRowFragment> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await getOperation(client, operationId);
    } catch (error) {
      if (failures >= POLL_FAILURES || signal.aborted || !mayPass(error)) throw error;
      if (failures === 1) onNotice(`${(error as Error).message} Still trying.`);
      await io.wait(DEFAULT_POLL_MS);
    }
  }
}

function mayPass(error: unknown): boolean {
  const passing = ['CONNECTION_REFUSED', 'CONNECTION_FAILED', 'UNAVAILABLE', 'TIMEOUT', 'INTERNAL', 'STRANGE_ANSWER'];
  return error instanceof CliError && passing.includes(error.code);
}

function updateOf(operation: OperationRowFragment): FollowUpdate {
  return {
    state: operation.state,
    phase: operation.phase,
    percent: operation.percent,
    bytesDone: Number(operation.bytesDone),
    bytesTotal: operation.bytesTotal === null ? null : Number(operation.bytesTotal),
    note: null,
  };
}

async function getOperation(client: GraphqlClient, id: string): Promise<OperationRowFragment> {
  const { operation } = await client.request(GetOperationDocument, { id });
  if (operation === null) {
    throw new CliError('NOT_FOUND', `there is no operation ${id}`, 'list them: reinstate operations');
  }
  return operation;
}
