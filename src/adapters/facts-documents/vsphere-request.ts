import { z } from 'zod';
import { listOf, TEXT, TRANSPORT } from './words.js';

const placement = z.strictObject({
  name: z.string(),
  folderId: TEXT,
  poolId: TEXT,
  hostId: TEXT,
  clusterId: TEXT,
  homeDatastoreId: TEXT,
  disks: listOf(
    z.strictObject({
      deviceKey: z.int(),
      datastoreId: TEXT,
      provisioning: z.enum(['AS_CAPTURED', 'THIN', 'THICK_LAZY_ZEROED', 'THICK_EAGER_ZEROED']),
      policyId: TEXT,
    }),
  ),
  networks: listOf(z.strictObject({ deviceKey: z.int(), networkId: TEXT })),
  homePolicyId: TEXT,
});

const consents = z.strictObject({
  rekey: z.boolean(),
  keysDeclaredLost: z.boolean(),
  leaveNvram: z.boolean(),
  clear: z.boolean(),
  encrypt: z.boolean(),
  newVtpm: z.boolean(),
  rdmAsDisk: z.boolean(),
  leaveExtraDisks: z.boolean(),
});

export const vsphereTarget = z.strictObject({
  kind: z.literal('VSPHERE'),
  siteId: z.string(),
  mode: z.enum(['NEW_VM', 'IN_PLACE']),
  purpose: z.enum(['REPLACEMENT', 'COPY', 'UNKNOWN']),
  placement,
  machineId: TEXT,
  diskMapping: listOf(z.strictObject({ deviceKey: z.int(), targetDeviceKey: z.int() })).nullable(),
  typedName: TEXT,
  powerOn: z.boolean(),
  transportPreference: listOf(TRANSPORT).nullable(),
  consents,
});
