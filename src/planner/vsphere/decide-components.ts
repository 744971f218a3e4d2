import type { ComponentName, ComponentOutcome } from '../../domain/words.js';
import type { VspherePointFact } from '../facts/vsphere-point.js';
import { verdictOf } from '../judgement.js';
import type { Judgement } from '../judgement.js';
import type { ComponentPlan } from '../plan.js';
import type { RuleEffect } from '../rules/rule.js';
import type { KeyDecision, VsphereContext } from './context.js';

/** What becomes of home, disks, NVRAM, vTPM and power-on, in this order. */
export function decideComponents(context: VsphereContext, judgements: readonly Judgement[]): ComponentPlan[] {
  const bySubject = effectsBySubject(context, judgements);
  const component = (
    name: ComponentName,
    deviceKey: number | null,
    { outcome, reason }: { readonly outcome: ComponentOutcome; readonly reason: string },
  ): ComponentPlan => {
    const effects = bySubject.get(deviceKey === null ? name : `disk:${deviceKey}`) ?? [];
    const own: RuleEffect[] = outcome === 'UNKNOWN' ? ['UNKNOWN'] : outcome === 'WILL_NOT_START' ? ['BLOCKS'] : [];
    return { component: name, deviceKey, outcome, verdict: verdictOf([...effects, ...own]), reason };
  };
  return [
    component('VM_HOME', null, context.keys.home),
    ...context.ways.map(({ situation }) => {
      const { disk } = situation;
      const key = context.keys.disks.get(disk.deviceKey);
      const lost = { outcome: 'LOST' as const, reason: 'Its blocks are not in the repository.' };
      return component('DISK', disk.deviceKey, situation.hasData && key !== undefined ? key : lost);
    }),
    component('NVRAM', null, context.nvram),
    component('VTPM', null, context.vtpm),
    component('POWER_ON', null, decidePowerOn(context)),
  ];
}

/** What is not about a disk, the NVRAM, the vTPM or the start is about the VM as a whole. */
const COMPONENT_OF_SUBJECT: Readonly<Record<string, ComponentName>> = {
  nvram: 'NVRAM',
  vtpm: 'VTPM',
  'power-on': 'POWER_ON',
};

function effectsBySubject(context: VsphereContext, judgements: readonly Judgement[]): Map<string, RuleEffect[]> {
  const effects = new Map<string, RuleEffect[]>();
  const add = (key: string, effect: RuleEffect): void => {
    const list = effects.get(key);
    if (list === undefined) effects.set(key, [effect]);
    else list.push(effect);
  };
  for (const { finding, effect } of judgements) {
    const { subject } = finding;
    if (subject.startsWith('disk:')) add(subject, effect);
    else if (subject.startsWith('executor:')) {
      // With no way left, what blocks the executors blocks the disk.
      for (const way of context.ways) if (way.transport === null) add(way.situation.subject, effect);
    } else add(COMPONENT_OF_SUBJECT[subject] ?? 'VM_HOME', effect);
  }
  return effects;
}

/**
 * [S35] [S36] Whether the VM would start when powered on. A host that holds the key already is told elsewhere and never
 * makes this good.
 */
export function decidePowerOn(context: VsphereContext): {
  readonly outcome: ComponentOutcome;
  readonly reason: string;
} {
  const { point, nvram, keys } = context;
  if (point.machine.template === 'YES') return { outcome: 'NOT_PRESENT', reason: 'It is a template: never started.' };
  const all = [keys.home, ...keys.disks.values()];
  const stuck = all.find((one) => one.way === 'WAIT' || one.way === 'REFUSED' || isPresentKey(one, false));
  if (stuck !== undefined) {
    const present =
      stuck.way === 'PRESENT_KEYS' ? `Key ${stuck.keyId}, which the VM has now, cannot be fetched.` : null;
    return { outcome: 'WILL_NOT_START', reason: present ?? stuck.reason };
  }
  const boot = bootAfterRegeneration(context);
  if (boot === 'NO') {
    return {
      outcome: 'WILL_NOT_START',
      reason: 'The generic NVRAM does not hold the keys that its boot loader is signed with.',
    };
  }
  const unknown = all.find((one) => one.way === 'UNKNOWN' || isPresentKey(one, true));
  if (unknown !== undefined) {
    const present = `Whether key ${unknown.keyId}, which the VM has now, can be fetched is not known.`;
    return { outcome: 'UNKNOWN', reason: unknown.way === 'PRESENT_KEYS' ? present : unknown.reason };
  }
  if (nvram.way === 'UNKNOWN' && needsNvram(point)) return { outcome: 'UNKNOWN', reason: nvram.reason };
  if (boot === 'UNKNOWN') {
    const reason = 'Whether Secure Boot takes its boot loader with the keys of a generic NVRAM is not known.';
    return { outcome: 'UNKNOWN', reason };
  }
  return context.target.powerOn
    ? { outcome: 'AS_CAPTURED', reason: 'It is powered on at the end.' }
    : { outcome: 'AS_CAPTURED', reason: 'Nothing stands against a start; none was asked for.' };
}

/** Whether Secure Boot lets the VM start with the keys of a generic NVRAM; own keys are gone with the old one. */
export function bootAfterRegeneration({ nvram, point }: VsphereContext): 'YES' | 'NO' | 'UNKNOWN' {
  const { secureBootKeys } = point.machine;
  if (nvram.way !== 'REGENERATE' || point.firmware === 'BIOS' || point.secureBoot === 'NO') return 'YES';
  if (secureBootKeys === 'DEFAULT') return 'YES';
  return secureBootKeys === 'CUSTOM' && point.secureBoot === 'YES' && point.firmware === 'EFI' ? 'NO' : 'UNKNOWN';
}

/** In place the present keys must be there too. */
function isPresentKey({ way, availability }: KeyDecision, unknown: boolean): boolean {
  if (way !== 'PRESENT_KEYS' || availability === null || availability.state === 'AVAILABLE') return false;
  return unknown === (availability.state === 'UNKNOWN');
}

/** Decisions that nobody could make never give a good verdict, whatever the rules found. */
export function effectsOfDecisions(context: VsphereContext): RuleEffect[] {
  const effects: RuleEffect[] = [];
  if (context.host === null) effects.push('UNKNOWN');
  for (const { way } of [context.keys.home, ...context.keys.disks.values()]) {
    if (way === 'UNKNOWN') effects.push('UNKNOWN');
    if (way === 'WAIT' || way === 'REFUSED') effects.push('BLOCKS');
  }
  for (const { situation, transport } of context.ways) {
    if (situation.hasData && transport === null) effects.push('UNKNOWN');
  }
  if (context.nvram.way === 'UNKNOWN' && needsNvram(context.point)) effects.push('UNKNOWN');
  if (context.vtpm.way === 'UNKNOWN') effects.push('UNKNOWN');
  const { outcome } = decidePowerOn(context);
  if (outcome === 'WILL_NOT_START') effects.push('BLOCKS');
  if (outcome === 'UNKNOWN') effects.push('UNKNOWN');
  return effects;
}

/** A clear BIOS VM starts without one; of any other VM it decides too much to be passed over. */
export function needsNvram({ firmware, encryption }: VspherePointFact): boolean {
  return firmware !== 'BIOS' || encryption !== 'NOT_ENCRYPTED';
}
