// What a refund pays, the same to the fen as the service reckons it (src/domain/refund/line.rs). Pure; money is a bigint of fen.
import type { Minor } from '../../lib/money';
import type { Means } from '../order/order';
import { SMALLEST } from '../order/pieces';

/** A sold line, and what has come back of it. */
export interface Returnable {
  /** From 1. */
  line: number;
  name: string;
  good: string | null;
  measure: 'piece' | 'kg';
  /** Thousandths of a piece or kilogram, as sold. */
  milli: bigint;
  /** What was split. */
  base: Minor;
  /** Of it, what the shop bore: its discount and the rounding-off. */
  borne: Minor;
  returnedMilli: bigint;
  /** Of `base`. */
  returned: Minor;
  /** Of `borne`. */
  returnedBorne: Minor;
}

export interface Tender {
  means: Means;
  amount: Minor;
}

const halfUp = (numerator: bigint, denominator: bigint): bigint => (2n * numerator + denominator) / (2n * denominator);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);

export const leftMilli = ({ milli, returnedMilli }: Returnable): bigint => most(milli - returnedMilli, 0n);

/** What so much of a line takes from its base, and of it what the shop bore; the customer gets the rest. */
export function coming(line: Returnable, milli: bigint): { amount: Minor; borne: Minor; pays: Minor } {
  const back = line.returnedMilli + least(milli, leftMilli(line));
  const inAll = halfUp(line.base * back, line.milli);
  const amount = least(most(inAll - line.returned, 0n), line.base - line.returned);
  const borne = (line.borne * (line.returned + amount)) / most(line.base, 1n) - line.returnedBorne;
  return { amount, borne, pays: amount - borne };
}

/** The line after so much of it came back. */
export function after(line: Returnable, milli: bigint): Returnable {
  const { amount, borne } = coming(line, milli);
  return { ...line, returnedMilli: line.returnedMilli + least(milli, leftMilli(line)), returned: line.returned + amount, returnedBorne: line.returnedBorne + borne };
}

/** Cash up to the net cash paid, then the other means in their order; what is beyond all of it in cash. */
export function asItWasPaid(due: Minor, paid: readonly Tender[]): Tender[] {
  let left = due;
  const back = new Map<Means, Minor>();
  const give = (means: Means, amount: Minor): void => {
    if (amount <= 0n) return;
    back.set(means, (back.get(means) ?? 0n) + amount);
    left -= amount;
  };
  const cashFirst = [...paid].sort((a, b) => Number(b.means === 'cash') - Number(a.means === 'cash'));
  for (const { means, amount } of cashFirst) give(means, least(amount, left));
  give('cash', left);
  return [...back].map(([means, amount]) => ({ means, amount }));
}

/**
 * Cash goes back in coins: rounded up to the next one, and down once that would come to a whole coin too much. `over`: what was given back too much
 * of this sale so far. The shop bears it, as it bears what a sale is rounded off by (src/domain/refund.rs).
 */
export function inCoins(tenders: readonly Tender[], over: Minor): Tender[] {
  const coins = (amount: Minor): Minor => {
    const fen = amount % SMALLEST;
    if (fen === 0n) return amount;
    return over + SMALLEST - fen < SMALLEST ? amount + SMALLEST - fen : amount - fen;
  };
  return tenders.map(({ means, amount }) => ({ means, amount: means === 'cash' ? coins(amount) : amount })).filter(({ amount }) => amount > 0n);
}

/** An amount on several lines by weight: each its floor, the spare fen to the largest remainders, the earlier line first. */
export function spread(amount: Minor, weights: readonly Minor[]): Minor[] {
  const total = weights.reduce((all, weight) => all + weight, 0n);
  if (amount === 0n || total === 0n) return weights.map(() => 0n);
  const parts = weights.map((weight) => (amount * weight) / total);
  let spare = amount - parts.reduce((all, part) => all + part, 0n);
  const remainder = (at: number): bigint => (amount * weights[at]!) % total;
  const order = weights.map((_, at) => at).sort((a, b) => (remainder(a) === remainder(b) ? a - b : remainder(a) > remainder(b) ? -1 : 1));
  for (const at of order) {
    if (spare === 0n) break;
    parts[at]! += 1n;
    spare -= 1n;
  }
  return parts;
}
