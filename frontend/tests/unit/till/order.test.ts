import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base, gross, lineTotal, off, percentText, pieces, quantityText, sums, tooMuchOff, type Discount, type Line } from '../../../till/order/cart';
import { KEYS, PRICE, KILOGRAMS, GRAMS, keyOf, press, value, type Limits } from '../../../till/order/keypad';
import { add, counts, discountLine, discountOrder, less, newOrder, round, tap, undo, type Order } from '../../../till/order/order';
import { offInCash, roundedForCash } from '../../../till/order/coins';
import { exactCash, give, saleOf, standing } from '../../../till/order/payment';
import { PIECES, SMALLEST, fewest, likely } from '../../../till/order/pieces';
import { concernsOf } from '../../../till/order/quote.svelte';
import { addVoucher, freshNumber, isVoucherNumber } from '../../../till/order/voucher';
import { Wedge } from '../../../till/order/scanner';
import { minor, sum } from '../../../lib/money';

const corn = { id: 'corn', grid: 'g1', name: '玉米', measure: 'piece' as const, barcode: null, price: 330n, picture: null };
const line = (more: Partial<Line>): Line => ({ key: 'k', grid: 'g', good: 'x', voucher: null, name: '红薯', measure: 'piece', milli: 1000n, price: 100n, ownerDiscount: null, shopDiscount: null, ...more });

const amounts = fc.bigInt({ min: 0n, max: 500_000n });
const percents: fc.Arbitrary<Discount> = fc.bigInt({ min: 0n, max: 100_000_000n }).map((percentE6) => ({ percentE6 }));
const lines = fc.record({ milli: fc.bigInt({ min: 1n, max: 20_000n }), price: amounts, ownerDiscount: fc.option(percents), shopDiscount: fc.option(percents) }).map(line);

test('a weight times its price is rounded half-up once, as the service does', () => {
  // The same figures as domain::money's own test.
  expect([line({ milli: 1250n, price: 880n }), line({ milli: 5n, price: 100n }), line({ milli: 4n, price: 100n })].map(gross)).toEqual([1100n, 1n, 0n]);
});

test('the owner’s discount comes off first, the shop’s off what is left', () => {
  const one = line({ price: 1000n, ownerDiscount: { percentE6: 10_000_000n }, shopDiscount: { amount: 50n } });
  expect([gross(one), base(one), lineTotal(one)]).toEqual([1000n, 900n, 850n]);
});

test('a percentage takes nothing below zero and is half-up', () => {
  fc.assert(fc.property(percents, amounts, (discount, amount) => off(discount, amount) >= 0n && off(discount, amount) <= amount));
  expect(off({ percentE6: 50_000_000n }, 1n)).toBe(1n);
});

test('a basket comes to its lines, less the order’s discount and rounding, with the donation', () => {
  fc.assert(
    fc.property(fc.array(lines, { minLength: 1 }), percents, (all, orderDiscount) => {
      const basket = { lines: all, orderDiscount, roundingOff: 0n, donation: 0n };
      const { total, lines: before, orderDiscount: taken } = sums(basket);
      return total === before - taken && total >= 0n && before === sum(all.map(lineTotal)) && !tooMuchOff(basket);
    }),
  );
});

test('an order’s discount leaves vouchers alone', () => {
  const basket = { lines: [line({ price: 1000n }), line({ voucher: 'A1', grid: null, good: null, price: 5000n })], orderDiscount: { percentE6: 10_000_000n }, roundingOff: 0n, donation: 0n };
  expect(sums(basket)).toEqual({ lines: 6000n, orderDiscount: 100n, total: 5900n });
});

test('more off than there is cannot be', () => {
  expect(tooMuchOff({ lines: [line({ price: 100n, ownerDiscount: { amount: 101n } })], orderDiscount: null, roundingOff: 0n, donation: 0n })).toBe(true);
  expect(tooMuchOff({ lines: [line({ price: 100n })], orderDiscount: { amount: 60n }, roundingOff: 41n, donation: 0n })).toBe(true);
});

test('two taps on a good are one line of two, and its badge says so', () => {
  const order = tap(tap(newOrder(), corn), corn);
  expect(order.lines).toHaveLength(1);
  expect([counts(order).get('corn'), pieces(order), sums(order).total]).toEqual([2n, 2n, 660n]);
});

