import { filesOfTarget, TARGET_FORMAT_TRAITS } from '../domain/target-formats.js';
import { formatBytes } from '../domain/units.js';
import type { LocalFilesFacts } from './facts.js';
import { itemState } from './item-state.js';
import type { FileDiskPlan, FileStep } from './plan.js';

type Unplaced = FileStep extends infer Step ? (Step extends FileStep ? Omit<Step, 'position'> : never) : never;

/** The ordered steps of a restore into local files; those that do not apply fall out. */
export function buildSteps(facts: LocalFilesFacts, disks: readonly FileDiskPlan[]): FileStep[] {
  const { location, folder } = facts.request.target;
  const steps: Unplaced[] = [
    {
      kind: 'CHECK_FACTS',
      subject: 'vm',
      description: `Check that ${location}:${folder} can be written and holds none of the files.`,
      sideEffects: [],
      compensation: null,
    },
    {
      kind: 'CLAIM_TARGET',
      location,
      folder,
      subject: `location:${location}`,
      description: `Claim ${location}:${folder}, so that no other operation writes there.`,
      sideEffects: [],
      compensation: 'The claim ends with the operation.',
    },
  ];
  for (const disk of disks.filter((candidate) => candidate.executor !== null)) {
    steps.push(restoreDiskStep(disk));
  }
  steps.push(...fileSteps(facts));
  steps.push({
    kind: 'RELEASE_TARGET',
    location,
    folder,
    subject: `location:${location}`,
    description: `Release ${location}:${folder}.`,
    sideEffects: [],
    compensation: null,
  });
  return steps.map((step, index) => ({ ...step, position: index + 1 }));
}

function restoreDiskStep(disk: FileDiskPlan): Unplaced {
  const amount = disk.bytesToMove === null ? 'an unknown amount' : formatBytes(disk.bytesToMove);
  const { location, path } = disk.target;
  const files = filesOfTarget(disk.format, path).map((name) => `${location}:${name}`);
  const { words } = TARGET_FORMAT_TRAITS[disk.format];
  return {
    kind: 'RESTORE_DISK',
    deviceKey: disk.deviceKey,
    target: disk.target,
    subject: `disk:${disk.deviceKey}`,
    description: `Write ${disk.label} (${amount}) as ${words} to ${location}:${path}, each chunk verified.`,
    sideEffects: [`Makes ${files.join(' and ')}; nothing that exists is overwritten.`],
    compensation:
      'Until the disk is whole it bears a temporary name. When the operation fails what it made is removed.',
  };
}

function fileSteps(facts: LocalFilesFacts): Unplaced[] {
  const { location, folder } = facts.request.target;
  const steps: Unplaced[] = [];
  if (itemState(facts, 'NVRAM') === 'CAPTURED') {
    steps.push({
      kind: 'WRITE_NVRAM',
      target: { location, path: `${folder}/vm.nvram` },
      subject: 'nvram',
      description: `Open the sealed NVRAM and write it to ${location}:${folder}/vm.nvram.`,
      sideEffects: ['The opening of the sealed NVRAM is written to the audit log.'],
      compensation: 'The file is removed.',
    });
  }
  // UNKNOWN is a document that is kept but not complete: what there is of it is written.
  const configInfo = itemState(facts, 'CONFIG_INFO');
  if (configInfo === 'CAPTURED' || configInfo === 'UNKNOWN') {
    steps.push({
      kind: 'WRITE_CONFIG_INFO',
      target: { location, path: `${folder}/config-info.json` },
      subject: 'vm',
      description: `Write the ConfigInfo, its secrets cut out, to ${location}:${folder}/config-info.json.`,
      sideEffects: [],
      compensation: 'The file is removed.',
    });
  }
  return steps;
}
