import type { DatastoreChoice, PolicyChoice, Situation } from './context.js';

export interface StatedPolicy {
  readonly subject: string;
  /** `VM home`, or the label of the disk. */
  readonly label: string;
  readonly policy: PolicyChoice;
  readonly place: DatastoreChoice;
  /** Whether it may have been encrypted: then its policy decides about keys, and rules of keys tell of it. */
  readonly ofKeys: boolean;
  readonly requested: boolean;
}

/** Policies that the request for a new VM states: home first, then disks ascending. None in place. */
export function statedPolicies({ target, point, homePolicy, home, disks }: Situation): readonly StatedPolicy[] {
  if (target.mode === 'IN_PLACE') return [];
  return [
    {
      subject: 'vm',
      label: 'VM home',
      policy: homePolicy,
      place: home,
      ofKeys: point.encryption !== 'NOT_ENCRYPTED',
      requested: target.placement.homePolicyId !== null,
    },
    ...disks.map(({ disk, subject, policy, place, requested }) => ({
      subject,
      label: disk.label,
      policy,
      place,
      ofKeys: disk.encryption !== 'NOT_ENCRYPTED',
      requested: (requested?.policyId ?? null) !== null,
    })),
  ];
}