test('a discounted line takes no more pieces of another price', () => {
  const first = tap(newOrder(), corn);
  const order = tap(discountLine(first, first.lines[0]!.key, 'owner', { amount: 30n }), corn);
  expect(order.lines.map(lineTotal)).toEqual([300n, 330n]);
});

type Act = 'tap' | 'weigh' | 'less' | 'round';
const acts = fc.array(fc.constantFrom<Act>('tap', 'weigh', 'less', 'round'), { maxLength: 9 });
const did = (order: Order, act: Act): Order => {
  if (act === 'tap') return tap(order, corn);
  if (act === 'weigh') return add(order, { grid: 'g1', good: 'apple', name: '苹果', measure: 'kg', milli: 512n, price: 990n });
  if (act === 'round') return round(order, '抹零', { off: 7n });
  return order.lines[0] ? less(order, order.lines[0].key) : order;
};

test('every tap can be taken back, one after the other, to the empty order', () => {
  fc.assert(
    fc.property(acts, (all) => {
      const states = [newOrder()];
      for (const act of all) {
        const next = did(states.at(-1)!, act);
        if (next !== states.at(-1)) states.push(next);
      }
      let order = states.at(-1)!;
      for (const before of states.slice(0, -1).reverse()) {
        order = undo(order);
        expect(order.lines).toEqual(before.lines);
        expect(order.roundingOff).toBe(before.roundingOff);
      }
      expect(undo(order)).toBe(order);
    }),
  );
});

test('what is given, less change, is always the total, also mixed', () => {
  fc.assert(
    fc.property(fc.array(lines, { minLength: 1, maxLength: 5 }), amounts, fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }), (all, byPhone, notes) => {
      let order: Order = { ...newOrder(), lines: all, notes: notes.map((piece) => piece.name) };
      order = give(order, { means: 'wechat', amount: byPhone, voucher: null });
      const at = standing(order);
      if (at.missing > 0n) return;
      const sale = saleOf(order, at.cash);
      expect(sum(sale.tenders.map(({ amount }) => minor(amount))) - (sale.change ? minor(sale.change) : 0n)).toBe(sums(roundedForCash(order)).total);
    }),
  );
});

test('in cash nothing has fen: what is left is rounded off to a coin, the change is whole, and the sale adds up', () => {
  const order = fc.record({
    all: fc.array(lines, { minLength: 1, maxLength: 5 }), byPhone: amounts, notes: fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }),
    rounding: fc.constantFrom<'off' | 'up' | 'none'>('off', 'up', 'none'), by: fc.bigInt({ min: 1n, max: 99n }),
  });
  fc.assert(
    fc.property(order, ({ all, byPhone, notes, rounding, by }) => {
      const before: Order = { ...newOrder(), lines: all, roundingOff: rounding === 'off' ? by : 0n, donation: rounding === 'up' ? by : 0n, notes: notes.map((piece) => piece.name) };
      fc.pre(!tooMuchOff(before) && sums(before).total > 0n);
      const paid = give(before, { means: 'wechat', amount: byPhone, voucher: null });
      const at = standing(paid);
      expect([exactCash(paid) % 10n, at.missing % 10n, at.change % 10n]).toEqual([0n, 0n, 0n]);
      expect(offInCash(paid) > -10n && offInCash(paid) < 10n).toBe(true);
      const settled = roundedForCash(paid);
      expect(settled.roundingOff >= 0n && settled.roundingOff < 100n && settled.donation >= 0n && (settled.roundingOff === 0n || settled.donation === 0n)).toBe(true);
      expect(roundedForCash(settled)).toBe(settled);
      if (at.missing > 0n) return;
      const sale = saleOf(paid, at.cash);
      expect(sum(sale.tenders.map(({ amount }) => minor(amount))) - minor(sale.change ?? '0.00')).toBe(sums(settled).total);
      expect(tooMuchOff(settled)).toBe(false);
    }),
  );
});

