import { expect, test } from 'vitest';
import { uuid7 } from '../../lib/uuid7';

test('the time comes first, then chance, and the version is where RFC 9562 has it', () => {
  expect(uuid7(0x017f22e279b0, Uint8Array.of(0xff, 0xff, 0xff, 1, 2, 3, 4, 5, 6, 7))).toBe('017f22e2-79b0-7fff-bf01-020304050607');
});

test('a later one sorts after an earlier one', () => {
  expect(uuid7(1000) < uuid7(1001)).toBe(true);
});
