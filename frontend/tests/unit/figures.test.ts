// The figures of a repair: read from wherever they stand, corrected, and put back without touching anything else.
import { expect, test } from 'vitest';
import { adds, corrected, figures, right, same } from '../../office/rooms/repair/figures';

const sale = {
  lines: [
    { name: '玉米', quantity: '2', price: '3.50', grid_id: 'a' },
    { name: '红枣', quantity: '0.255', price: '39.90', shop_discount: { amount: '0.17' } },
  ],
  tenders: [{ means: 'cash', amount: '20.00' }],
};

test('every figure of a sale is found, and change and gift that it may have', () => {
  const at = figures(sale, 'sale').map((figure) => figure.at.join(' '));
  expect(at).toEqual(['lines 0 quantity', 'lines 0 price', 'lines 1 quantity', 'lines 1 price', 'lines 1 shop_discount amount', 'tenders 0 amount', 'change', 'donation']);
  expect(figures({ count: [{ denomination: '0.50', pieces: 3 }], last_seq: 9 }, 'shift_closed').map(({ at, sort, was }) => [at.join(' '), sort, was])).toEqual([['count 0 pieces', 'pieces', '3']]);
  expect(figures({ lines: 'corn' }, 'refund')).toEqual([]);
});

test('only what is corrected changes, and what was not there and stays nothing is not written', () => {
  const all = figures(sale, 'sale');
  const typed = all.map(({ was }) => was || '0.00');
  expect(corrected(sale, all, typed)).toEqual(sale);
  typed[1] = '4.5';
  typed[6] = '0.8';
  const { lines, change, ...rest } = corrected(sale, all, typed) as typeof sale & { change: string };
  expect([lines[0], lines[1], change, rest]).toEqual([{ ...sale.lines[0], price: '4.50' }, sale.lines[1], '0.80', { tenders: sale.tenders }]);
  expect(sale.lines[0]!.price, 'what arrived stays').toBe('3.50');
});

test('due and paid are reckoned as the books do: each line half up', () => {
  // 7.00 + 10.1745 → 10.17 − 0.17
  expect(adds(sale)).toEqual({ due: 17_00n, paid: 20_00n });
  expect(adds({ ...sale, change: '3.00' })).toEqual({ due: 17_00n, paid: 17_00n });
  expect(adds({ ...sale, order_discount: { percent: '10' } }), 'a share of a price is the service’s work').toBeNull();
});

test('what is typed is an amount, a weight or a count', () => {
  expect([right('amount', '12.5'), right('amount', '-1'), right('quantity', '0.255'), right('quantity', '1.2345'), right('pieces', '3'), right('pieces', '0.5')]).toEqual([true, false, true, false, true, false]);
  expect([same({ sort: 'amount', was: '3.50' }, '3.5'), same({ sort: 'amount', was: '' }, '0'), same({ sort: 'pieces', was: '3' }, '4')]).toEqual([true, true, false]);
});
