/**
 * Goal: no disk of a document is left out without a word: a capture is refused, a record says that it does not know.
 * Method: the key of one of five disks made a second one, too large, or no number; use cases on a real database.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RestorePlan } from '../../src/planner/plan.js';
import { captureRestorePoint } from '../../src/usecases/capture-restore-point.js';
import { planRestore } from '../../src/usecases/plan-restore.js';
import { recordRestorePoint } from '../../src/usecases/record-restore-point.js';
import {
  type CatalogFixture,
  estateImages,
  estateMetadata,
  insertExecutor,
  openCatalogFixture,
  operator,
} from '../support/catalog/catalog-fixture.js';

const FIVE_DISKS = 3;
let fixture: CatalogFixture;
beforeAll(async () => {
  fixture = await openCatalogFixture();
  await insertExecutor(fixture.sql);
});
afterAll(() => fixture.close());

function metadataWithKey(key: string) {
  const metadata = estateMetadata(FIVE_DISKS, 0);
  const configInfo = metadata.configInfo.replace(/(<key>|"key": ?)2016\b/, `$1${key}`);
  expect(configInfo).not.toBe(metadata.configInfo);
  return { ...metadata, configInfo };
}

test.each([
  ['2000', 'hardware.device[2000]'],
  ['2147483648', 'hardware.device[2147483648]'],
  ['99999999999', 'hardware.device[99999999999]'],
  ['1000', 'hardware.device[1000]'],
])('disk 2016 under the key %s', async (key, place) => {
  const metadata = metadataWithKey(key);
  const disks = estateImages(FIVE_DISKS).filter(({ deviceKey }) => deviceKey !== 2016);
  const captured = await captureRestorePoint(fixture.ports, operator, { metadata, disks });
  expect(captured.restorePoint).toBeNull();
  expect(captured.userErrors.map(({ code, message }) => `${code} ${message}`)).toEqual([
    expect.stringContaining(`DISK_MISMATCH A disk cannot be used: ${place}: `),
  ]);

  const recorded = await recordRestorePoint(fixture.ports, operator, { metadata, tool: 'keys', toolReference: key });
  const id = recorded.restorePoint?.id ?? '';
  const [items] = await fixture.catalog.restorePoints.loadCapturedItems([id]);
  const stateOf = (name: string) => items?.find(({ item }) => item === name)?.state;
  expect([stateOf('CONFIG_INFO'), stateOf('DISK_DATA')]).toEqual(['UNKNOWN', 'UNKNOWN']);
  const [summary] = await fixture.catalog.restorePoints.loadDocumentSummaries([id]);
  expect(summary?.notUnderstood.map(({ path }) => path)).toContainEqual(expect.stringContaining(place));

  const target = { location: 'restores', folder: `back-${key}` };
  const { plan } = await planRestore(fixture.ports, operator, {
    restorePoint: { restorePointId: id },
    target: { localFiles: target },
  });
  expect(plan?.plan.verdict).not.toMatch(/^RESTORABLE/);
  const { findings: found } = plan?.plan as unknown as RestorePlan;
  const findings = found.map(({ ruleId }) => ruleId);
  expect(findings).toEqual(expect.arrayContaining(['disk.data-unknown', 'config-info.incomplete']));
});
