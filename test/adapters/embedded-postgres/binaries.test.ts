/**
 * Goal: PostgreSQL's programs run although npm ran no install script (library links missing) and although the account
 * that runs them cannot enter the folder they lie in.
 * Method: a copy of the package without its links, in folders of the test; the programs are really run.
 */
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { provideBinaries } from '../../../src/adapters/embedded-postgres/binaries.js';
import { EmbeddedPostgresError } from '../../../src/adapters/embedded-postgres/embedded-postgres-error.js';
import { runProgram } from '../../../src/adapters/embedded-postgres/run-program.js';
import { chooseServiceAccount } from '../../../src/adapters/embedded-postgres/service-account.js';
import { silentLog } from '../../support/postgres.js';

const isRoot = process.getuid?.() === 0;
let folder: string;
let bare: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reinstate-binaries-'));
  chmodSync(folder, 0o711);
  bare = join(folder, 'private', 'package');
  mkdirSync(join(folder, 'private'), { mode: 0o700 });
  const require = createRequire(import.meta.url);
  const original = dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  cpSync(original, bare, {
    recursive: true,
    filter: (source) => !lstatSync(source).isSymbolicLink() && !source.endsWith('.a') && !source.includes('/pgxs'),
  });
});

afterAll(() => rmSync(folder, { recursive: true }));

test('missing library links are made beside the data, the package stays as it is', async () => {
  const libraries = readdirSync(join(bare, 'native', 'lib'));
  expect(libraries).not.toContain('libpq.so.5');
  const links = join(folder, 'links');
  const binaries = await provideBinaries(undefined, links, join(folder, 'unused'), bare);
  const initdb = await runProgram(binaries.initdb, ['--version'], undefined, binaries.environment);
  expect(initdb).toEqual({ exitCode: 0, output: 'initdb (PostgreSQL) 18.4\n', startError: undefined });
  expect(readdirSync(links)).toContain('libpq.so.5');
  expect(readdirSync(join(bare, 'native', 'lib'))).toEqual(libraries);
  expect(existsSync(join(folder, 'unused'))).toBe(false);
});

(isRoot ? test : test.skip)('as root, a package that the account cannot enter is copied, with its links', async () => {
  const account = await chooseServiceAccount(silentLog());
  const shared = join(folder, 'shared');
  const binaries = await provideBinaries(account, join(folder, 'unused'), shared, bare);
  expect(binaries.initdb.startsWith(shared)).toBe(true);
  const initdb = await runProgram(binaries.initdb, ['--version'], account, binaries.environment);
  expect(initdb.output).toBe('initdb (PostgreSQL) 18.4\n');
  const again = await provideBinaries(account, join(folder, 'unused'), shared, bare);
  expect(again).toEqual(binaries);
  expect(readdirSync(shared)).toHaveLength(1);
});

test('a program that does not run is said with its folder', async () => {
  const broken = join(folder, 'broken');
  mkdirSync(join(broken, 'native', 'bin'), { recursive: true });
  const attempt = provideBinaries(undefined, join(folder, 'links-2'), join(folder, 'unused'), broken);
  await expect(attempt).rejects.toThrow(EmbeddedPostgresError);
  await expect(attempt).rejects.toThrow(
    `The PostgreSQL program in ${broken}/native could not be started (ENOENT). Install the npm packages again`,
  );
});
