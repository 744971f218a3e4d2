import type { KeyWay } from '../vsphere-plan.js';
import type { PolicyChoice, WithKeys } from './context.js';
import { keyDecisionsOf } from './key-hits.js';
import type { KeyedPart } from './key-hits.js';

/** Ways that state the captured key in CreateVM and need a policy that encrypts beside it. */
const WITH_CAPTURED_KEY: ReadonlySet<KeyWay> = new Set(['SAME_KEYS', 'SAME_KEY_NEW_BUNDLE', 'WAIT']);

/** Home and disks that CreateVM makes encrypted with a captured key. New keys have looked at their policy already. */
export function encryptedByRequest(context: WithKeys): readonly KeyedPart[] {
  if (context.target.mode === 'IN_PLACE') return [];
  return keyDecisionsOf(context).filter(({ decision }) => WITH_CAPTURED_KEY.has(decision.way));
}

export function policyText({ policy, name }: PolicyChoice): string {
  return `"${policy?.name ?? name ?? 'without a name'}"`;
}
