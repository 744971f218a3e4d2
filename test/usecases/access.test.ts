/**
 * Goal: a token lets in exactly who holds it, and an empty catalog gets one first admin token.
 * Method: the use cases on a real database; rows are read to see that the token itself is nowhere.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { authenticate } from '../../src/usecases/authenticate.js';
import { type FirstToken, prepareFirstToken } from '../../src/usecases/open-first-token.js';
import { tokenSha256, tokenText } from '../../src/usecases/token-text.js';
import { type CatalogFixture, NOW, openCatalogFixture } from '../support/catalog/catalog-fixture.js';

let fixture: CatalogFixture;
let firstToken: string;
beforeAll(async () => {
  fixture = await openCatalogFixture();
});
afterAll(() => fixture.close());

test('of ten processes that start at once, one makes the first token, round after round', async () => {
  let prepared: FirstToken[] = [];
  let activated: boolean[] = [];
  for (let round = 1; round <= 15; round += 1) {
    await fixture.sql.query('DELETE FROM access_tokens');
    prepared = Array.from({ length: 10 }, () => prepareFirstToken(fixture.ports));
    activated = await Promise.all(prepared.map((token) => token.activate()));
    expect(activated.filter(Boolean).length).toBe(1);
    expect(await fixture.catalog.tokens.countTokens()).toBe(1);
  }
  firstToken = prepared[activated.indexOf(true)]?.text ?? '';
  expect(firstToken).toMatch(/^rst_[\w-]{43}$/);
  const result = await authenticate(fixture.ports, firstToken);
  expect(result).toMatchObject({ ok: true, actor: { name: 'admin', role: 'ADMIN', expiresAt: null } });
  const other = prepared[activated.indexOf(false)]?.text ?? '';
  expect(await authenticate(fixture.ports, other)).toEqual({ ok: false, reason: 'UNKNOWN' });
});

test('the token is nowhere in the tables, not even in the audit log', async () => {
  const rows = await fixture.sql.query(
    `SELECT row_to_json(t)::text AS row FROM access_tokens t
     UNION ALL SELECT row_to_json(t)::text FROM audit_entries t`,
  );
  const text = rows.rows.map(({ row }) => row).join('\n');
  expect(text).toContain('accessToken.createFirst');
  expect(text.includes(firstToken) || text.includes(firstToken.slice(4))).toBe(false);
});

test('expired and revoked tokens, at the very moment', async () => {
  const make = async (name: string, expiresAt: string | null) => {
    const text = tokenText(fixture.ports.ids.newSecret(32));
    const id = fixture.ports.ids.newId();
    await fixture.catalog.tokens.createToken(
      { id, name, role: 'VIEWER', tokenSha256: tokenSha256(text), expiresAt },
      { actor: 'admin', action: 'accessToken.create', subjectType: 'AccessToken', subjectId: id, detail: {} },
    );
    return { id, text };
  };
  const expiring = await make('expiring', '2026-05-04T03:02:01.001Z');
  fixture.time.now = NOW;
  expect((await authenticate(fixture.ports, expiring.text)).ok).toBe(true);
  fixture.time.now = '2026-05-04T03:02:01.001Z';
  expect(await authenticate(fixture.ports, expiring.text)).toEqual({ ok: false, reason: 'EXPIRED' });
  const revoked = await make('revoked', null);
  await fixture.sql.query('UPDATE access_tokens SET revoked_at = now() WHERE id = $1', [revoked.id]);
  expect(await authenticate(fixture.ports, revoked.text)).toEqual({ ok: false, reason: 'REVOKED' });
});

test.each(['', 'rst_', 'Bearer x', `rst_${'a'.repeat(44)}`, `rst_${'a'.repeat(42)}\u0000`, 'x'.repeat(100_000)])(
  'malformed text is not even looked up: %#',
  async (text) => {
    fixture.takeStatements();
    expect(await authenticate(fixture.ports, text)).toEqual({ ok: false, reason: 'MALFORMED' });
    expect(fixture.takeStatements()).toEqual([]);
  },
);
