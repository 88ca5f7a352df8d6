// Vouchers that are sold: the number that makes one, and the line that it is in an order.
import type { Minor } from '../../lib/money';
import { CODE_LETTERS } from '../enrol/code';
import { PIECE } from './cart';
import { add, type Order } from './order';

/** What the service takes as a number. */
export const isVoucherNumber = (text: string): boolean => /^[A-Za-z0-9-]{1,64}$/.test(text);

const LETTERS = 10;

/** "7KQM2-XWD4P": short enough to write on a slip, and 50 bits that nobody guesses. */
export function freshNumber(random: Uint8Array = crypto.getRandomValues(new Uint8Array(LETTERS))): string {
  const letters = Array.from(random, (byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join('');
  return `${letters.slice(0, LETTERS / 2)}-${letters.slice(LETTERS / 2)}`;
}

export const hasVoucher = ({ lines }: Order, number: string): boolean => lines.some(({ voucher }) => voucher === number);

/** Sold whole, as a line of its own. */
export const addVoucher = (order: Order, name: string, voucher: string, price: Minor): Order =>
  hasVoucher(order, voucher) ? order : add(order, { grid: null, good: null, name, measure: 'piece', milli: PIECE, price, voucher });
