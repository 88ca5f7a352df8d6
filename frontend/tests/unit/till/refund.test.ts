// What a refund pays is what the service reckons, whatever comes back in bits.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, asItWasPaid, coming, inCoins, leftMilli, spread, type Returnable } from '../../../till/refund/arithmetic';
import { amountOf, begin, dueOf, newVoucher, refundOf, tendersOf, type Refunding } from '../../../till/refund/draft';
import { receiptCode } from '../../../till/refund/find';
import { together, type Listed } from '../../../till/refund/listed';
import { due, everything, fromDevice, fromService, isWhole, less, milliOf, over, pick, type Purchase } from '../../../till/refund/purchase';
import type { Schemas } from '../../../lib/api/client';
import type { Command } from '../../../till/device/db';
import { sum } from '../../../lib/money';

const returnable = (more: Partial<Returnable>): Returnable => ({
  line: 1, name: '豆浆', good: null, measure: 'piece', milli: 3000n, base: 1000n, borne: 0n, returnedMilli: 0n, returned: 0n, returnedBorne: 0n, ...more,
});

const lines = fc
  .record({ pieces: fc.bigInt({ min: 1n, max: 40n }), base: fc.bigInt({ min: 0n, max: 1_000_000n }), share: fc.bigInt({ min: 0n, max: 100n }), kilo: fc.boolean() })
  .map(({ pieces, base, share, kilo }) => returnable({ milli: kilo ? pieces * 37n : pieces * 1000n, measure: kilo ? 'kg' : 'piece', base, borne: (base * share) / 100n }));

test('whatever comes back in bits ends at exactly what was paid', () => {
  fc.assert(
    fc.property(lines, fc.array(fc.bigInt({ min: 1n, max: 5000n }), { maxLength: 12 }), (sold, bits) => {
      let line = sold;
      let paid = 0n;
      for (const bit of [...bits, sold.milli]) {
        const { pays, amount, borne } = coming(line, bit);
        expect(pays >= 0n && amount >= 0n && borne >= 0n).toBe(true);
        paid += pays;
        line = after(line, bit);
      }
      expect(paid).toBe(sold.base - sold.borne);
      expect(leftMilli(line)).toBe(0n);
      expect(coming(line, 1000n)).toEqual({ amount: 0n, borne: 0n, pays: 0n });
    }),
  );
});

// 10.00 for three: a third is 3.33, two are 6.67 (half up, once, in all), so the second gives 3.34.
test('the parts follow the sum, not each other', () => {
  const one = after(returnable({}), 1000n);
  expect([coming(returnable({}), 1000n).pays, coming(one, 1000n).pays, coming(after(one, 1000n), 1000n).pays]).toEqual([333n, 334n, 333n]);
});

// E27 of the domain's story: a line of 8.88 with 0.08 borne by the shop comes back in two halves.
test('what the shop bore comes back to the shop step by step', () => {
  const line = returnable({ milli: 2000n, base: 888n, borne: 8n });
  expect(coming(line, 1000n)).toEqual({ amount: 444n, borne: 4n, pays: 440n });
  expect(coming(after(line, 1000n), 1000n)).toEqual({ amount: 444n, borne: 4n, pays: 440n });
});

test('an amount is spread by weight to the last fen', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 0n, max: 100_000n }), { minLength: 1, maxLength: 12 }), fc.bigInt({ min: 0n, max: 100n }), (weights, share) => {
      const amount = (sum(weights) * share) / 100n;
      const parts = spread(amount, weights);
      expect(sum(parts)).toBe(amount);
      parts.forEach((part, at) => expect(part >= 0n && part <= weights[at]!).toBe(true));
    }),
  );
  expect(spread(1n, [5n, 5n])).toEqual([1n, 0n]);
});

test('it goes back as it was paid, cash first, and what is beyond in cash', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10_000n }), fc.bigInt({ min: 1n, max: 5000n }), fc.bigInt({ min: 1n, max: 5000n }), (amount, cash, wechat) => {
      const back = asItWasPaid(amount, [{ means: 'wechat', amount: wechat }, { means: 'cash', amount: cash }]);
      expect(sum(back.map((tender) => tender.amount))).toBe(amount);
      expect(new Set(back.map(({ means }) => means)).size).toBe(back.length);
    }),
  );
  expect(asItWasPaid(700n, [{ means: 'wechat', amount: 500n }, { means: 'cash', amount: 300n }])).toEqual([{ means: 'cash', amount: 300n }, { means: 'wechat', amount: 400n }]);
  expect(asItWasPaid(700n, [{ means: 'wechat', amount: 500n }])).toEqual([{ means: 'wechat', amount: 500n }, { means: 'cash', amount: 200n }]);
});

