import type { JsonObject } from '../domain/json.js';
import type { UserErrorData } from '../domain/operation-input.js';
import type { CustomerPolicy } from '../planner/facts.js';
import type { FactDocuments } from '../ports/fact-documents.js';
import type { PlanningFactsReader, PlanningFactsWriter } from '../ports/planning-facts.js';
import type { Actor } from './actor.js';
import { policyOf } from './gather-facts.js';
import { readFactDocument } from './read-fact-document.js';

export interface PlanningPolicyPorts {
  readonly planningFacts: Pick<PlanningFactsReader, 'loadPolicy'> & Pick<PlanningFactsWriter, 'writePolicy'>;
  readonly factDocuments: FactDocuments;
  readonly policy: CustomerPolicy;
}

/** What the customer allows now: what was set, over the defaults. */
export async function readPlanningPolicy(
  ports: Pick<PlanningPolicyPorts, 'policy'> & { readonly planningFacts: Pick<PlanningFactsReader, 'loadPolicy'> },
): Promise<CustomerPolicy> {
  return policyOf(ports.policy, await ports.planningFacts.loadPolicy());
}

/** Settings that are null or left out are as by default. */
export type PlanningPolicyInput = { readonly [Setting in keyof CustomerPolicy]?: CustomerPolicy[Setting] | null };

/** Sets what the customer allows, as a whole. Refusals: INVALID_INPUT. */
export async function setPlanningPolicy(
  ports: PlanningPolicyPorts,
  actor: Actor,
  input: PlanningPolicyInput,
): Promise<{ readonly policy: CustomerPolicy | null; readonly userErrors: readonly UserErrorData[] }> {
  const set = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null));
  const { document, refusals } = readFactDocument(ports.factDocuments, 'POLICY', JSON.stringify(set), []);
  if (refusals.length > 0) return { policy: null, userErrors: refusals };
  const policy = document as JsonObject;
  await ports.planningFacts.writePolicy(policy, actor.name, {
    actor: actor.name,
    action: 'planningPolicy.set',
    subjectType: 'PlanningPolicy',
    subjectId: 'planning-policy',
    detail: policy,
  });
  return { policy: policyOf(ports.policy, policy), userErrors: [] };
}
