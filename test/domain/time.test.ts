// Goal: moments travel as text that sorts, and what is not a moment is never taken for one.
// Method: tables with the edges of the calendar.
import { expect, test } from '@jest/globals';
import { addSeconds, isUtcText, secondsBetween, utcMilliseconds } from '../../src/domain/time.js';

test.each([
  ['2026-05-04T03:02:01.000Z', true],
  ['2024-02-29T00:00:00.000Z', true],
  ['2026-02-29T00:00:00.000Z', false],
  ['2026-05-04T24:00:00.000Z', false],
  ['2026-05-04T03:02:01Z', false],
  ['2026-05-04T03:02:01.000+02:00', false],
  ['2026-05-04 03:02:01.000Z', false],
  ['', false],
])('%s is a moment: %s', (text, expected) => {
  expect(isUtcText(text)).toBe(expected);
});

test('seconds are added across the end of a year', () => {
  expect(addSeconds('2026-12-31T23:59:59.500Z', 1)).toBe('2027-01-01T00:00:00.500Z');
});

test('an interval that begins or ends at no moment is no number, which no comparison finds good', () => {
  expect(secondsBetween('2026-05-04T03:00:00.000Z', '2026-05-04T03:00:01.500Z')).toBe(1.5);
  expect(secondsBetween('yesterday', '2026-05-04T03:00:01.500Z')).toBeNaN();
  expect(utcMilliseconds('2026-02-30T00:00:00.000Z')).toBeNaN();
});
