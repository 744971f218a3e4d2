import type { KeyProviderType, StoragePolicyInput } from '../cli/generated/operations.js';

/** What the demo needs of a VM of its estate. */
export interface DemoVm {
  readonly name: string;
  /** One line for a person: what is special about it. */
  readonly about: string;
  readonly siteName: string;
  readonly managedObjectId: string;
  readonly configInfo: string;
  readonly nvram: Buffer | null;
  readonly keyProviderType: KeyProviderType | null;
  readonly storagePolicies: readonly StoragePolicyInput[];
  readonly disks: readonly { readonly deviceKey: number; readonly capacityBytes: number }[];
}
