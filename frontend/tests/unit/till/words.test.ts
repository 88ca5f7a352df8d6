import fc from 'fast-check';
import { expect, test } from 'vitest';
import english from '../../../till/messages/en';
import { roundings } from '../../../till/order/rounding';
import { spokenChinese, spokenEnglish } from '../../../till/order/spoken';
import { screenFor } from '../../../till/screens';

test('an amount is said as people say it', () => {
  const said = [2650n, 1200n, 50n, 5n, 10_500n, 21_000n, 1_000_005n, 10_005n, 0n, 100_000n, 11_000_000n].map(spokenChinese);
  expect(said).toEqual(['二十六元五角', '十二元', '五角', '五分', '一百零五元', '二百一十元', '一万元零五分', '一百元零五分', '零元', '一千元', '十一万元']);
  expect([2650n, 1200n, 5n].map(spokenEnglish)).toEqual(['26 yuan 50', '12 yuan', '0 yuan 05']);
});

test('no two amounts are said alike', () => {
  const amounts = fc.bigInt({ min: 0n, max: 10_000_000n });
  fc.assert(fc.property(amounts, amounts, (one, other) => one === other || spokenChinese(one) !== spokenChinese(other)));
});

test('a round sum is offered below the limit only, and is what it says', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 100_000n }), (total) =>
      roundings(total, 100n).every(({ off, up, total: to }) => (off === 0n || up === 0n) && off + up > 0n && off + up < 100n && to === total - off + up && to % 10n === 0n),
    ),
  );
  expect(roundings(2350n, 100n)).toEqual([{ off: 50n, up: 0n, total: 2300n }, { off: 0n, up: 50n, total: 2400n }]);
  expect(roundings(2300n, 100n)).toEqual([]);
});

const shift = { id: 's', openedAt: 0 };
test.each([
  [{ enrolled: false, seller: null, shift: null, wanted: 'pay' }, 'enrol'],
  [{ enrolled: true, seller: null, shift, wanted: 'pay' }, 'who'],
  [{ enrolled: true, seller: 'p', shift: null, wanted: 'sell' }, 'open'],
  [{ enrolled: true, seller: 'p', shift: null, wanted: 'help' }, 'help'],
  [{ enrolled: true, seller: 'p', shift, wanted: 'open' }, 'sell'],
  [{ enrolled: true, seller: 'p', shift, wanted: 'change' }, 'change'],
] as const)('%o stands at %s', (standing, screen) => {
  expect(screenFor(standing)).toBe(screen);
});

test('an English apostrophe is the plain one: the curly one is as wide as a character in the till\'s font', () => {
  const said = (words: object): string[] => Object.values(words).flatMap((word) => (typeof word === 'string' || typeof word === 'function' ? [String(word)] : said(word as object)));
  expect(said(english).filter((word) => /[‘’]/.test(word))).toEqual([]);
});
