// A loan in equal parts by month, and what may be recorded under an agreement.
import { expect, test } from 'vitest';
import { minor, sum } from '../../lib/money';
import { deedsUnder, inMonths, type Instrument } from '../../office/rooms/agreements/instruments';

test('instalments come to the loan to the fen, month by month, also where a month is short', () => {
  const parts = inMonths(1000_00n, 3, '2027-12-31');
  expect(parts).toEqual([{ due_on: '2027-12-31', amount: '333.34' }, { due_on: '2028-01-31', amount: '333.33' }, { due_on: '2028-02-29', amount: '333.33' }]);
  expect(sum(parts.map(({ amount }) => minor(amount)))).toBe(1000_00n);
  expect([inMonths(1000_00n, 0, '2027-01-01'), inMonths(1000_00n, 1.5, '2027-01-01'), inMonths(2n, 3, '2027-01-01')]).toEqual([[], [], []]);
});

test('only what can be is offered: nothing comes in beyond what was agreed, and a wish decides what goes', () => {
  const loan = (change: Partial<Instrument>) => ({ kind: 'loan', state: 'in_force', left: '0.00', held: '500.00', ...change }) as Instrument;
  expect(deedsUnder(loan({}), null, '0.00')).toEqual(['repay']);
  expect(deedsUnder(loan({ left: '100.00' }), 'waive', '0.00')).toEqual(['receive', 'waive']);
  expect(deedsUnder(loan({ held: '0.00', state: 'settled' }), null, '0.00')).toEqual([]);
  expect(deedsUnder(loan({ kind: 'share_of_sales' }), 'redonate', '3.00')).toEqual(['shareGiven']);
  expect(deedsUnder(loan({ kind: 'share_of_sales' }), null, '0.00')).toEqual([]);
  expect(deedsUnder(loan({ kind: 'training' }), null, '0.00')).toEqual([]);
});
