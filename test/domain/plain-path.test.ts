// Goal: a path that passes can never leave its location or surprise a shell or a file system.
// Method: a table of good and hostile paths.
import { expect, test } from '@jest/globals';
import { isPlainRelativePath } from '../../src/domain/plain-path.js';

test.each([
  ['a', true],
  ['a/b c/d..e', true],
  ['ü/日本', true],
  ['x'.repeat(255), true],
  ['x'.repeat(256), false],
  [`${'x/'.repeat(499)}xxx`, false],
  ['', false],
  ['/', false],
  ['/etc/passwd', false],
  ['a//b', false],
  ['a/', false],
  ['.', false],
  ['a/./b', false],
  ['..', false],
  ['a/../b', false],
  ['a\\b', false],
  ['a\u0000b', false],
  ['a\nb', false],
  ['a\u007fb', false],
])('%j is plain: %s', (path, expected) => {
  expect(isPlainRelativePath(path)).toBe(expected);
});
