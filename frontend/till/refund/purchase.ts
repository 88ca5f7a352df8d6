// A sale that something may come back of: by the service's word, or as it lies on this device.
import type { Schemas } from '../../lib/api/client';
import { minor, sum, type Minor } from '../../lib/money';
import type { Command } from '../device/db';
import { opened } from '../device/envelope';
import { base, lineTotal, off, PIECE, type Discount, type Line } from '../order/cart';
import type { Means } from '../order/order';
import { after, coming, spread, type Returnable, type Tender } from './arithmetic';

export interface Purchase {
  id: string;
  at: number;
  receiptToken: string | null;
  shift: string;
  lines: Returnable[];
  /** By each means, net of change and of what was paid back. */
  paid: Tender[];
  /** What was given away with it; it comes back only with the whole sale. */
  donation: Minor;
  refundedBefore: boolean;
}

/** What lies beside a refund's command. */
export interface Refunded {
  sale: string | null;
  /** Whether a helper agreed: what nobody agreed to, the service does not take from the lines. */
  approved: boolean;
  lines: { line: number; milli: bigint }[];
  paid: Minor;
  tenders: Tender[];
}

export const refunded = (command: Command): Refunded => command.about as unknown as Refunded;

/** "0.500" in thousandths. */
export function milliOf(quantity: string): bigint {
  const [whole = '0', fraction = ''] = quantity.split('.');
  return BigInt(whole) * PIECE + BigInt(fraction.padEnd(3, '0').slice(0, 3) || '0');
}

/** Amounts by means; what is taken away goes below nothing nowhere. */
function net(tenders: readonly Tender[], change: Minor, back: readonly Tender[]): Tender[] {
  const sums = new Map<Means, Minor>();
  const add = (means: Means, amount: Minor): void => void sums.set(means, (sums.get(means) ?? 0n) + amount);
  for (const { means, amount } of tenders) add(means, amount);
  add('cash', -change);
  for (const { means, amount } of back) add(means, -amount);
  return [...sums].filter(([, amount]) => amount > 0n).map(([means, amount]) => ({ means, amount }));
}

const tenderOf = ({ means, amount }: { means: string; amount: string }): Tender => ({ means: means as Means, amount: minor(amount) });

/** By the service's word; `before`: what came back already. */
export function fromService(view: Schemas['SaleView'], before: readonly Schemas['RefundView'][]): Purchase {
  const line = (told: Schemas['SoldLineView']): Returnable => {
    const [all, borne, returned] = [minor(told.base), minor(told.shop_discount) + minor(told.rounding), minor(told.returned)];
    return {
      line: told.line, name: told.name, good: told.good_id ?? null, measure: told.measure === 'kg' ? 'kg' : 'piece', milli: milliOf(told.quantity),
      base: all, borne, returned, returnedMilli: milliOf(told.quantity) - milliOf(told.left_quantity),
      returnedBorne: minor(told.left) - (all - returned) + borne,
    };
  };
  return {
    id: view.id,
    at: Date.parse(view.occurred_at),
    receiptToken: view.receipt_token ?? null,
    shift: view.shift_id,
    lines: view.lines.map(line),
    paid: net(view.tenders.map(tenderOf), minor(view.change), before.flatMap(({ tenders }) => tenders.map(tenderOf))),
    donation: minor(view.donation),
    refundedBefore: view.refund_ids.length > 0,
  };
}

/** As it lies here. */
export function fromDevice(command: Command): Purchase {
  const { body, receipt_token: receiptToken } = opened<Schemas['NewSale']>(command.bytes);
  const lines = body.lines.map(lineOf);
  const left = (line: Line): Minor => (line.voucher === null ? lineTotal(line) : 0n);
  const goods = lines.reduce((all, line) => all + left(line), 0n);
  const order = spread(off(discountOf(body.order_discount), goods), lines.map(left));
  const rounding = spread(minor(body.rounding_off ?? '0.00'), lines.map((line, at) => left(line) - order[at]!));
  return {
    id: command.id,
    at: command.at,
    receiptToken: receiptToken ?? null,
    shift: command.shift ?? '',
    lines: lines.map((line, at) => ({
      line: at + 1, name: line.name, good: line.good, measure: line.measure, milli: line.milli,
      base: base(line), borne: base(line) - lineTotal(line) + order[at]! + rounding[at]!, returned: 0n, returnedMilli: 0n, returnedBorne: 0n,
    })),
    paid: net(body.tenders.map(tenderOf), minor(body.change ?? '0.00'), []),
    donation: minor(body.donation ?? '0.00'),
    refundedBefore: false,
  };
}

function discountOf(told: Schemas['NewDiscount'] | null | undefined): Discount | null {
  if (!told) return null;
  if ('amount' in told) return { amount: minor(told.amount) };
  const [whole = '0', fraction = ''] = told.percent.split('.');
  return { percentE6: BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0')) };
}

const lineOf = (told: Schemas['NewLine']): Line => ({
  key: '', grid: told.grid_id ?? null, good: told.good_id ?? null, voucher: told.voucher ?? null, name: told.name,
  measure: told.measure === 'kg' ? 'kg' : 'piece', milli: milliOf(told.quantity), price: minor(told.price),
  ownerDiscount: discountOf(told.owner_discount), shopDiscount: discountOf(told.shop_discount),
});

/** Less what this device knows to have come back and the other side does not. */
export function less(purchase: Purchase, refunds: readonly Refunded[]): Purchase {
  let { lines } = purchase;
  for (const { lines: back } of refunds)
    for (const { line, milli } of back) lines = lines.map((one) => (one.line === line ? after(one, milli) : one));
  const paid = net(purchase.paid, 0n, refunds.flatMap(({ tenders }) => tenders));
  return { ...purchase, lines, paid, refundedBefore: purchase.refundedBefore || refunds.length > 0 };
}

/** Picked pieces and weights, by line. */
export type Picked = readonly { line: number; milli: bigint }[];

export const pickedOf = (picked: Picked, line: number): bigint => picked.find((one) => one.line === line)?.milli ?? 0n;

/** So much of a line, never more than there is. */
export function pick(picked: Picked, line: Returnable, milli: bigint): Picked {
  const left = line.milli - line.returnedMilli;
  const held = milli < 0n ? 0n : milli > left ? left : milli;
  const others = picked.filter((one) => one.line !== line.line);
  return held === 0n ? others : [...others, { line: line.line, milli: held }].sort((a, b) => a.line - b.line);
}

export const everything = (purchase: Purchase): Picked => purchase.lines.reduce<Picked>((picked, line) => pick(picked, line, line.milli), []);

/** All of a sale of this shift, before anything of it came back: what was given away comes back too. */
export const isWhole = (purchase: Purchase, picked: Picked, shift: string | null): boolean =>
  !purchase.refundedBefore && purchase.shift === shift && purchase.lines.every((line) => pickedOf(picked, line.line) === line.milli);

/** What the customer gets. */
export function due(purchase: Purchase, picked: Picked, shift: string | null): Minor {
  const lines = purchase.lines.reduce((all, line) => all + coming(line, pickedOf(picked, line.line)).pays, 0n);
  return lines + (isWhole(purchase, picked, shift) ? purchase.donation : 0n);
}

/** How much more was given back so far than came back, because there is no coin below a jiao. */
export const over = (purchase: Purchase): Minor =>
  purchase.lines.reduce((all, line) => all + coming(line, line.milli).pays, purchase.donation) - sum(purchase.paid.map(({ amount }) => amount));
