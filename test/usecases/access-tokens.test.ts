/**
 * Goal: administrators make and revoke tokens without ever locking everybody out, and the audit log tells it all but
 * the token.
 * Method: the use cases on a real database; administrators revoke each other at the same moment, round after round.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Role } from '../../src/domain/words.js';
import { authenticate } from '../../src/usecases/authenticate.js';
import { createAccessToken } from '../../src/usecases/create-access-token.js';
import { revokeAccessToken } from '../../src/usecases/revoke-access-token.js';
import { type CatalogFixture, openCatalogFixture, operator } from '../support/catalog/catalog-fixture.js';

const actor = { ...operator, name: 'root', role: 'ADMIN' } as const;
const NONE = '01900000-0000-7000-8000-00000000dead';

let fixture: CatalogFixture;
beforeAll(async () => {
  fixture = await openCatalogFixture();
});
afterAll(() => fixture.close());
beforeEach(() => fixture.sql.query('DELETE FROM access_tokens'));

async function make(name: string, role: Role, expiresAt: string | null = null) {
  const { accessToken, token } = await createAccessToken(fixture.ports, actor, { name, role, expiresAt });
  return { id: accessToken?.id ?? '', text: token ?? '', record: accessToken };
}

const revoke = async (accessTokenId: string) => {
  const { accessToken, userErrors } = await revokeAccessToken(fixture.ports, actor, { accessTokenId });
  return [accessToken?.revokedAt != null, userErrors.map(({ code }) => code)];
};

test('a token of each role works, is listed, and is nowhere in the tables', async () => {
  for (const role of ['VIEWER', 'AUDITOR', 'OPERATOR', 'ADMIN'] as const) {
    const { id, text, record } = await make(`of ${role}`, role, '2099-01-01T00:00:00.000Z');
    const result = await authenticate(fixture.ports, text);
    expect(result).toMatchObject({ ok: true, actor: { tokenId: id, name: `of ${role}`, role } });
    expect((await fixture.catalog.tokens.loadTokens([NONE, id]))[1]).toEqual(record);
    const { rows } = await fixture.sql.query<{ entry: string }>(
      `SELECT row_to_json(e)::text AS entry FROM audit_entries e WHERE subject_id = $1
       UNION ALL SELECT row_to_json(t)::text FROM access_tokens t`,
      [id],
    );
    expect(rows[0]?.entry).toContain('"accessToken.create"');
    expect(rows[0]?.entry).toContain('2099-01-01');
    for (const { entry } of rows) expect(entry).not.toContain(text.slice(4));
  }
});

test('a new token that could not work or be named is refused', async () => {
  const inputs = [
    { name: ' ', role: 'VIEWER' },
    { name: 'x'.repeat(201), role: 'VIEWER' },
    { name: 'a', role: 'VIEWER', expiresAt: fixture.time.now },
  ] as const;
  const paths: unknown[] = [];
  for (const input of inputs) {
    const { accessToken, token, userErrors } = await createAccessToken(fixture.ports, actor, input);
    paths.push([accessToken, token, userErrors.map(({ code, path }) => `${code} ${path?.join('.')}`)]);
  }
  expect(paths).toEqual([
    [null, null, ['INVALID_INPUT name']],
    [null, null, ['INVALID_INPUT name']],
    [null, null, ['INVALID_INPUT expiresAt']],
  ]);
  expect(await fixture.catalog.tokens.countTokens()).toBe(0);
});

test('a revoked token stops working; again is no error and no second entry; another id is not found', async () => {
  const { id, text } = await make('portal', 'VIEWER');
  expect([await revoke(id), await revoke(id), await revoke(NONE), await revoke('no id')]).toEqual([
    [true, []],
    [true, []],
    [false, ['NOT_FOUND']],
    [false, ['NOT_FOUND']],
  ]);
  expect(await authenticate(fixture.ports, text)).toEqual({ ok: false, reason: 'REVOKED' });
  const { rows } = await fixture.sql.query(
    "SELECT actor, detail FROM audit_entries WHERE subject_id = $1 AND action = 'accessToken.revoke'",
    [id],
  );
  expect(rows).toEqual([{ actor: 'root', detail: { name: 'portal', role: 'VIEWER' } }]);
});

test('the last ADMIN token that works stays: expired, revoked and lesser ones do not count', async () => {
  const last = await make('last', 'ADMIN');
  const other = await make('other', 'ADMIN');
  const expired = await make('expired', 'ADMIN');
  await make('operator', 'OPERATOR');
  await fixture.sql.query("UPDATE access_tokens SET expires_at = now() - interval '1 s' WHERE id = $1", [expired.id]);
  expect(await revoke(other.id)).toEqual([true, []]);
  expect(await revoke(last.id)).toEqual([false, ['LAST_ADMIN_TOKEN']]);
  expect((await authenticate(fixture.ports, last.text)).ok).toBe(true);
  expect(await revoke(expired.id)).toEqual([true, []]);
});

test('of two administrators who revoke each other at once, one stays, round after round', async () => {
  for (let round = 1; round <= 10; round += 1) {
    await fixture.sql.query('DELETE FROM access_tokens');
    const [one, two] = [await make('one', 'ADMIN'), await make('two', 'ADMIN')];
    const outcomes = await Promise.all([revoke(one.id), revoke(two.id)]);
    expect(outcomes.filter(([revoked]) => revoked)).toHaveLength(1);
  }
});

test('pages are newest first', async () => {
  for (const name of ['a', 'b', 'c']) await make(name, 'VIEWER');
  const first = await fixture.catalog.tokens.pageTokens({ first: 2, after: null });
  const rest = await fixture.catalog.tokens.pageTokens({ first: 2, after: first.entries[1]?.cursor ?? null });
  const names = [first, rest].map(({ entries }) => entries.map(({ node }) => node.name));
  expect([names, first.hasNextPage, rest.hasNextPage]).toEqual([[['c', 'b'], ['a']], true, false]);
});
