/**
 * Goal: every process tells the version of the installed package, and nothing else states one.
 * Method: the helper against package.json; both composition roots are searched for a version of their own.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readPackageVersion } from '../../../src/adapters/system/package-version.js';

test('is that of package.json', () => {
  const description = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(readPackageVersion()).toBe(description.version);
  for (const root of ['src/main.ts', 'src/executor/main.ts']) {
    const text = readFileSync(root, 'utf8');
    expect([root, /readPackageVersion\(\)/.test(text), /'\d+\.\d+\.\d+'/.test(text)]).toEqual([root, true, false]);
  }
});
