/**
 * Goal: no document, however odd, ends in an exception or a half-written point: it is recorded or refused.
 * Method: documents of the estate with numbers, names and texts exchanged for hostile ones at random places, in every
 * form; each goes through the use case into the real database, whose constraints are the judge.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { estateVirtualMachines } from '../../src/demo/estate/virtual-machines.js';
import { recordRestorePoint } from '../../src/usecases/record-restore-point.js';
import {
  type CatalogFixture,
  estateMetadata,
  openCatalogFixture,
  operator,
} from '../support/catalog/catalog-fixture.js';
import { propertySettings } from '../support/property-settings.js';

let fixture: CatalogFixture;
beforeAll(async () => {
  fixture = await openCatalogFixture();
});
afterAll(() => fixture.close());

const HOSTILE = [
  '99999999999999999999999999999999',
  '9223372036854775808',
  '9007199254740993',
  '-9007199254740993',
  '2147483648',
  '-1',
  '0',
  '1e309',
  '0x10',
  '1.5',
  'NaN',
  '',
  'x'.repeat(10_000),
  '\u202e\u{1f600}',
  '52 de/99999999999999999999',
  '52 de/18446744073709551616/3',
  '*',
  "'; DROP TABLE vms; --",
  '{{7*7}}',
];

/** Texts between tags, and JSON scalars. */
const PLACES = /(?<=>)[^<>\n]+(?=<)|(?<=": ?)(?:"[^"\\]*"|-?\d+)/g;

function exchange(document: string, picks: readonly { readonly at: number; readonly value: string }[]): string {
  const places = [...document.matchAll(PLACES)];
  let result = document;
  const chosen = new Map(picks.map(({ at, value }) => [at % places.length, value]));
  for (const [position, value] of [...chosen].sort(([a], [b]) => b - a)) {
    const place = places[position];
    if (place === undefined) continue;
    const isText = place[0].startsWith('"');
    const end = place.index + place[0].length;
    result = result.slice(0, place.index) + (isText ? JSON.stringify(value) : value) + result.slice(end);
  }
  return result;
}

const picks = fc.array(fc.record({ at: fc.nat(100_000), value: fc.constantFrom(...HOSTILE) }), {
  minLength: 1,
  maxLength: 8,
});
const machines = fc.integer({ min: 0, max: 3 });

test('documents with hostile values are recorded whole or refused', async () => {
  let count = 0;
  let written = 0;
  await fc.assert(
    fc.asyncProperty(machines, picks, async (machine, changes) => {
      count += 1;
      const metadata = { ...estateMetadata(machine, 0), site: { name: `Site ${count}` } };
      const configInfo = exchange(metadata.configInfo, changes);
      const input = { metadata: { ...metadata, configInfo }, tool: 'tool', toolReference: `hostile-${count}` };
      const { restorePoint, userErrors } = await recordRestorePoint(fixture.ports, operator, input);
      if (restorePoint === null) {
        expect(userErrors.some(({ severity }) => severity === 'ERROR')).toBe(true);
        return;
      }
      written += 1;
      const [[items], [document]] = await Promise.all([
        fixture.catalog.restorePoints.loadCapturedItems([restorePoint.id]),
        fixture.catalog.restorePoints.loadDocumentSummaries([restorePoint.id]),
      ]);
      expect(items?.length).toBe(8);
      expect(document).not.toBeNull();
    }),
    { ...propertySettings(), numRuns: 150 },
  );
  expect(written).toBeGreaterThan(10);
});

test('a disk of 2^53-512 bytes is kept exactly, one beyond is refused', async () => {
  const xml = estateVirtualMachines().findIndex(({ form }) => form === 'XML');
  const metadata = estateMetadata(xml, 0);
  const sized = (bytes: bigint) =>
    metadata.configInfo
      .replace(/<capacityInKB>\d+/, `<capacityInKB>${bytes / 1024n}`)
      .replace(/<capacityInBytes>\d+/, `<capacityInBytes>${bytes}`);
  const record = (configInfo: string, toolReference: string) =>
    recordRestorePoint(fixture.ports, operator, { metadata: { ...metadata, configInfo }, tool: 'size', toolReference });
  const largest = 2n ** 53n - 1024n;
  const { restorePoint } = await record(sized(largest), 'largest');
  const [disks] = await fixture.catalog.restorePoints.loadDisks([restorePoint?.id ?? '']);
  expect(disks?.some(({ capacityBytes }) => BigInt(capacityBytes) === largest)).toBe(true);
  const beyond = await record(sized(2n ** 54n), 'beyond');
  expect(beyond.userErrors.map(({ code }) => code)).toEqual(['CONFIG_INFO_MALFORMED']);
});
