// What a screen shows of a sale that was made: kept beside the command, so that the receipt stands before the service has it.
import type { Minor } from '../../lib/money';
import type { Command } from '../device/db';
import { lineTotal, pieces, quantityText, sums } from './cart';
import type { Means, Order } from './order';
import { roundedForCash } from './coins';
import { standing } from './payment';

export interface Sold {
  lines: { name: string; quantity: string; measure: 'piece' | 'kg'; good: string | null; amount: Minor; voucher: string | null }[];
  pieces: bigint;
  orderDiscount: Minor;
  roundingOff: Minor;
  donation: Minor;
  total: Minor;
  tenders: { means: Means; amount: Minor }[];
  change: Minor;
  receiptToken: string;
}

export function soldOf(rungUp: Order, cash: Minor): Sold {
  const order = roundedForCash(rungUp);
  const { orderDiscount, total } = sums(order);
  return {
    lines: order.lines.map((line) => ({ name: line.name, quantity: quantityText(line.milli), measure: line.measure, good: line.good, amount: lineTotal(line), voucher: line.voucher })),
    pieces: pieces(order),
    orderDiscount,
    roundingOff: order.roundingOff,
    donation: order.donation,
    total,
    tenders: [...order.given.map(({ means, amount }) => ({ means, amount })), ...(cash > 0n ? [{ means: 'cash' as const, amount: cash }] : [])],
    change: standing(order, cash).change,
    receiptToken: order.receiptToken,
  };
}

export const sold = (command: Command): Sold | null => (command.kind === 'sale' ? (command.about as unknown as Sold) : null);
