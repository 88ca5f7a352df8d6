// How an order is paid: what is given, what is still to pay, what goes back, and the sale as the service wants it.
import { wire, type Minor } from '../../lib/money';
import type { Schemas } from '../../lib/api/client';
import { quantityText, sums, wireDiscount, type Line } from './cart';
import { givenOtherwise, roundedForCash } from './coins';
import type { Given, Order } from './order';
import { pieceNamed, worth } from './pieces';

export type NewSale = Schemas['NewSale'];

export interface Standing {
  /** Notes and coins so far. */
  cash: Minor;
  /** Still to be paid in cash, in whole coins; 0 when it is covered. */
  missing: Minor;
  /** Still to be paid, if by anything but cash: to the fen; 0 when it is covered. */
  open: Minor;
  /** To give back in cash. */
  change: Minor;
}

export function standing(order: Order, cash: Minor = worth(order.notes.map(pieceNamed))): Standing {
  const before = givenOtherwise(order) + cash;
  const left = sums(roundedForCash(order)).total - before;
  const missing = left > 0n ? left : 0n;
  // Fen that no coin pays are still open to a phone, as long as there is no cash: then they are rounded off.
  const open = missing > 0n || cash === 0n ? sums(order).total - before : 0n;
  return { cash, missing, open: open > 0n ? open : 0n, change: left < 0n ? -left : 0n };
}

/** What is left after everything but cash, in whole coins: what a customer pays who gives it exactly. */
export const exactCash = (order: Order): Minor => standing(order, 0n).missing;

/** Adds what was given besides cash, never more than is missing: only cash goes back. */
export function give(order: Order, given: Given): Order {
  const { open } = standing(order);
  const amount = given.amount > open ? open : given.amount;
  return amount > 0n ? { ...order, given: [...order.given, { ...given, amount }] } : order;
}

const wireLine = (line: Line): Schemas['NewLine'] => ({
  ...(line.grid !== null && { grid_id: line.grid }),
  ...(line.good !== null && { good_id: line.good }),
  ...(line.voucher !== null && { voucher: line.voucher }),
  name: line.name,
  measure: line.measure,
  quantity: quantityText(line.milli),
  price: wire(line.price),
  ...(line.ownerDiscount && { owner_discount: wireDiscount(line.ownerDiscount) }),
  ...(line.shopDiscount && { shop_discount: wireDiscount(line.shopDiscount) }),
});

/** The sale. `cash`: what was handed over in cash. */
export function saleOf(rungUp: Order, cash: Minor): NewSale {
  const { change } = standing(rungUp, cash);
  const order = roundedForCash(rungUp);
  return {
    lines: order.lines.map(wireLine),
    ...(order.orderDiscount && { order_discount: wireDiscount(order.orderDiscount) }),
    ...(order.roundingOff > 0n && { rounding_off: wire(order.roundingOff) }),
    ...(order.donation > 0n && { donation: wire(order.donation) }),
    tenders: [
      ...order.given.map(({ means, amount, voucher }) => ({ means, amount: wire(amount), ...(voucher !== null && { voucher }) })),
      ...(cash > 0n ? [{ means: 'cash', amount: wire(cash) }] : []),
    ],
    ...(change > 0n && { change: wire(change) }),
  };
}
