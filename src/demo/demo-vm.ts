import type { KeyProviderType, StoragePolicyInput } from '../cli/generated/operations.js';
import { ESTATE_DEFAULTS, estateVirtualMachines } from './estate/virtual-machines.js';

/** What the demo needs of a VM of its estate. Points count from 0 there and from 1 in the demo. */
export interface DemoVm {
  readonly name: string;
  /** One line for a person: what is special about it. */
  readonly about: string;
  readonly siteName: string;
  readonly keyProviderType: KeyProviderType | null;
  readonly storagePolicies: readonly StoragePolicyInput[];
  readonly disks: readonly { readonly deviceKey: number; readonly capacityBytes: number; readonly fileName: string }[];
  readonly configInfoAt: (point: number) => string;
  readonly nvramAt: (point: number) => Buffer | null;
}

const SITE = 'demo-vcenter';
const ENCRYPTION_POLICY = { policyId: '4d5f673c-536f-11e6-beb8-9e71128cae77', policyName: 'VM Encryption Policy' };

/** The VMs of the estate, as a backup job of their site would push them. */
export function demoVms(now: string): readonly DemoVm[] {
  return estateVirtualMachines({ ...ESTATE_DEFAULTS, clock: () => now }).map((machine) => {
    const isEncrypted = machine.tree(0).root.fields.some(({ name }) => name === 'keyId');
    const deviceKeys = [null, ...machine.disks.map(({ deviceKey }) => deviceKey)];
    return {
      name: machine.name,
      about: machine.description,
      siteName: SITE,
      keyProviderType: isEncrypted ? 'STANDARD' : null,
      storagePolicies: isEncrypted ? deviceKeys.map((deviceKey) => ({ deviceKey, ...ENCRYPTION_POLICY })) : [],
      disks: machine.disks,
      configInfoAt: (point) => machine.configInfo(point - 1),
      nvramAt: (point) => {
        const bytes = machine.nvramBytes(point - 1);
        return bytes === null ? null : Buffer.from(bytes);
      },
    };
  });
}
