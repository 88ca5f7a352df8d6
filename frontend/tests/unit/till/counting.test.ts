// A drawer counted by pieces, and what a shift comes to by what lies on the device.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { howMany, MOST_PIECES, onWire, put, total, typed, type Count } from '../../../till/counting/count';
import { WAYS, wayOf } from '../../../till/counting/drafts';
import type { Command } from '../../../till/device/db';
import { PIECES } from '../../../till/order/pieces';
import { drawerOf, reckon } from '../../../till/shift/figures';
import { minor, sum } from '../../../lib/money';

const counts = fc.dictionary(fc.constantFrom(...PIECES.map(({ name }) => name)), fc.nat({ max: MOST_PIECES })) as fc.Arbitrary<Count>;

test('what goes over the wire comes to what the screen shows, each worth once', () => {
  fc.assert(
    fc.property(counts, (count) => {
      const wire = onWire(count);
      expect(sum(wire.map(({ denomination, pieces }) => minor(denomination) * BigInt(pieces)))).toBe(total(count));
      expect(new Set(wire.map(({ denomination }) => denomination)).size).toBe(wire.length);
      expect(wire.reduce((all, { pieces }) => all + pieces, 0)).toBe(howMany(count).notes + howMany(count).coins);
      expect(wire.every(({ pieces }) => pieces > 0)).toBe(true);
    }),
  );
});

test('one more and one less is as before; below nothing and above the most there is nothing', () => {
  fc.assert(
    fc.property(counts, fc.constantFrom(...PIECES), fc.integer(), (count, { name }, to) => {
      const held = put(count, name, to)[name]!;
      expect(held).toBe(Math.min(Math.max(to, 0), MOST_PIECES));
    }),
  );
  expect(total(put(put({}, 'note-100', 3), 'coin-100', 2))).toBe(500n);
  expect(put({}, 'coin-10', Number.NaN)['coin-10']).toBe(0);
});

test.each([['', 0], ['12', 12], ['0012', 12], ['1x2', 12], ['-3', 3], ['123456', 1234]])('typed %j is %d', (text, pieces) => expect(typed(text)).toBe(pieces));

test('every way that money moves is one that the service knows', () => {
  expect(WAYS.map(wayOf)).toEqual([
    { movement: 'pay_in' }, { movement: 'drop' }, { movement: 'pay_out', reason: 'supplies' }, { movement: 'pay_out', reason: 'transport' },
    { movement: 'pay_out', reason: 'repairs' }, { movement: 'pay_out', reason: 'other' },
  ]);
});

const command = (kind: Command['kind'], about: Record<string, unknown>) => ({ kind, about, enrolment: 't/1' }) as unknown as Command;
const sale = (total: bigint, tenders: object[], change = 0n) => command('sale', { total, tenders, change });
const MORNING = [
  command('shift_opened', { float: 10_000n }),
  sale(2350n, [{ means: 'cash', amount: 5000n }], 2650n),
  sale(1800n, [{ means: 'alipay', amount: 1800n }]),
  sale(6450n, [{ means: 'wechat', amount: 6000n }, { means: 'cash', amount: 450n }]),
  command('refund', { paid: 350n, tenders: [{ means: 'cash', amount: 350n }] }),
  command('cash_moved', { way: 'pay_in', amount: 5000n }),
  command('cash_moved', { way: 'drop', amount: 8000n }),
  command('cash_moved', { way: 'supplies', amount: 1250n }),
];

test('a shift comes to what moved in it', () => {
  expect(reckon(MORNING, 't/1')).toEqual({
    number: null, sales: 3, sold: 10_600n, refunds: 1, paidBack: 350n, owners: null, closing: null, isWhole: true,
    tenders: [{ means: 'cash', amount: 2450n }, { means: 'wechat', amount: 6000n }, { means: 'alipay', amount: 1800n }],
    expected: 10_000n + 2350n + 450n - 350n + 5000n - 8000n - 1250n,
  });
});

test('without its opening a shift is not known whole, and a closing that could not be compared is not', () => {
  expect(reckon(MORNING.slice(1), 't/1').isWhole).toBe(false);
  expect(reckon(MORNING, 't/2').isWhole).toBe(false); // let in anew: another device may have sold meanwhile
  expect(reckon([...MORNING, command('shift_closed', { counted: 1n, expected: null })], 't/1').closing).toBeNull();
  expect(reckon([...MORNING, command('shift_closed', { counted: 1n, expected: 2n })], 't/1').closing).toEqual({ counted: 1n, expected: 2n });
});

test('what waits in quarantine lies in the drawer as well', () => {
  const drawer = { expected: '12.50', waiting: '0.50' };
  expect(drawerOf({ drawer } as Parameters<typeof drawerOf>[0])).toBe(1300n);
});
