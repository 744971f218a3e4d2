/** VMs of the demonstration's estate as files, and their disks in the location "images". */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { estateVirtualMachines, ESTATE_DEFAULTS } from '../../../src/demo/estate/virtual-machines.js';
import type { EstateVirtualMachine } from '../../../src/demo/estate/virtual-machines.js';
import { pseudoRandomBytes } from '../../../src/demo/guest-files.js';
import type { ScenarioService } from './service.js';

export type MachineName =
  | 'demo-bios-thin'
  | 'demo-uefi-secure-boot'
  | 'demo-encrypted-vtpm'
  | 'demo-several-controllers';

export const MIB = 1024 * 1024;

export function estateMachine(name: MachineName, capacityBytes = ESTATE_DEFAULTS.capacityBytes): EstateVirtualMachine {
  const machine = estateVirtualMachines({ ...ESTATE_DEFAULTS, capacityBytes }).find((one) => one.name === name);
  if (machine === undefined) throw new Error(`the estate has no ${name}`);
  return machine;
}

/** Writes ConfigInfo and NVRAM of a machine to the work folder. */
export function writeMachineFiles(service: ScenarioService, machine: EstateVirtualMachine) {
  const configInfoFile = join(service.workFolder, `${machine.name}.configinfo`);
  const nvramFile = join(service.workFolder, `${machine.name}.nvram`);
  writeFileSync(configInfoFile, machine.configInfo(0));
  writeFileSync(nvramFile, machine.nvramBytes(0) ?? new Uint8Array());
  return { configInfoFile, nvramFile };
}

/** Path in the location "images" → absolute path, its folder made. */
export function imagePath(service: ScenarioService, relativePath: string): string {
  const path = join(service.imagesFolder, relativePath);
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

export function writeImage(service: ScenarioService, relativePath: string, content: Buffer): void {
  writeFileSync(imagePath(service, relativePath), content);
}

/** An image that is quick to make: incompressible bytes at both ends, zeros between. */
export function quickImage(seed: string, capacityBytes: number): Buffer {
  const image = Buffer.alloc(capacityBytes);
  const edge = pseudoRandomBytes(seed, Math.min(256 * 1024, Math.floor(capacityBytes / 2)));
  edge.copy(image, 0);
  edge.copy(image, capacityBytes - edge.length);
  return image;
}

/** Captures a machine with quick images through the command line; resolves to the id of its restore point. */
export async function captureQuickly(service: ScenarioService, machine: EstateVirtualMachine): Promise<string> {
  const { configInfoFile, nvramFile } = writeMachineFiles(service, machine);
  const disks = machine.disks.flatMap(({ deviceKey, fileName, capacityBytes }) => {
    writeImage(service, fileName, quickImage(fileName, capacityBytes));
    return ['--disk', `${deviceKey}=images:${fileName}`];
  });
  const args = ['--config-info', configInfoFile, '--nvram', nvramFile, '--site', 'vc-scenario', ...disks];
  const result = await service.run('capture', ...args, '--storage-policies-absent', '--wait', '--json');
  if (result.exitCode !== 0) throw new Error(`capture failed: ${result.out}${result.error}`);
  const id: unknown = JSON.parse(result.out).operation.restorePoint.id;
  if (typeof id !== 'string') throw new Error(`capture names no restore point: ${result.out}`);
  return id;
}