test('4.48 is 4.40 in cash, and 4.48 again by phone', () => {
  const order = { ...newOrder(), lines: [line({ price: 448n })] };
  expect([exactCash(order), offInCash(order), standing(order, 0n).open]).toEqual([440n, 8n, 448n]);
  expect(saleOf(order, 500n)).toMatchObject({ rounding_off: '0.08', tenders: [{ means: 'cash', amount: '5.00' }], change: '0.60' });
  const byPhone = give(order, { means: 'wechat', amount: 448n, voucher: null });
  expect([standing(byPhone).open, offInCash(byPhone)]).toEqual([0n, 0n]);
  expect(saleOf(byPhone, 0n).rounding_off).toBeUndefined();
  const partly = give(order, { means: 'wechat', amount: 205n, voucher: null });
  expect([exactCash(partly), offInCash(partly)]).toEqual([240n, 3n]);
});

test('what somebody chose goes before what is rounded by itself', () => {
  const order = { ...newOrder(), lines: [line({ price: 448n })] };
  expect(offInCash({ ...order, donation: 52n })).toBe(0n); // 5.00
  expect(roundedForCash({ ...order, donation: 55n })).toMatchObject({ donation: 52n, roundingOff: 0n });
  expect(roundedForCash({ ...order, roundingOff: 5n })).toMatchObject({ roundingOff: 8n });
  expect(roundedForCash({ ...order, roundingOff: 95n })).toMatchObject({ roundingOff: 98n });
  expect(roundedForCash({ ...order, lines: [line({ price: 444n })], roundingOff: 97n })).toMatchObject({ roundingOff: 94n }); // 3.47: not 1.04 off, 3.50
  const voucher = addVoucher(newOrder(), '代金券', 'A1', 448n);
  expect(roundedForCash(voucher)).toBe(voucher);
});

test('nothing but cash is ever given back', () => {
  const order = give(tap(newOrder(), corn), { means: 'voucher', amount: 5000n, voucher: 'V-1' });
  expect(order.given).toEqual([{ means: 'voucher', amount: 330n, voucher: 'V-1' }]);
  expect([exactCash(order), standing(order).change]).toEqual([0n, 0n]);
});

test('quantities and percentages are written without noughts that say nothing', () => {
  expect([1000n, 1250n, 5n, 12_000n].map(quantityText)).toEqual(['1', '1.25', '0.005', '12']);
  expect([12_500_000n, 10_000_000n].map(percentText)).toEqual(['12.5', '10']);
});

/** The fewest for every amount up to this, by trying everything. */
function fewestByTrying(most: number): number[] {
  const best = [0];
  const values = [10000, 5000, 2000, 1000, 500, 100, 50, 10].map((fen) => fen / 10);
  for (let at = 1; at <= most; at++) best[at] = 1 + Math.min(...values.filter((worthOf) => worthOf <= at).map((worthOf) => best[at - worthOf]!));
  return best;
}

test('change is the fewest notes and coins there can be', () => {
  const wrong = fewestByTrying(2100).flatMap((best, jiao) => {
    const { pieces: given, rest } = fewest(BigInt(jiao) * 10n);
    return rest === 0n && given.reduce((count, one) => count + one.count, 0) === best ? [] : [jiao];
  });
  expect(wrong).toEqual([]);
});

test('change comes to its amount, and what no coin can pay is named', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      const { pieces: given, rest } = fewest(amount);
      expect(sum(given.map(({ piece, count }) => piece.value * BigInt(count))) + rest).toBe(amount);
      expect(rest < SMALLEST).toBe(true);
    }),
  );
});

test('whatever it comes to, people are offered round sums above it, of no more notes than it takes', () => {
  const notes = (pieces: { piece: { value: bigint }; count: number }[]): bigint[] => pieces.flatMap(({ piece, count }) => Array<bigint>(count).fill(piece.value));
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 2_000_000n }), (amount) => {
      const choices = likely(amount, 2);
      for (const { value: given, pieces } of choices) {
        expect(given > amount && sum(notes(pieces)) === given).toBe(true);
        expect(notes(pieces).every((note) => given - note < amount)).toBe(true);
      }
      const values = choices.map(({ value: given }) => given);
      expect(values).toEqual([...values].sort((a, b) => (a < b ? -1 : 1)));
      if (amount % 10_000n !== 0n) expect(values.length).toBeGreaterThanOrEqual(1);
    }),
  );
  const sums = (amount: bigint): bigint[] => likely(amount, 2).map(({ value: given }) => given);
  expect(sums(2350n)).toEqual([5000n, 10_000n]);
  expect(sums(500n)).toEqual([1000n, 2000n]);
  expect(sums(23_500n)).toEqual([25_000n, 30_000n]);
  expect(sums(123_400n)).toEqual([125_000n, 130_000n]);
  expect(sums(15_000n)).toEqual([20_000n]);
  expect(likely(23_500n, 1)[0]!.pieces.map(({ piece, count }) => [piece.name, count])).toEqual([['note-10000', 2], ['note-5000', 1]]);
});

