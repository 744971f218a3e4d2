/** Answers of a service as schema.graphql shapes them, for the fake service. */

export const MOMENT = '2026-05-04T03:02:01.000Z';
export const DIGEST = 'ab'.repeat(32);

export const page = (nodes: readonly unknown[], endCursor: string | null = null) => ({
  nodes,
  pageInfo: { hasNextPage: endCursor !== null, hasPreviousPage: false, endCursor },
});
export const vm = { id: 'vm-1', name: 'web01', site: { name: 'vc1' }, instanceUuid: null, newestRestorePoint: null };
export const point = {
  id: 'point-1',
  vm,
  capturedAt: MOMENT,
  origin: 'CAPTURED',
  state: 'AVAILABLE',
  consistency: 'CRASH',
  encryption: 'NOT_ENCRYPTED',
  firmware: 'BIOS',
  secureBoot: 'NO',
  vtpm: 'NOT_PRESENT',
  capacityBytes: '1073741824',
  legalHold: false,
  disks: [
    { deviceKey: 2000, label: 'Hard disk 1', capacityBytes: '1073741824', state: 'CAPTURED', captureMethod: 'FULL' },
  ],
  capturedItems: [],
  notUnderstood: [],
};
export const operation = {
  id: 'operation-1',
  kind: 'EXECUTE_PLAN',
  state: 'QUEUED',
  phase: 'queued',
  percent: 0,
  bytesDone: '0',
  bytesTotal: '1000',
  createdAt: MOMENT,
  createdBy: 'admin',
  cancelRequested: false,
  pollAfterMs: 10,
  vm,
  disks: [],
  userErrors: [],
  result: [],
};
export const done = {
  ...operation,
  state: 'SUCCEEDED',
  phase: 'done',
  percent: 100,
  bytesDone: '1000',
  pollAfterMs: null,
};
export const plan = {
  id: 'plan-1',
  restorePoint: point,
  createdAt: MOMENT,
  expiresAt: '2026-05-04T04:02:01.000Z',
  expired: false,
  digest: DIGEST,
  rulesVersion: 'cd'.repeat(32),
  verdict: 'RESTORABLE',
  components: [],
  disks: [],
  findings: [],
  steps: [],
  viewerCan: { execute: true },
  text: 'Restore of "web01"\n',
};
export const refusal = (code: string) => ({
  code,
  message: `refused: ${code}`,
  severity: 'ERROR',
  path: ['input'],
  remedy: 'do this',
});
export const event = (sequence: number, more: Record<string, unknown>) => ({
  sequence,
  at: MOMENT,
  kind: 'PROGRESS',
  state: null,
  phase: null,
  percent: null,
  bytesDone: null,
  bytesTotal: null,
  deviceKey: null,
  message: null,
  ...more,
});
