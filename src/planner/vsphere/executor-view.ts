import type { Transport } from '../../domain/words.js';
import type { ProxyExecutorFact, ProxyLunFact, ProxyTransportFact } from '../facts/proxy.js';
import { makeIndex } from './site-view.js';

/** An executor with its lists as look-ups. */
export interface ExecutorView {
  readonly fact: ProxyExecutorFact;
  readonly name: string;
  /** `executor:proxy-1`. */
  readonly subject: string;
  readonly transports: ReadonlyMap<Transport, ProxyTransportFact>;
  /** Null when it did not look. */
  readonly luns: ReadonlyMap<string, ProxyLunFact> | null;
}

export interface ExecutorList {
  /** Ascending by name; two of one name are left out, since nobody knows which is right. */
  readonly views: readonly ExecutorView[];
  readonly duplicates: readonly string[];
}

const VIEWS = new WeakMap<readonly ProxyExecutorFact[], ExecutorList>();

export function viewExecutors(executors: readonly ProxyExecutorFact[]): ExecutorList {
  const known = VIEWS.get(executors);
  if (known !== undefined) return known;
  const { list, duplicates } = makeIndex(executors, (one) => one.name);
  const made = { views: list.map(viewExecutor), duplicates };
  VIEWS.set(executors, made);
  return made;
}

function viewExecutor(fact: ProxyExecutorFact): ExecutorView {
  const { luns, transports } = fact.proxy;
  return {
    fact,
    name: fact.name,
    subject: `executor:${fact.name}`,
    transports: makeIndex(transports, (one) => one.transport).byId as ReadonlyMap<Transport, ProxyTransportFact>,
    luns: luns === null ? null : makeIndex(luns, (one) => one.id).byId,
  };
}
