import type { ComponentName, ComponentOutcome } from '../domain/words.js';
import type { DiskFact, LocalFilesFacts } from './facts.js';
import { itemState } from './item-state.js';
import { verdictOf } from './judgement.js';
import type { Judgement } from './judgement.js';
import type { ComponentPlan, FileDiskPlan } from './plan.js';
import { requestedDisks } from './requested-disks.js';

/** What becomes of each component when the target is local files: home, disks, NVRAM, vTPM, power-on, in this order. */
export function decideComponents(
  facts: LocalFilesFacts,
  disks: readonly FileDiskPlan[],
  judgements: readonly Judgement[],
): ComponentPlan[] {
  const component = (name: ComponentName, subjects: readonly string[], decision: Decision): ComponentPlan => ({
    component: name,
    deviceKey: decision.deviceKey ?? null,
    outcome: decision.outcome,
    verdict: verdictOf([
      ...judgements.filter((one) => subjects.includes(one.finding.subject)).map((one) => one.effect),
      // A component of which nobody knows what becomes is never shown as good, also where the whole may be.
      ...(decision.outcome === 'UNKNOWN' ? (['UNKNOWN'] as const) : []),
    ]),
    reason: decision.reason,
  });
  const components = [component('VM_HOME', ['vm'], decideHome(facts))];
  for (const disk of requestedDisks(facts)) {
    const plan = disks.find((candidate) => candidate.deviceKey === disk.deviceKey);
    const subjects = [`disk:${disk.deviceKey}`, ...subjectsOfAlternatives(plan, judgements)];
    components.push(component('DISK', subjects, decideDiskOutcome(disk, plan)));
  }
  components.push(component('NVRAM', ['nvram'], decideNvram(facts)));
  components.push(component('VTPM', ['vtpm'], decideVtpm(facts)));
  components.push(
    component('POWER_ON', [], { outcome: 'NOT_PRESENT', reason: 'Local files are not a VM: nothing is powered on.' }),
  );
  return components;
}

interface Decision {
  readonly outcome: ComponentOutcome;
  readonly reason: string;
  readonly deviceKey?: number;
}

/** With no way left, what blocks the executors and locations blocks the disk. */
function subjectsOfAlternatives(plan: FileDiskPlan | undefined, judgements: readonly Judgement[]): string[] {
  if (plan === undefined || plan.executor !== null) {
    return [];
  }
  return judgements.map((one) => one.finding.subject).filter((subject) => /^(executor|location):/.test(subject));
}

function decideHome(facts: LocalFilesFacts): Decision {
  const configInfo = itemState(facts, 'CONFIG_INFO');
  if (configInfo === 'NOT_CAPTURED' || configInfo === 'NOT_PRESENT') {
    return { outcome: 'LOST', reason: 'No ConfigInfo is kept with this point.' };
  }
  switch (facts.restorePoint.encryption) {
    case 'NOT_ENCRYPTED':
      return { outcome: 'AS_CAPTURED', reason: 'The ConfigInfo is written as a document, its secrets cut out.' };
    case 'ENCRYPTED':
      return {
        outcome: 'CLEAR',
        reason: 'The ConfigInfo is written as a clear document; key id and bundle stay sealed in the catalog.',
      };
    case 'UNKNOWN':
      return { outcome: 'UNKNOWN', reason: 'Nobody knows whether the VM was encrypted.' };
  }
}

function decideDiskOutcome(disk: DiskFact, plan: FileDiskPlan | undefined): Decision {
  const { deviceKey } = disk;
  if (disk.dataState === 'NOT_CAPTURED') {
    return { deviceKey, outcome: 'LOST', reason: 'Its blocks are not in the repository.' };
  }
  if (plan === undefined || plan.executor === null) {
    return { deviceKey, outcome: 'UNKNOWN', reason: 'There is no way to write it now; the findings say why.' };
  }
  if (disk.key !== null) {
    return { deviceKey, outcome: 'CLEAR', reason: 'vSphere handed its blocks out in clear; the file holds them so.' };
  }
  return {
    deviceKey,
    outcome: 'AS_CAPTURED',
    reason: 'Every byte is checked against its SHA-256 before it is written.',
  };
}

function decideNvram(facts: LocalFilesFacts): Decision {
  switch (itemState(facts, 'NVRAM')) {
    case 'CAPTURED':
      return { outcome: 'AS_CAPTURED', reason: 'The NVRAM is written as a file, as it was.' };
    case 'NOT_PRESENT':
      return { outcome: 'NOT_PRESENT', reason: 'The VM had none.' };
    case 'NOT_CAPTURED':
      return { outcome: 'LOST', reason: 'The VM had one and nobody saved it.' };
    case 'UNKNOWN':
      return { outcome: 'UNKNOWN', reason: 'Nobody knows whether the VM had one.' };
  }
}

function decideVtpm(facts: LocalFilesFacts): Decision {
  switch (facts.restorePoint.vtpm) {
    case 'NOT_PRESENT':
      return { outcome: 'NOT_PRESENT', reason: 'The VM had none.' };
    case 'UNKNOWN':
      return { outcome: 'UNKNOWN', reason: 'Nobody knows whether the VM had one.' };
    case 'PRESENT':
      return itemState(facts, 'NVRAM') === 'CAPTURED'
        ? { outcome: 'NOT_PRESENT', reason: 'Local files hold no virtual TPM; its state is inside the NVRAM file.' }
        : { outcome: 'LOST', reason: 'Its state lived in the NVRAM, which is not kept with this point.' };
  }
}
