import type { UserErrorData } from '../domain/operation-input.js';
import { refusal } from '../domain/user-error.js';
import type { Transport } from '../domain/words.js';
import type {
  Consents,
  DiskMappingRequest,
  DiskPlacementRequest,
  VsphereTarget,
} from '../planner/facts/vsphere-request.js';
import { checkOptionalText, checkText } from './check-text.js';

/**
 * Where in a vCenter a VM is restored to. Things are given by their managed object id or by a name that only one of
 * them has; clusters by their id.
 */
export type VsphereTargetInput = NewVmTarget | InPlaceTarget;

interface TargetBase {
  readonly siteId: string;
  readonly purpose?: VsphereTarget['purpose'] | null | undefined;
  readonly disks?: readonly DiskPlacementInput[] | null | undefined;
  readonly networks?: readonly NetworkPlacementInput[] | null | undefined;
  readonly homePolicy?: string | null | undefined;
  readonly powerOn?: boolean | null | undefined;
  /** First is best. */
  readonly transportPreference?: readonly Transport[] | null | undefined;
  readonly consents?: { readonly [Consent in keyof Consents]?: boolean | null | undefined } | null | undefined;
}

export interface NewVmTarget extends TargetBase {
  readonly mode: 'NEW_VM';
  readonly name: string;
  readonly folder?: string | null | undefined;
  readonly pool?: string | null | undefined;
  readonly host?: string | null | undefined;
  readonly clusterId?: string | null | undefined;
  readonly datastore?: string | null | undefined;
}

export interface InPlaceTarget extends TargetBase {
  readonly mode: 'IN_PLACE';
  readonly vm: string;
  /** The name of the VM, typed by a person. */
  readonly typedName?: string | null | undefined;
  readonly diskMapping?: readonly DiskMappingRequest[] | null | undefined;
}

export interface DiskPlacementInput {
  readonly deviceKey: number;
  readonly datastore?: string | null | undefined;
  readonly provisioning?: DiskPlacementRequest['provisioning'] | null | undefined;
  readonly policy?: string | null | undefined;
}

export interface NetworkPlacementInput {
  readonly deviceKey: number;
  /** Null: restored disconnected. */
  readonly network?: string | null | undefined;
}

const NAME_LENGTH_MAX = 200;
const LIST_LENGTH_MAX = 1_000;

/** The path of an input of `planRestore` that belongs to a target. */
export function targetPath(target: VsphereTargetInput, ...rest: readonly string[]): string[] {
  return ['target', target.mode === 'NEW_VM' ? 'vsphereNewVm' : 'vsphereInPlace', ...rest];
}

/** Refusals: INVALID_INPUT. */
export function checkVsphereTarget(target: VsphereTargetInput): UserErrorData[] {
  const limits = (...rest: readonly string[]) => ({ path: targetPath(target, ...rest), lengthMax: NAME_LENGTH_MAX });
  const refusals = checkOptionalText(target.homePolicy, limits('homePolicy'));
  if (target.mode === 'NEW_VM') {
    refusals.push(...checkText(target.name, limits('name')));
    for (const field of ['folder', 'pool', 'host', 'clusterId', 'datastore'] as const) {
      refusals.push(...checkOptionalText(target[field], limits(field)));
    }
  } else {
    refusals.push(...checkText(target.vm, limits('vm')));
    refusals.push(...checkOptionalText(target.typedName, limits('typedName')));
    refusals.push(...checkKeys(target, 'diskMapping', target.diskMapping));
  }
  refusals.push(...checkKeys(target, 'disks', target.disks), ...checkKeys(target, 'networks', target.networks));
  for (const [position, disk] of (target.disks ?? []).entries()) {
    refusals.push(...checkOptionalText(disk.datastore, limits('disks', String(position), 'datastore')));
    refusals.push(...checkOptionalText(disk.policy, limits('disks', String(position), 'policy')));
  }
  for (const [position, { network }] of (target.networks ?? []).entries()) {
    refusals.push(...checkOptionalText(network, limits('networks', String(position), 'network')));
  }
  return refusals;
}

function checkKeys(
  target: VsphereTargetInput,
  field: string,
  entries: readonly { readonly deviceKey: number }[] | null | undefined,
): UserErrorData[] {
  const given = entries ?? [];
  const path = targetPath(target, field);
  if (given.length > LIST_LENGTH_MAX) {
    return [refusal('TOO_LARGE', `${field} has ${given.length} entries, more than ${LIST_LENGTH_MAX}.`, { path })];
  }
  const seen = new Set<number>();
  for (const [position, { deviceKey }] of given.entries()) {
    if (seen.has(deviceKey)) {
      const message = `${field} names device ${deviceKey} twice.`;
      return [refusal('INVALID_INPUT', message, { path: [...path, String(position), 'deviceKey'] })];
    }
    seen.add(deviceKey);
  }
  return [];
}
