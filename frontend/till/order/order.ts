// The order that is being rung up. Every step makes a new one: what was before is there to go back to.
import { uuid7 } from '../../lib/uuid7';
import type { Minor } from '../../lib/money';
import { receiptToken } from '../device/envelope';
import type { Good } from '../device/shop';
import type { PieceName } from './pieces';
import { PIECE, quantityText, type Basket, type Discount, type Line } from './cart';

export type Means = 'cash' | 'wechat' | 'alipay' | 'voucher';

/** What was given besides cash, and so far. */
export interface Given {
  means: Exclude<Means, 'cash'>;
  amount: Minor;
  voucher: string | null;
}

/** One tap that can be taken back. */
export interface Step {
  name: string;
  /** Shown behind the name: "+1", "−1". */
  what: string;
  before: Basket;
}

export interface Order extends Basket {
  /** Also the sale's id: an order that is paid twice by mistake is one sale. */
  id: string;
  receiptToken: string;
  steps: Step[];
  /** Notes and coins that were tapped. */
  notes: PieceName[];
  given: Given[];
}

/** As many taps can be taken back. */
const STEPS = 9;
const MOST_LINES = 200;

export const newOrder = (): Order => ({
  id: uuid7(), receiptToken: receiptToken(), lines: [], orderDiscount: null, roundingOff: 0n, donation: 0n, steps: [], notes: [], given: [],
});

const basketOf = ({ lines, orderDiscount, roundingOff, donation }: Basket): Basket => ({ lines, orderDiscount, roundingOff, donation });

function step(order: Order, name: string, what: string, change: Partial<Basket>): Order {
  const steps = [...order.steps, { name, what, before: basketOf(order) }].slice(-STEPS);
  return { ...order, ...change, steps };
}

/** Whether two lines may be one: everything but how many. */
const isSame = (line: Line, good: Good): boolean =>
  line.good === good.id && line.measure === 'piece' && line.price === good.price && !line.ownerDiscount && !line.shopDiscount;

export const isFull = (order: Basket): boolean => order.lines.length >= MOST_LINES;

/** One more of a good that is sold by the piece and has a price. */
export function tap(order: Order, good: Good & { price: Minor }): Order {
  const at = order.lines.findIndex((line) => isSame(line, good));
  if (at >= 0) {
    const line = order.lines[at]!;
    return step(order, good.name, '+1', { lines: order.lines.with(at, { ...line, milli: line.milli + PIECE }) });
  }
  return add(order, { grid: good.grid, good: good.id, name: good.name, measure: 'piece', milli: PIECE, price: good.price });
}

/** A line of its own: goods without a label, by weight, or a voucher. */
export function add(order: Order, line: Pick<Line, 'grid' | 'good' | 'name' | 'measure' | 'milli' | 'price'> & { voucher?: string }): Order {
  if (isFull(order)) return order;
  const whole: Line = { voucher: null, ownerDiscount: null, shopDiscount: null, ...line, key: uuid7() };
  const what = line.measure === 'kg' ? `+${quantityText(line.milli)} kg` : '+1';
  return step(order, line.name, what, { lines: [...order.lines, whole] });
}

/** One piece less; a weighed line goes as it came. */
export function less(order: Order, key: string): Order {
  const at = order.lines.findIndex((line) => line.key === key);
  if (at < 0) return order;
  const line = order.lines[at]!;
  if (line.measure === 'kg' || line.milli <= PIECE) return step(order, line.name, '−1', { lines: order.lines.toSpliced(at, 1) });
  return step(order, line.name, '−1', { lines: order.lines.with(at, { ...line, milli: line.milli - PIECE }) });
}

export function discountLine(order: Order, key: string, by: 'owner' | 'shop', discount: Discount | null): Order {
  const at = order.lines.findIndex((line) => line.key === key);
  if (at < 0) return order;
  const line = order.lines[at]!;
  const changed = by === 'owner' ? { ...line, ownerDiscount: discount } : { ...line, shopDiscount: discount };
  return step(order, line.name, '%', { lines: order.lines.with(at, changed) });
}

export const discountOrder = (order: Order, name: string, discount: Discount | null): Order => step(order, name, '%', { orderDiscount: discount });

/** To a round sum: down (the shop bears it) or up (for charity), never both. */
export const round = (order: Order, name: string, rounding: { off?: Minor; up?: Minor }): Order =>
  step(order, name, '', { roundingOff: rounding.off ?? 0n, donation: rounding.up ?? 0n });

export function undo(order: Order): Order {
  const last = order.steps.at(-1);
  return last ? { ...order, ...last.before, steps: order.steps.slice(0, -1) } : order;
}

/** How many of each good are in the order, for the badges on the tiles. */
export function counts(order: Order | null): Map<string, bigint> {
  const counted = new Map<string, bigint>();
  for (const line of order?.lines ?? []) if (line.good) counted.set(line.good, (counted.get(line.good) ?? 0n) + (line.measure === 'kg' ? 1n : line.milli / PIECE));
  return counted;
}