test('a voucher is sold whole, once in an order, and its number says nothing', () => {
  const order = addVoucher(newOrder(), '代金券', '7KQM2-XWD4P', 5000n);
  expect(addVoucher(order, '代金券', '7KQM2-XWD4P', 2000n)).toBe(order);
  expect(saleOf(order, 5000n).lines).toEqual([{ voucher: '7KQM2-XWD4P', name: '代金券', measure: 'piece', quantity: '1', price: '50.00' }]);
  expect(sums(discountOrder(order, '', { percentE6: 10_000_000n })).total).toBe(5000n);
  const numbers = new Set(Array.from({ length: 200 }, () => freshNumber()));
  expect(numbers.size).toBe(200);
  expect([...numbers].every((number) => isVoucherNumber(number) && /^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/.test(number))).toBe(true);
});

const limits = fc.constantFrom<Limits>(PRICE, KILOGRAMS, GRAMS);

test('whatever is pressed, a keypad shows a figure within its limits', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...KEYS), { maxLength: 20 }), limits, (keys, within) => {
      const text = keys.reduce((before, key) => press(before, key, within), '');
      expect(text).toMatch(/^$|^(0|[1-9]\d*)(\.\d*)?$/);
      expect(value(text, within) < 10n ** BigInt(within.whole + within.decimals)).toBe(true);
    }),
  );
});

test('8 . 5 is eight yuan fifty', () => {
  expect(value(['8', '.', '5'].reduce((text, key) => press(text, keyOf(key)!, PRICE), ''), PRICE)).toBe(850n);
});

test('a scanner is quick and ends with Enter; a person is not taken for one', () => {
  const typed = (gap: number, text = '6901234567892') => {
    const wedge = new Wedge();
    let at = 0;
    for (const letter of text) wedge.key(letter, (at += gap));
    return wedge.key('Enter', at + gap);
  };
  expect(typed(8)).toBe('6901234567892');
  expect(typed(120)).toBeNull();
  expect(typed(8, '12')).toBeNull();
  expect(typed(60, '123.50')).toBeNull();
});

test('what a person typed before a scan is no part of the code', () => {
  const wedge = new Wedge();
  wedge.key('a', 0);
  wedge.key('b', 300);
  for (const [i, letter] of [...'69012345'].entries()) wedge.key(letter, 1000 + 5 * i);
  expect(wedge.key('Enter', 1042)).toBe('69012345');
});

const quoted = (more: object) => ({ total: '3.30', lines: [{ list_price: '3.30', gross: '3.30', base: '3.30', borne_by_shop: '0.00', to_pay: '3.30' }], warnings: [], ...more }) as Parameters<typeof concernsOf>[1];

test('a quote that agrees says nothing', () => {
  expect(concernsOf(tap(newOrder(), corn), quoted({}))).toEqual([]);
});

test('another price in the office, another total, and what would be looked at are told', () => {
  const warnings = [{ kind: 'no_agreement', line: 1, amount: '3.30', detail: '无', detail_en: 'none' }];
  const told = concernsOf(tap(newOrder(), corn), quoted({ total: '3.00', lines: [{ list_price: '3.00' }], warnings }));
  expect(told).toEqual([
    { is: 'total', total: 300n },
    { is: 'price', name: '玉米', listed: 300n },
    { is: 'task', name: '玉米', kind: 'no_agreement', amount: 330n, zh: '无', en: 'none' },
  ]);
});

test('nobody’s goods are no unknown stall', () => {
  const order = add(newOrder(), { grid: null, good: null, name: '散货', measure: 'piece', milli: 1000n, price: 330n });
  const warnings = [{ kind: 'unknown_grid', line: 1, amount: '3.30', detail: '', detail_en: '' }];
  expect(concernsOf(order, quoted({ warnings })).map((concern) => concern.is === 'task' && concern.kind)).toEqual(['nobodys']);
});
