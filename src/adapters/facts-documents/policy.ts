import { z } from 'zod';
import { COUNT, listOf, TRANSPORT } from './words.js';

/** What the customer allows. */
export const policy = z.strictObject({
  factAgeMaxSeconds: COUNT,
  executorAgeMaxSeconds: COUNT,
  rekeyAllowed: z.boolean(),
  leaveNvramAllowed: z.boolean(),
  clearAllowed: z.boolean(),
  downgradeTransportAllowed: z.boolean(),
  approvalsNeeded: COUNT,
  transportPreference: listOf(TRANSPORT).nullable(),
  sanStreamsPerHostMax: COUNT,
  nbdStreamsPerHostMax: COUNT,
  planLifetimeSeconds: COUNT,
});
