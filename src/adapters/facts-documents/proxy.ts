import { z } from 'zod';
import { ANSWER, COUNT, listOf, MOMENT, OPEN_WORD, section, TEXT, TRANSPORT } from './words.js';

const controller = z.strictObject({
  type: OPEN_WORD,
  busNumber: z.int(),
  freeSlots: COUNT.nullable(),
  hasDisk: ANSWER,
});

const virtualMachine = z.strictObject({
  siteId: TEXT,
  instanceUuid: TEXT,
  hostId: TEXT,
  datacenterId: TEXT,
  datastoreIds: listOf(z.string()).nullable(),
  encrypted: ANSWER,
  controllers: listOf(controller).nullable(),
  reachableDatastoreIds: listOf(z.string()).nullable(),
});

export const proxy = z.strictObject({
  machine: z.enum(['PHYSICAL', 'VIRTUAL', 'UNKNOWN']),
  virtualMachine: virtualMachine.nullable(),
  operatingSystem: z.enum(['LINUX', 'WINDOWS', 'UNKNOWN']),
  windows: z
    .strictObject({ release: TEXT, edition: TEXT, sanPolicy: OPEN_WORD.nullable(), automount: ANSWER })
    .nullable(),
  transports: listOf(z.strictObject({ transport: TRANSPORT, available: ANSWER, reason: TEXT })),
  vddkVersion: TEXT,
  luns: listOf(z.strictObject({ id: z.string(), readOnly: ANSWER, fabric: OPEN_WORD.nullable() })).nullable(),
  sanAllowList: listOf(z.string()).nullable(),
  nfcTimeouts: z.enum(['SET', 'OFF', 'UNKNOWN']),
  reachesSite: ANSWER,
  reachesHostData: ANSWER,
  reachesHostWeb: ANSWER,
  namesResolve: ANSWER,
  rates: listOf(
    z.strictObject({
      transport: TRANSPORT,
      datastoreId: TEXT,
      minimumBytesPerSecond: z.number(),
      maximumBytesPerSecond: z.number(),
      measuredAt: MOMENT,
    }),
  ),
});

export const running = section(z.strictObject({ hostId: z.string(), transport: TRANSPORT, streams: z.number() }));
