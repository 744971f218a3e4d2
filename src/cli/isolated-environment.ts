import { inheritedEnvironment } from '../config.js';
import type { Environment } from '../config.js';

/**
 * Environment of a service that must share nothing with one that is set up on this machine: no setting of ours and no
 * database address is inherited, `settings` take their place.
 */
export function isolatedEnvironment(
  settings: Readonly<Record<`REINSTATE_${string}`, string>>,
  environment: Environment = inheritedEnvironment,
): Record<string, string> {
  const isolated: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    const isOurs = name.startsWith('REINSTATE_') || name === 'DATABASE_URL';
    if (!isOurs && value !== undefined) isolated[name] = value;
  }
  return { ...isolated, ...settings };
}
