import type { IncomingMessage } from 'node:http';
import type { Actor } from '../usecases/actor.js';
import { authenticate } from '../usecases/authenticate.js';
import type { ApiPorts } from './context.js';
import { ApiError } from './errors.js';
import type { Trace } from './errors.js';

export interface Caller {
  readonly actor: Actor;
  /** Asks the catalog again: a token can be revoked while a subscription is open. */
  readonly tokenHolds: () => Promise<boolean>;
}

/**
 * Who calls, by `authorization: Bearer <token>`. Missing, malformed, unknown, expired and revoked tokens are one and
 * the same refusal; the reason goes to the log only.
 */
export async function authenticateRequest(request: IncomingMessage, ports: ApiPorts, trace: Trace): Promise<Caller> {
  const token = /^Bearer ([^\s]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const result = await authenticate(ports, token);
  if (!result.ok) {
    trace.log.info({ traceId: trace.traceId, reason: result.reason }, 'token refused');
    throw new ApiError('UNAUTHENTICATED', 'A valid access token is needed: authorization: Bearer <token>.');
  }
  return { actor: result.actor, tokenHolds: async () => (await authenticate(ports, token)).ok };
}
