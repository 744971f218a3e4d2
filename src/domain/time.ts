/** Moments travel as UTC text `YYYY-MM-DDThh:mm:ss.sssZ`, so that they sort as text. Pure arithmetic, no clock. */

const UTC_TEXT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Whether a text is such a moment and names a day that exists. */
export function isUtcText(text: string): boolean {
  const milliseconds = UTC_TEXT.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(milliseconds) && utcText(milliseconds) === text;
}

/** Milliseconds since 1970; NaN for text that is not a moment, which no comparison finds good. */
export function utcMilliseconds(text: string): number {
  return isUtcText(text) ? Date.parse(text) : Number.NaN;
}

export function utcText(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

export function addSeconds(text: string, seconds: number): string {
  return utcText(utcMilliseconds(text) + seconds * 1000);
}

/** Seconds from one moment to a later one; negative when it is earlier. */
export function secondsBetween(from: string, to: string): number {
  return (utcMilliseconds(to) - utcMilliseconds(from)) / 1000;
}
