// In cash there are no fen. What is left to pay in it is rounded off to a coin by itself (抹零: the shop bears it); paid another way it is not.
import { sum, type Minor } from '../../lib/money';
import { roundable, sums } from './cart';
import type { Order } from './order';
import { SMALLEST } from './pieces';

/** A sale's rounding-off stays below this, or the office is asked (the service's `rounding_limit`). */
const LIMIT = 100n;

/** By WeChat, Alipay and vouchers. */
export const givenOtherwise = ({ given }: Order): Minor => sum(given.map(({ amount }) => amount));

/**
 * The order as it is once the rest is paid in cash. What somebody chose goes before: of what is rounded up for charity the fen are left out, so
 * that the two never stand in one sale, and a rounding-off by hand that would go beyond the limit becomes smaller instead.
 */
export function roundedForCash(order: Order): Order {
  const left = sums(order).total - givenOtherwise(order);
  const fen = left > 0n ? left % SMALLEST : 0n;
  if (fen === 0n) return order;
  const fromDonation = order.donation < fen ? order.donation : fen;
  const off = fen - fromDonation;
  if (order.roundingOff + off >= LIMIT) return { ...order, roundingOff: order.roundingOff - (SMALLEST - off) };
  // Vouchers are sold whole: where nothing else is in the order, nothing can be rounded.
  return off > roundable(order) ? order : { ...order, roundingOff: order.roundingOff + off, donation: order.donation - fromDonation };
}

/** What is rounded off by itself if the rest is paid in cash; below 0 where a rounding by hand becomes smaller. */
export const offInCash = (order: Order): Minor => sums(order).total - sums(roundedForCash(order)).total;
