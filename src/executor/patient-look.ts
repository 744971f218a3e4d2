import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A folder on a dead mount never answers, and must not silence the executor: it counts as one that cannot be used. It
 * is not asked again until it has answered, because each question that hangs holds a thread of this process.
 */
export function patientLook<Answer>(
  look: (path: string) => Promise<Answer>,
  noAnswer: Answer,
  limitMs: number,
): (path: string) => Promise<Answer> {
  const asked = new Map<string, Promise<Answer>>();
  return async (path) => {
    const answer = asked.get(path) ?? look(path).finally(() => asked.delete(path));
    asked.set(path, answer);
    const timer = new AbortController();
    const late = sleep(limitMs, noAnswer, { signal: timer.signal, ref: false }).catch(() => noAnswer);
    try {
      return await Promise.race([answer, late]);
    } finally {
      timer.abort();
    }
  };
}
