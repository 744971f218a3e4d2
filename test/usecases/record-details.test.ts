/**
 * Goal: what a tool says beside the document is kept as it was said, with its moment, and where it contradicts the
 * document nobody is believed.
 * Method: points recorded on a real database; their rows are read back.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recordRestorePoint } from '../../src/usecases/record-restore-point.js';
import type { RestorePointMetadata } from '../../src/usecases/restore-point-input.js';
import {
  type CatalogFixture,
  estateMetadata,
  openCatalogFixture,
  operator,
} from '../support/catalog/catalog-fixture.js';
import { diskXml, xmlDocument } from '../support/config-info/sample.js';

const LOOKED_AT = '2026-03-01T01:00:00.000Z';
const READ_AT = '2026-03-01T01:30:00.000Z';
// A UEFI machine that names no NVRAM file.
const NO_NVRAM = xmlDocument({ devices: diskXml('<capacityInBytes>1024</capacityInBytes>') })
  .replace('<key>nvram</key>', '<key>other</key>')
  .replace('<firmware>bios</firmware>', '<firmware>efi</firmware>');

let fixture: CatalogFixture;
beforeAll(async () => {
  fixture = await openCatalogFixture();
});
afterAll(() => fixture.close());

let count = 0;
async function record(metadata: Partial<RestorePointMetadata>) {
  const given = { ...estateMetadata(0, 0), nvramBase64: null, ...metadata };
  const input = { metadata: given, tool: 'nightly', toolReference: `point ${++count}` };
  const { restorePoint, userErrors } = await recordRestorePoint(fixture.ports, operator, input);
  const id = restorePoint?.id ?? '';
  const [items] = await fixture.catalog.restorePoints.loadCapturedItems([id]);
  const [disks] = await fixture.catalog.restorePoints.loadDisks([id]);
  const problems = userErrors.map(({ severity, code, path }) => `${severity} ${code} ${path?.join('.')}`);
  return { restorePoint, items: items ?? [], disks: disks ?? [], problems };
}

test('the kind of a datastore is kept with each disk on it, UNKNOWN where nobody told it', async () => {
  const { disks } = await record({});
  const names = [...new Set(disks.map(({ datastoreName }) => datastoreName ?? ''))];
  expect(new Set(disks.map(({ datastoreType }) => datastoreType))).toEqual(new Set(['UNKNOWN']));
  const told = await record({ datastores: names.map((name) => ({ name, type: 'VSAN' })) });
  expect([new Set(told.disks.map(({ datastoreType }) => datastoreType)), told.problems]).toEqual([
    new Set(['VSAN']),
    [],
  ]);
});

test('datastores that are no use are refused or told', async () => {
  const wrong = await record({
    datastores: [
      { name: '', type: 'NFS' },
      { name: 'a', type: 'NFS' },
      { name: 'a', type: 'VMFS' },
    ],
  });
  expect(wrong.problems).toEqual([
    'ERROR INVALID_INPUT metadata.datastores.0.name',
    'ERROR INVALID_INPUT metadata.datastores.2.name',
  ]);
  const elsewhere = await record({ datastores: [{ name: 'elsewhere', type: 'NFS' }] });
  expect(elsewhere.problems).toEqual(['WARNING INVALID_INPUT metadata.datastores.0.name']);
});

test('the point tells whether its fence was held', async () => {
  const fences = [await record({}), await record({ fence: 'HELD' }), await record({ fence: 'NOT_HELD' })];
  expect(fences.map(({ restorePoint }) => restorePoint?.fence)).toEqual(['UNKNOWN', 'HELD', 'NOT_HELD']);
});

test('an NVRAM that was looked for in vain keeps the moment of looking', async () => {
  const { items, problems } = await record({
    configInfo: NO_NVRAM,
    configInfoObservedAt: READ_AT,
    nvramNotPresent: true,
    nvramObservedAt: LOOKED_AT,
  });
  const rows = items.map(({ item, state, observedAt }) => `${item} ${state} ${observedAt}`);
  expect(rows).toContain(`NVRAM NOT_PRESENT ${LOOKED_AT}`);
  expect(rows).toContain(`VTPM NOT_PRESENT ${READ_AT}`);
  expect(problems).toEqual([]);
});

test('an NVRAM said not to be there, though the document names its file, is UNKNOWN with a warning', async () => {
  const { items, problems } = await record({ nvramNotPresent: true, nvramObservedAt: LOOKED_AT });
  const nvram = items.find(({ item }) => item === 'NVRAM');
  expect([nvram?.state, nvram?.observedAt]).toEqual(['UNKNOWN', null]);
  expect(nvram?.reason).toContain('ConfigInfo tells that the VM has NVRAM');
  expect(problems).toEqual(['WARNING INVALID_INPUT metadata.nvramNotPresent']);
});
