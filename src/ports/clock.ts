/** The present time, given as data so that whoever asks can be tested at any moment. */
export interface Clock {
  /** UTC text `…sssZ`. */
  now(): string;
}
