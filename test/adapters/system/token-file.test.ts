/**
 * Goal: the first token is written once, for its owner only, and never lost or left behind by a crash between writing
 * and activating.
 * Method: prepared tokens that activate, do not, or fail, in a temporary folder; look at what lies there afterwards.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { provideFirstTokenFile } from '../../../src/adapters/system/token-file.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reinstate-token-'));
  path = join(folder, 'admin.token');
});
afterEach(() => rmSync(folder, { recursive: true }));

const never = () => Promise.reject(new Error('nobody may ask'));
const prepared = (text: string, activate: () => Promise<boolean>) => () => ({ text, activate });

describe('the first token', () => {
  it('stands in a file of mode 600 once it is valid', async () => {
    const seen: string[][] = [];
    const activate = async () => {
      seen.push(readdirSync(folder));
      return true;
    };
    expect(await provideFirstTokenFile(path, prepared('rst_a', activate), never)).toBe(true);
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['rst_a\n', 0o600]);
    expect([seen, readdirSync(folder)]).toEqual([[['admin.token.draft']], ['admin.token']]);
  });

  it('is not made a second time, and the file of the first stays', async () => {
    writeFileSync(path, 'rst_first\n', { mode: 0o600 });
    expect(
      await provideFirstTokenFile(
        path,
        prepared('rst_b', async () => false),
        never,
      ),
    ).toBe(false);
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['rst_first\n', ['admin.token']]);
  });

  it('takes the place of a file that belongs to a catalog that is gone', async () => {
    writeFileSync(path, 'rst_old\n', { mode: 0o600 });
    expect(
      await provideFirstTokenFile(
        path,
        prepared('rst_new', async () => true),
        never,
      ),
    ).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('rst_new\n');
  });

  it('is rescued when the process ended right after it became valid', async () => {
    const crash = prepared('rst_c', async () => {
      throw new Error('killed here');
    });
    await expect(provideFirstTokenFile(path, crash, never)).rejects.toThrow('killed here');
    const asked: string[] = [];
    const isValid = async (text: string) => {
      asked.push(text);
      return true;
    };
    expect(
      await provideFirstTokenFile(
        path,
        prepared('rst_unused', async () => false),
        isValid,
      ),
    ).toBe(true);
    expect([asked, readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual([['rst_c'], 'rst_c\n', ['admin.token']]);
  });

  it('leaves no draft of a token that never became valid', async () => {
    writeFileSync(`${path}.draft`, 'rst_d\n', { mode: 0o600 });
    const isValid = async () => false;
    expect(
      await provideFirstTokenFile(
        path,
        prepared('rst_e', async () => true),
        isValid,
      ),
    ).toBe(true);
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['rst_e\n', ['admin.token']]);
  });
});
