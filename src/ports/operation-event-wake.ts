/**
 * Tells that an operation may have new events. It only wakes: a call may come for nothing, and what happened stands in
 * the table. Wakes every watcher after a lost connection was restored, so that nothing is missed.
 */
export interface OperationEventWake {
  /** Calls `onWake` until the returned function is called. `onWake` must not throw. */
  watch(operationId: string, onWake: () => void): () => void;
}
