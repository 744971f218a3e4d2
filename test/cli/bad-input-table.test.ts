/**
 * Goal: the table of bad inputs names tests that exist.
 * Method: each file of test/scenarios/README.md is opened, and each quoted title is looked for in it.
 */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const testFolder = join(import.meta.dirname, '..');

function rows(): { file: string; titles: string[] }[] {
  const found: { file: string; titles: string[] }[] = [];
  for (const line of readFileSync(join(testFolder, 'scenarios', 'README.md'), 'utf8').split('\n')) {
    const cell = line.split('|')[2] ?? '';
    let file = '';
    for (const match of cell.matchAll(/`([\w/-]+\.(?:test|contract)\.ts)`|"([^"]+)"/g)) {
      if (match[1] !== undefined) {
        file = match[1].includes('/') ? match[1] : `scenarios/${match[1]}`;
        found.push({ file, titles: [] });
      } else found.at(-1)?.titles.push(match[2] ?? '');
    }
  }
  return found;
}

/** Titles in the table stand before a reader, those in the code are cut into group, test and row of `each`. */
function wordsOf(title: string): string[] {
  return title
    .replace(/^… /, '')
    .replace(/^ConfigInfo that is (.*)/, '$1')
    .split(/,? \[/)
    .slice(0, 1);
}

describe('the table of bad inputs', () => {
  it.each(rows())('names tests of $file: $titles', ({ file, titles }) => {
    const text = readFileSync(join(testFolder, file), 'utf8');
    for (const title of titles) for (const words of wordsOf(title)) expect(text).toContain(words);
  });
});
