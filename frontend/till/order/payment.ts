// How an order is paid: what is given, what is still to pay, what goes back, and the sale as the service wants it.
import { sum, wire, type Minor } from '../../lib/money';
import type { Schemas } from '../../lib/api/client';
import { quantityText, sums, wireDiscount, type Line } from './cart';
import type { Given, Order } from './order';
import { pieceNamed, worth } from './pieces';

export type NewSale = Schemas['NewSale'];

export interface Standing {
  total: Minor;
  /** By WeChat, Alipay and vouchers. */
  given: Minor;
  /** Notes and coins so far. */
  cash: Minor;
  /** Still to be paid; 0 when it is covered. */
  missing: Minor;
  /** To give back in cash. */
  change: Minor;
}

export function standing(order: Order, cash: Minor = worth(order.notes.map(pieceNamed))): Standing {
  const { total } = sums(order);
  const given = sum(order.given.map(({ amount }) => amount));
  const left = total - given - cash;
  return { total, given, cash, missing: left > 0n ? left : 0n, change: left < 0n ? -left : 0n };
}

/** What is left after everything but cash: what a customer pays who gives it exactly. */
export const exactCash = (order: Order): Minor => standing(order, 0n).missing;

/** Adds what was given besides cash, never more than is missing: only cash goes back. */
export function give(order: Order, given: Given): Order {
  const { missing } = standing(order);
  const amount = given.amount > missing ? missing : given.amount;
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
export function saleOf(order: Order, cash: Minor): NewSale {
  const { change } = standing(order, cash);
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
