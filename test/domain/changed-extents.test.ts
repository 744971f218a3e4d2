// Goal: extents come back from their packed form as they went in, and other bytes are refused.
// Method: lists drawn at random (seed printed), the limits of both numbers, and lengths that no list has.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { packExtents, unpackExtents } from '../../src/domain/changed-extents.js';
import { propertySettings } from '../support/property-settings.js';

const number = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

test('any list survives packing, in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ offsetBytes: number, lengthBytes: number })), (extents) => {
      const packed = packExtents(extents);
      expect(packed.byteLength).toBe(extents.length * 16);
      expect(unpackExtents(packed)).toEqual(extents);
    }),
    propertySettings(),
  );
});

test('the packed form is the documented one', () => {
  const packed = packExtents([{ offsetBytes: 0x0102, lengthBytes: 2 ** 40 + 1 }]);
  expect(Buffer.from(packed).toString('hex')).toBe('02010000000000000100000000010000');
});

test('a part of a larger buffer is read from where it begins', () => {
  const packed = packExtents([{ offsetBytes: 512, lengthBytes: 4096 }]);
  const larger = Buffer.concat([Buffer.alloc(3), packed]);
  expect(unpackExtents(larger.subarray(3))).toEqual([{ offsetBytes: 512, lengthBytes: 4096 }]);
});

test('half an extent is refused', () => {
  expect(() => unpackExtents(new Uint8Array(17))).toThrow('17 bytes hold no whole extents');
});
