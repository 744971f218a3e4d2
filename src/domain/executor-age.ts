/**
 * An executor reports every ten seconds. After six reports that did not come nobody knows what it can do: lists show it
 * as not alive, and plans do not count on it.
 */
export const EXECUTOR_AGE_MAX_SECONDS = 60;
