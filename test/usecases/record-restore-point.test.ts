/**
 * Goal: metadata of another tool is kept once, whole and without a secret in clear, or refused for a named reason.
 * Method: the use case on the real stores and a real database; documents of the demonstration estate, each refusal by
 * one changed input; rows are read with SQL of their own.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createSealedItemOpener } from '../../src/adapters/sealing/open-sealed-item.js';
import { ESTATE_CANARIES, estateVirtualMachines } from '../../src/demo/estate/virtual-machines.js';
import { recordRestorePoint } from '../../src/usecases/record-restore-point.js';
import type { RecordRestorePointInput, RestorePointMetadata } from '../../src/usecases/restore-point-input.js';
import {
  type CatalogFixture,
  estateMetadata,
  openCatalogFixture,
  operator,
} from '../support/catalog/catalog-fixture.js';

let fixture: CatalogFixture;
beforeAll(async () => {
  fixture = await openCatalogFixture();
});
afterAll(() => fixture.close());

let references = 0;
function inputOf(changes: Partial<RestorePointMetadata> = {}, machine = 0): RecordRestorePointInput {
  references += 1;
  return { metadata: { ...estateMetadata(machine, 0), ...changes }, tool: 'tool', toolReference: `ref-${references}` };
}

async function refusalOf(input: RecordRestorePointInput) {
  const before = await fixture.sql.query('SELECT count(*)::int AS count FROM restore_points');
  const result = await recordRestorePoint(fixture.ports, operator, input);
  expect(result.restorePoint).toBeNull();
  const after = await fixture.sql.query('SELECT count(*)::int AS count FROM restore_points');
  expect(after.rows).toEqual(before.rows);
  return result.userErrors.map(({ code, path }) => `${code} ${(path ?? []).join('.')}`);
}

describe('a recorded point', () => {
  test('the encrypted machine: every column, item, disk and sealed row', async () => {
    const input = inputOf({ keyProviderType: 'STANDARD', nvramObservedAt: '2026-03-01T02:05:00.000Z' }, 2);
    const { restorePoint, alreadyRecorded, userErrors } = await recordRestorePoint(fixture.ports, operator, input);
    expect(userErrors).toEqual([]);
    expect(alreadyRecorded).toBe(false);
    expect(restorePoint).toMatchObject({
      origin: 'RECORDED',
      state: 'AVAILABLE',
      tool: 'tool',
      toolReference: input.toolReference,
      capturedAt: '2026-03-01T02:00:00.000Z',
      firmware: 'EFI',
      vtpm: 'PRESENT',
      encryption: 'ENCRYPTED',
      keyProviderType: 'STANDARD',
      key: { keyId: '8d3f1c52-66b0-4a9e-9d47-demo00000001', providerId: 'demo-kms' },
      storagePolicies: [],
      legalHold: false,
    });
    const [items] = await fixture.catalog.restorePoints.loadCapturedItems([restorePoint?.id ?? '']);
    expect(items?.map(({ item, state, observedAt }) => `${item} ${state} ${observedAt}`)).toEqual([
      'CONFIG_INFO CAPTURED 2026-03-01T02:00:00.000Z',
      'KEY_ID CAPTURED 2026-03-01T02:00:00.000Z',
      'ENCRYPTION_BUNDLE CAPTURED 2026-03-01T02:00:00.000Z',
      'NVRAM CAPTURED 2026-03-01T02:05:00.000Z',
      'VTPM CAPTURED 2026-03-01T02:05:00.000Z',
      'STORAGE_POLICIES NOT_CAPTURED null',
      'CHANGE_IDS CAPTURED 2026-03-01T02:00:00.000Z',
      'DISK_DATA NOT_CAPTURED null',
    ]);
    const [disks] = await fixture.catalog.restorePoints.loadDisks([restorePoint?.id ?? '']);
    expect(disks?.map(({ deviceKey, state, bus, key }) => ({ deviceKey, state, bus, key: key?.providerId }))).toEqual([
      { deviceKey: 2000, state: 'NOT_CAPTURED', bus: 'SCSI', key: 'demo-kms' },
    ]);
    expect(disks?.[0]?.changeId?.sequence).toMatch(/^\d+$/);
    const sealed = await fixture.sql.query(
      `SELECT kind, fingerprint_algorithm FROM sealed_items WHERE vm_id = $1 ORDER BY kind`,
      [restorePoint?.vmId],
    );
    expect(sealed.rows).toEqual([
      { kind: 'DATA_FILE_KEY', fingerprint_algorithm: 'HMAC_SHA256' },
      { kind: 'ENCRYPTION_BUNDLE', fingerprint_algorithm: 'SHA256' },
      { kind: 'NVRAM', fingerprint_algorithm: 'SHA256' },
    ]);
  });

  test('an executor opens the sealed bundle and gets what stood in the document', async () => {
    const rows = await fixture.sql.query(
      `SELECT vm_id, kind, encode(fingerprint, 'hex') AS fingerprint, sealing_key_id, ciphertext FROM sealed_items
       WHERE kind = 'ENCRYPTION_BUNDLE'`,
    );
    const row = rows.rows[0];
    const opened = createSealedItemOpener(fixture.sealingPrivateKey).open({
      vmId: row.vm_id,
      kind: row.kind,
      fingerprint: row.fingerprint,
      sealingKeyId: row.sealing_key_id,
      content: row.ciphertext,
    });
    expect(Buffer.from(opened).toString()).toContain(ESTATE_CANARIES.encryptionBundle);
  });

  test('the stored document names the sealed rows in the places of its secrets', async () => {
    const rows = await fixture.sql.query<{ document: string; sealed_item_id: string }>(
      `SELECT document, sealed_item_id FROM restore_point_documents
       JOIN restore_point_sealed_items USING (restore_point_id)`,
    );
    expect(rows.rows.length).toBeGreaterThan(0);
    for (const row of rows.rows) expect(row.document).toContain(row.sealed_item_id);
  });

  test('the same item of the same VM is stored once, another VM has its own', async () => {
    const count = async () =>
      (await fixture.sql.query(`SELECT count(*)::int AS count FROM sealed_items WHERE kind = 'ENCRYPTION_BUNDLE'`))
        .rows[0].count;
    const before = await count();
    const later = inputOf({ capturedAt: '2026-03-02T02:00:00.000Z' }, 2);
    const first = await recordRestorePoint(fixture.ports, operator, later);
    expect(first.restorePoint).not.toBeNull();
    expect(await count()).toBe(before);
    const document = later.metadata.configInfo.replace(
      /<instanceUuid>[^<]+/,
      '<instanceUuid>50000000-aaaa-bbbb-cccc-1',
    );
    const elsewhere = inputOf({ site: { name: 'Site of its own' }, configInfo: document }, 2);
    expect((await recordRestorePoint(fixture.ports, operator, elsewhere)).userErrors).toEqual([]);
    expect(await count()).toBe(before + 1);
  });

  test('a VNC password is sealed under a keyed fingerprint', async () => {
    const { restorePoint } = await recordRestorePoint(fixture.ports, operator, inputOf({}, 3));
    const sealed = await fixture.sql.query(
      `SELECT fingerprint_algorithm FROM sealed_items WHERE vm_id = $1 AND kind = 'VNC_PASSWORD'`,
      [restorePoint?.vmId],
    );
    expect(sealed.rows).toEqual([{ fingerprint_algorithm: 'HMAC_SHA256' }]);
  });

  test('no table holds a canary in clear, base64 or hex', async () => {
    const tables = await fixture.sql.query<{ table: string }>(
      `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS table FROM information_schema.tables
       WHERE table_schema IN ('public', 'dbos') AND table_type = 'BASE TABLE'`,
    );
    const dumped: string[] = [];
    for (const { table } of tables.rows) {
      const rows = await fixture.sql.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${table} t`);
      for (const { row } of rows.rows) {
        dumped.push(row);
        // bytea prints as hex: what it holds as text is looked at too.
        for (const [, digits = ''] of row.matchAll(/\\\\x([0-9a-f]+)/g)) {
          dumped.push(Buffer.from(digits, 'hex').toString('latin1'));
        }
      }
    }
    const everything = dumped.join('\n');
    expect(everything).toContain('restorePoint.record');
    for (const canary of Object.values(ESTATE_CANARIES)) {
      for (const form of formsOf(canary)) expect(everything.includes(form)).toBe(false);
    }
  });

  test('audit: one entry each for site, VM and point, no secret in the details', async () => {
    const input = inputOf({ site: { name: 'Audited site' } }, 1);
    const { restorePoint } = await recordRestorePoint(fixture.ports, operator, input);
    const page = await fixture.catalog.audit.pageAuditEntries({ first: 3, after: null });
    expect(page.entries.map(({ node }) => `${node.actor} ${node.action}`)).toEqual([
      'operator restorePoint.record',
      'operator vm.create',
      'operator site.create',
    ]);
    expect(page.entries[0]?.node.subjectId).toBe(restorePoint?.id);
  });
});

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  // Base64 of a text inside a longer one: its middle shows in one of three shifts.
  const shifts = [0, 1, 2].map((shift) => bytes.subarray(shift, shift + 24 - (24 % 3)).toString('base64'));
  return [secret, bytes.toString('hex'), ...shifts];
}

describe('once for one reference', () => {
  test('the same again answers with the same point', async () => {
    const input = inputOf();
    const first = await recordRestorePoint(fixture.ports, operator, input);
    const second = await recordRestorePoint(fixture.ports, operator, {
      ...input,
      metadata: { ...input.metadata, legalHold: false },
    });
    expect(second.alreadyRecorded).toBe(true);
    expect(second.restorePoint).toEqual(first.restorePoint);
    expect(second.userErrors).toEqual([]);
  });

  test.each<[string, Partial<RestorePointMetadata>]>([
    ['another moment', { capturedAt: '2026-03-03T02:00:00.000Z' }],
    ['another NVRAM', { nvramBase64: Buffer.from('another').toString('base64') }],
    ['another document', { configInfo: estateMetadata(0, 1).configInfo }],
    ['a policy more', { storagePolicies: [{ policyId: 'gold' }] }],
    ['a legal hold', { legalHold: true }],
  ])('%s is refused and leaves the first as it was', async (_, changes) => {
    const input = inputOf();
    const first = await recordRestorePoint(fixture.ports, operator, input);
    expect(await refusalOf({ ...input, metadata: { ...input.metadata, ...changes } })).toEqual([
      'TOOL_REFERENCE_REUSED toolReference',
    ]);
    const [point] = await fixture.catalog.restorePoints.loadRestorePoints([first.restorePoint?.id ?? '']);
    expect(point).toEqual(first.restorePoint);
  });

  test('another secret in the same document is other content', async () => {
    const input = inputOf({}, 3);
    await recordRestorePoint(fixture.ports, operator, input);
    const document = input.metadata.configInfo.replace(ESTATE_CANARIES.vncPassword, 'another password');
    expect(document.includes('another password')).toBe(true);
    expect(await refusalOf({ ...input, metadata: { ...input.metadata, configInfo: document } })).toEqual([
      'TOOL_REFERENCE_REUSED toolReference',
    ]);
  });

  test('ten at once of the same point: one point, one site, one VM, one set of sealed rows', async () => {
    const metadata = {
      ...estateMetadata(2, 0),
      site: { name: 'Race', vcenterInstanceUuid: 'aaaaaaaa-0000-4000-8000-000000000001' },
    };
    const input = { metadata, tool: 'tool', toolReference: 'race' };
    const results = await Promise.all(
      Array.from({ length: 10 }, () => recordRestorePoint(fixture.ports, operator, input)),
    );
    expect(new Set(results.map(({ restorePoint }) => restorePoint?.id)).size).toBe(1);
    expect(results.filter(({ alreadyRecorded }) => !alreadyRecorded).length).toBe(1);
    const rows = await fixture.sql.query(
      `SELECT count(*)::int AS vms FROM vms JOIN sites ON sites.id = vms.site_id WHERE sites.name = 'Race'`,
    );
    expect(rows.rows).toEqual([{ vms: 1 }]);
  });

  test('ten different points of one new VM at once: all are written', async () => {
    const inputs = Array.from({ length: 10 }, (_, number) => ({
      metadata: { ...estateMetadata(2, 0), site: { name: 'Crowd' }, capturedAt: `2026-03-1${number}T02:00:00.000Z` },
      tool: 'tool',
      toolReference: `crowd-${number}`,
    }));
    const results = await Promise.all(inputs.map((input) => recordRestorePoint(fixture.ports, operator, input)));
    expect(results.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(new Set(results.map(({ restorePoint }) => restorePoint?.vmId)).size).toBe(1);
  });
});

describe('sites', () => {
  const vcenter = 'bbbbbbbb-0000-4000-8000-000000000001';
  test('two sites never share a vCenter, and a site never changes its own', async () => {
    const named = (name: string, vcenterInstanceUuid: string | null) =>
      inputOf({ site: { name, vcenterInstanceUuid } });
    expect((await recordRestorePoint(fixture.ports, operator, named('North', null))).userErrors).toEqual([]);
    expect(
      (await recordRestorePoint(fixture.ports, operator, named('North', vcenter.toUpperCase()))).userErrors,
    ).toEqual([]);
    expect(await refusalOf(named('South', vcenter))).toEqual(['INVALID_INPUT metadata.site.vcenterInstanceUuid']);
    expect(await refusalOf(named('North', 'bbbbbbbb-0000-4000-8000-000000000002'))).toEqual([
      'INVALID_INPUT metadata.site.vcenterInstanceUuid',
    ]);
    const rows = await fixture.sql.query(`SELECT name FROM sites WHERE vcenter_instance_uuid = $1`, [vcenter]);
    expect(rows.rows).toEqual([{ name: 'North' }]);
  });

  test('a name follows the newest point, whatever order points arrive in', async () => {
    const name = estateVirtualMachines()[0]?.name ?? '';
    const document = (newName: string) => estateMetadata(0, 0).configInfo.replaceAll(name, newName);
    const site = { name: 'Renaming' };
    const at = (capturedAt: string, name: string) => inputOf({ site, capturedAt, configInfo: document(name) });
    const newer = await recordRestorePoint(fixture.ports, operator, at('2026-03-05T00:00:00.000Z', 'new-name'));
    await recordRestorePoint(fixture.ports, operator, at('2026-03-01T00:00:00.000Z', 'old-name'));
    const [vm] = await fixture.catalog.vms.loadVms([newer.restorePoint?.vmId ?? '']);
    expect(vm?.name).toBe('new-name');
  });
});

describe('refusals', () => {
  const document = estateMetadata(0, 0).configInfo;
  test.each<[string, Partial<RestorePointMetadata>, string[]]>([
    [
      '[S26] a .vmx alone',
      {
        configInfo:
          '.encoding = "UTF-8"\nconfig.version = "8"\nvirtualHW.version = "21"\nscsi0:0.fileName = "a-000001.vmdk"\n',
      },
      ['CONFIG_INFO_VMX_ONLY metadata.configInfo'],
    ],
    [
      'a truncated document',
      { configInfo: document.slice(0, document.length / 2) },
      ['CONFIG_INFO_TRUNCATED metadata.configInfo'],
    ],
    ['no document', { configInfo: 'hello' }, ['CONFIG_INFO_MALFORMED metadata.configInfo']],
    [
      'something else than a VM',
      { configInfo: '<HostConfigInfo xmlns="urn:vim25"><host>h</host></HostConfigInfo>' },
      ['CONFIG_INFO_NOT_A_VIRTUAL_MACHINE metadata.configInfo'],
    ],
    [
      'a document over the limit',
      { configInfo: `<a>${'x'.repeat(8 * 1024 * 1024)}</a>` },
      ['TOO_LARGE metadata.configInfo'],
    ],
    ['an empty NVRAM', { nvramBase64: '' }, ['INVALID_INPUT metadata.nvramBase64']],
    ['base64 with a line break', { nvramBase64: 'QUFB\nQUFB' }, ['INVALID_INPUT metadata.nvramBase64']],
    ['base64 without padding', { nvramBase64: 'QUE' }, ['INVALID_INPUT metadata.nvramBase64']],
    ['base64 of the URL alphabet', { nvramBase64: '-_-_' }, ['INVALID_INPUT metadata.nvramBase64']],
    [
      'an NVRAM of 4 MiB and a byte',
      { nvramBase64: Buffer.alloc(4 * 1024 * 1024 + 1).toString('base64') },
      ['TOO_LARGE metadata.nvramBase64'],
    ],
    ['an NVRAM that is not there', { nvramNotPresent: true }, ['INVALID_INPUT metadata.nvramNotPresent']],
    ['a moment that does not exist', { capturedAt: '2026-02-30T00:00:00.000Z' }, ['INVALID_INPUT metadata.capturedAt']],
    ['a moment in the year 0', { capturedAt: '0000-01-01T00:00:00.000Z' }, ['INVALID_INPUT metadata.capturedAt']],
    [
      'a moment beyond all calendars',
      { capturedAt: '+275760-09-13T00:00:00.000Z' },
      ['INVALID_INPUT metadata.capturedAt'],
    ],
    ['the future', { capturedAt: '2026-05-05T00:00:00.000Z' }, ['INVALID_INPUT metadata.capturedAt']],
    ['retention in another form', { retainUntil: 'forever' }, ['INVALID_INPUT metadata.retainUntil']],
    ['a site name of 10,000 characters', { site: { name: 'x'.repeat(10_000) } }, ['INVALID_INPUT metadata.site.name']],
    ['a site name with NUL', { site: { name: 'a\u0000b' } }, ['INVALID_INPUT metadata.site.name']],
    ['half a surrogate pair', { site: { name: 'a\ud800' } }, ['INVALID_INPUT metadata.site.name']],
    [
      'a vCenter that is no UUID',
      { site: { name: 'a', vcenterInstanceUuid: "x' OR 1=1" } },
      ['INVALID_INPUT metadata.site.vcenterInstanceUuid'],
    ],
    [
      'a policy of no disk',
      { storagePolicies: [{ policyId: 'p', deviceKey: 9999 }] },
      ['INVALID_INPUT metadata.storagePolicies.0.deviceKey'],
    ],
    [
      'two policies of the home',
      { storagePolicies: [{ policyId: 'p' }, { policyId: 'q' }] },
      ['INVALID_INPUT metadata.storagePolicies.1.deviceKey'],
    ],
    [
      'NUL in the document',
      {
        configInfo: JSON.stringify({
          name: 'a\u0000b',
          hardware: { device: [] },
          files: {},
          guestId: 'x',
          uuid: 'y',
          instanceUuid: 'z',
          version: 'vmx-19',
        }),
      },
      ['CONFIG_INFO_MALFORMED metadata.configInfo'],
    ],
    ['another moRef than the document', { managedObjectId: 'vm-999999' }, ['INVALID_INPUT metadata.managedObjectId']],
  ])('%s', async (_, changes, expected) => {
    expect(await refusalOf(inputOf(changes))).toEqual(expected);
  });

  test('several at once are all told', async () => {
    const input = { ...inputOf({ capturedAt: 'yesterday', nvramBase64: '?' }), tool: '' };
    expect(await refusalOf(input)).toEqual([
      'INVALID_INPUT tool',
      'INVALID_INPUT metadata.capturedAt',
      'INVALID_INPUT metadata.nvramBase64',
    ]);
  });

  test('a capacity that is no whole number of sectors', async () => {
    const odd = document
      .replace(/<capacityInBytes>\d+/, '<capacityInBytes>1000')
      .replace(/<capacityInKB>\d+/, '<capacityInKB>0');
    expect(await refusalOf(inputOf({ configInfo: odd }))).toEqual(['CONFIG_INFO_MALFORMED metadata.configInfo']);
  });
});
