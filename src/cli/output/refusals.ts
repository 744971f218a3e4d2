import type { RefusalFragment } from '../generated/operations.js';

/** What was refused, about which input, and what to do, one refusal after the other. */
export function formatRefusals(refusals: readonly RefusalFragment[]): string {
  return refusals.map(formatRefusal).join('\n');
}

function formatRefusal({ code, message, path, severity, remedy }: RefusalFragment): string {
  const where = path === null || path.length === 0 ? '' : ` (${path.join('.')})`;
  const line = `${severity === 'WARNING' ? 'warning' : 'error'} ${code}: ${message}${where}`;
  return remedy === null ? line : `${line}\n  ${remedy}`;
}