test('cash comes back in coins, piece by piece, and in the end it is what was paid', () => {
  const pieces = fc.array(fc.record({ milli: fc.bigInt({ min: 1n, max: 9n }).map((many) => many * 1000n), base: fc.bigInt({ min: 0n, max: 9999n }) }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(pieces, fc.infiniteStream(fc.nat()), (sold, chance) => {
      const worth = sum(sold.map(({ base }) => base));
      const borne = spread(worth % 10n, sold.map(({ base }) => base));
      let purchase: Purchase = {
        id: 's', at: 0, receiptToken: null, shift: 'old', donation: 0n, refundedBefore: false, paid: [{ means: 'cash', amount: worth - (worth % 10n) }],
        lines: sold.map(({ milli, base }, at) => returnable({ line: at + 1, milli, base, borne: borne[at]! })),
      };
      let back = 0n;
      while (purchase.lines.some((line) => leftMilli(line) > 0n)) {
        const left = purchase.lines.filter((line) => leftMilli(line) > 0n);
        const line = left[chance.next().value! % left.length]!;
        const refunding: Refunding = { ...begin('r'), purchase, picked: [{ line: line.line, milli: 1000n }] };
        const tenders = tendersOf(refunding, 'now');
        expect(tenders.every(({ amount }) => amount % 10n === 0n)).toBe(true);
        const more = amountOf(refunding, 'now') - dueOf(refunding, 'now');
        expect(more > -10n && more < 10n).toBe(true);
        back += amountOf(refunding, 'now');
        purchase = less(purchase, [{ sale: 's', approved: true, lines: [{ line: line.line, milli: 1000n }], paid: back, tenders }]);
        expect(over(purchase) > -10n && over(purchase) < 10n).toBe(true);
      }
      expect(back).toBe(worth - (worth % 10n));
    }),
  );
  expect(inCoins([{ means: 'wechat', amount: 147n }], 0n)).toEqual([{ means: 'wechat', amount: 147n }]);
});

const BODY = {
  lines: [
    { grid_id: 'g', good_id: 'a', name: '豆浆', measure: 'piece', quantity: '2', price: '3.00' },
    { grid_id: 'g', good_id: 'b', name: '苹果', measure: 'kg', quantity: '0.500', price: '9.80', owner_discount: { percent: '10' } },
  ],
  order_discount: { amount: '1.00' },
  rounding_off: '0.41',
  donation: '0.50',
  tenders: [{ means: 'wechat', amount: '5.00' }, { means: 'cash', amount: '10.00' }],
  change: '5.50',
};
const here = { id: 's', at: 0, shift: 'today', bytes: new TextEncoder().encode(JSON.stringify({ actor: 'p', seq: 2, body: BODY, receipt_token: 'x'.repeat(22) })) } as unknown as Command;
const told = (line: number, more: Partial<Schemas['SoldLineView']>) =>
  ({ line, name: '', measure: 'piece', quantity: '1', price: '1.00', gross: '1.00', owner_discount: '0.00', base: '1.00', shop_discount: '0.00', rounding: '0.00', returned: '0.00', returned_quantity: '0', left_quantity: '1', left: '1.00', parts: [], ...more }) as Schemas['SoldLineView'];

test('a sale that lies here comes back whole for what was paid', () => {
  const purchase = fromDevice(here);
  expect(purchase.paid).toEqual([{ means: 'wechat', amount: 500n }, { means: 'cash', amount: 450n }]);
  const all = everything(purchase);
  expect(isWhole(purchase, all, 'today')).toBe(true);
  expect(due(purchase, all, 'today')).toBe(950n); // 6.00 + 4.41 − 1.00 − 0.41 + 0.50
  expect(due(purchase, all, 'another day')).toBe(900n); // what was given away stays given
  expect(isWhole(purchase, pick(all, purchase.lines[0]!, 1000n), 'today')).toBe(false);
});

test('what this device knows to be back is back, whoever does not know it', () => {
  const purchase = less(fromDevice(here), [{ sale: 's', approved: false, lines: [{ line: 1, milli: 1000n }], paid: 270n, tenders: [{ means: 'cash', amount: 270n }] }]);
  expect(leftMilli(purchase.lines[0]!)).toBe(1000n);
  expect(purchase.refundedBefore).toBe(true);
  expect(purchase.paid).toContainEqual({ means: 'cash', amount: 180n });
  expect(pick([], purchase.lines[0]!, 9000n)).toEqual([{ line: 1, milli: 1000n }]);
});

test('the service’s word on what is left is taken as it stands', () => {
  const view = {
    id: 's', occurred_at: '2026-06-30T01:00:00Z', shift_id: 'today', receipt_token: null, donation: '0.00', change: '0.00', refund_ids: ['r'],
    tenders: [{ means: 'cash', amount: '8.80' }],
    lines: [told(1, { quantity: '2', base: '8.88', shop_discount: '0.05', rounding: '0.03', returned: '4.44', returned_quantity: '1', left_quantity: '1', left: '4.40' })],
  } as unknown as Schemas['SaleView'];
  const before = [{ tenders: [{ means: 'cash', amount: '4.40' }] }] as Schemas['RefundView'][];
  const purchase = fromService(view, before);
  expect(purchase.lines[0]).toMatchObject({ base: 888n, borne: 8n, returned: 444n, returnedBorne: 4n, milli: 2000n, returnedMilli: 1000n });
  expect(purchase.paid).toEqual([{ means: 'cash', amount: 440n }]);
  expect(due(purchase, everything(purchase), 'today')).toBe(440n);
});

const refunding = (more: Partial<Refunding>): Refunding => ({ ...begin('01a212d5-5170-71e5-9e65-21d2b458dd97'), ...more });

test('the fact says the lines, the money and why', () => {
  const purchase: Purchase = fromDevice(here);
  const some = refunding({ purchase, picked: [{ line: 2, milli: 250n }], reason: 'broken' });
  // 1.92 are due, and there is no coin of 2 fen.
  expect([coming(purchase.lines[1]!, 250n).pays, dueOf(some, 'today'), amountOf(some, 'today')]).toEqual([192n, 192n, 200n]);
  expect(refundOf(some, 'today')).toEqual({ sale_id: 's', lines: [{ line: 2, quantity: '0.25' }], tenders: [{ means: 'cash', amount: '2.00' }], reason: 'broken' });
  expect(refundOf({ ...some, picked: everything(purchase) }, 'today')).toMatchObject({ sale_id: 's', whole_sale: true });
  expect(tendersOf({ ...some, picked: everything(purchase), inCash: true }, 'today')).toEqual([{ means: 'cash', amount: 950n }]);
});

test('without a sale it is so much in cash', () => {
  const some = refunding({ typed: '8.5', reason: 'other' });
  expect(amountOf(some, null)).toBe(850n);
  expect(refundOf(some, null)).toEqual({ tenders: [{ means: 'cash', amount: '8.50' }], reason: 'other' });
});

// As src/store/refunds.rs makes it of the same id: its last seven bytes.
test('a new voucher’s number follows from the refund', () => {
  expect(newVoucher('01a212d5-5170-71e5-9e65-21d2b458dd97')).toBe('R6521D2B458DD97');
});

test.each([
  ['https://gezi.example/r/hexie/AbCdEfGhIjKlMnOpQrStUv', 'AbCdEfGhIjKlMnOpQrStUv'],
  [' 1-0042 ', '1-0042'],
  ['AbCdEfGhIjKlMnOpQrStUv?from=qr', 'AbCdEfGhIjKlMnOpQrStUv'],
])('a customer shows %j', (text, code) => expect(receiptCode(text)).toBe(code));

test.each([['2', 2000n], ['0.5', 500n], ['1.005', 1005n], ['', 0n], ['.5', 500n]])('%j is %s thousandths', (text, milli) => expect(milliOf(text)).toBe(milli));

test('a list has each sale once, the latest first, and says what came back by whoever knows', () => {
  const sale = (id: string, at: number, touched = false): Listed => ({ id, at, goods: [{ name: '花', good: at > 1 ? 'g' : null }], means: ['cash'], total: 500n, touched });
  const all = together([sale('both', 2), sale('here', 3)], [sale('there', 1), sale('both', 2, true)]);
  expect(all.map(({ id, touched }) => `${id} ${touched}`)).toEqual(['here false', 'both true', 'there false']);
});
