import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scale } from '../../lib/chart';

test('a scale has a few round steps, and the highest bar fits', () => {
  expect(scale(9540n)).toEqual([0n, 5000n, 10000n]);
  expect(scale(40n)).toEqual([0n, 100n]);
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), (most) => {
      const ticks = scale(most);
      const step = ticks[1]!;
      return ticks.length >= 2 && ticks.length <= 5 && ticks.at(-1)! >= most && ticks.at(-1)! < most + step && /^[125]0+$/.test(String(step)) && step % 100n === 0n;
    }),
  );
});
