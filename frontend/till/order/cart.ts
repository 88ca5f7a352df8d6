// What an order comes to, the same to the fen as the service reckons it (src/domain/sale.rs). Pure; money is a bigint of fen.
import type { Minor } from '../../lib/money';
import { wire } from '../../lib/money';

/** So much, or percent of what it is taken from in millionths of a percent point's hundred (12.5 % = 12_500_000n). */
export type Discount = { amount: Minor } | { percentE6: bigint };

export interface Line {
  /** Names the line on the screen; a scale gives the same good several lines. */
  key: string;
  /** `null`: goods whose owner nobody knows, or a voucher. */
  grid: string | null;
  /** `null`: goods without a label, or a voucher. */
  good: string | null;
  /** The number of a voucher that is sold. */
  voucher: string | null;
  name: string;
  measure: 'piece' | 'kg';
  /** Thousandths of a piece or kilogram. */
  milli: bigint;
  price: Minor;
  ownerDiscount: Discount | null;
  shopDiscount: Discount | null;
}

export interface Basket {
  lines: Line[];
  orderDiscount: Discount | null;
  roundingOff: Minor;
  donation: Minor;
}

export const PIECE = 1000n;

const halfUp = (numerator: bigint, denominator: bigint): bigint => (2n * numerator + denominator) / (2n * denominator);

/** Quantity × price, rounded half-up once. */
export const gross = (line: Line): Minor => halfUp(line.milli * line.price, PIECE);

export function off(discount: Discount | null, from: Minor): Minor {
  if (!discount) return 0n;
  return 'amount' in discount ? discount.amount : halfUp(discount.percentE6 * from, 100_000_000n);
}

/** What the owner's goods are worth: what is split. */
export const base = (line: Line): Minor => gross(line) - off(line.ownerDiscount, gross(line));

/** What a line comes to before what is taken off the whole order. */
export const lineTotal = (line: Line): Minor => base(line) - off(line.shopDiscount, base(line));

export interface Sums {
  /** Of the lines, before the order's discount. */
  lines: Minor;
  orderDiscount: Minor;
  total: Minor;
}

export function sums(basket: Basket): Sums {
  let lines = 0n;
  let goods = 0n;
  for (const line of basket.lines) {
    const amount = lineTotal(line);
    lines += amount;
    if (line.voucher === null) goods += amount;
  }
  const orderDiscount = off(basket.orderDiscount, goods);
  return { lines, orderDiscount, total: lines - orderDiscount - basket.roundingOff + basket.donation };
}

const goodsOf = (basket: Basket): Minor => basket.lines.filter((line) => line.voucher === null).reduce((sum, line) => sum + lineTotal(line), 0n);

/** How much more could be rounded off: of goods only, a voucher is sold whole. */
export const roundable = (basket: Basket): Minor => goodsOf(basket) - off(basket.orderDiscount, goodsOf(basket)) - basket.roundingOff;

/** Whether a discount is more than there is to take it from: such an order cannot be. */
export function tooMuchOff(basket: Basket): boolean {
  const beyond = (line: Line): boolean => base(line) < 0n || lineTotal(line) < 0n;
  return basket.lines.some(beyond) || roundable(basket) < 0n;
}

/** Pieces as people count them; a weighed line is one. */
export const pieces = (basket: Basket): bigint => basket.lines.reduce((sum, line) => sum + (line.measure === 'kg' ? 1n : line.milli / PIECE), 0n);

/** "2", "1.25": as people read it and as the wire takes it. */
export function quantityText(milli: bigint): string {
  const fraction = (milli % PIECE).toString().padStart(3, '0').replace(/0+$/, '');
  return `${milli / PIECE}${fraction && `.${fraction}`}`;
}

type WireDiscount = { amount: string } | { percent: string };

export function wireDiscount(discount: Discount | null): WireDiscount | undefined {
  if (!discount) return undefined;
  return 'amount' in discount ? { amount: wire(discount.amount) } : { percent: percentText(discount.percentE6) };
}

/** "12.5", without noughts that say nothing. */
export function percentText(e6: bigint): string {
  const fraction = (e6 % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '');
  return `${e6 / 1_000_000n}${fraction && `.${fraction}`}`;
}
