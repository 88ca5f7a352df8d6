// A refund on its way, from the sale to the money, and the fact that it ends in.
import type { Schemas } from '../../lib/api/client';
import { sum, wire, type Minor } from '../../lib/money';
import { quantityText } from '../order/cart';
import { PRICE, value } from '../order/keypad';
import { asItWasPaid, inCoins, type Tender } from './arithmetic';
import { due, isWhole, over, type Picked, type Purchase, type Refunded } from './purchase';

export const REASONS = ['broken', 'unsuitable', 'wrong_goods', 'overcharged', 'unwanted', 'other'] as const;
export type Reason = (typeof REASONS)[number];

export type Step = 'sale' | 'lines' | 'amount' | 'reason' | 'approve' | 'back' | 'done';

export interface Refunding {
  /** The refund's id: told twice by mistake, it is one. */
  id: string;
  step: Step;
  /** `null`: nobody knows the sale. */
  purchase: Purchase | null;
  picked: Picked;
  /** Without a sale: how much, as it is typed. */
  typed: string;
  reason: Reason | null;
  /** A helper's agreement. */
  approval: string | null;
  helper: string | null;
  /** All in cash, however it was paid. */
  inCash: boolean;
}

export const begin = (id: string): Refunding => ({ id, step: 'sale', purchase: null, picked: [], typed: '', reason: null, approval: null, helper: null, inCash: false });

/** What is due to the fen. */
export const dueOf = ({ purchase, picked, typed }: Refunding, shift: string | null): Minor => (purchase ? due(purchase, picked, shift) : value(typed, PRICE));

export function tendersOf(refunding: Refunding, shift: string | null): Tender[] {
  const amount = dueOf(refunding, shift);
  const { purchase, inCash } = refunding;
  if (!purchase) return amount > 0n ? [{ means: 'cash', amount }] : [];
  return inCoins(inCash ? [{ means: 'cash', amount }] : asItWasPaid(amount, purchase.paid), over(purchase));
}

/** What the customer gets. */
export const amountOf = (refunding: Refunding, shift: string | null): Minor => sum(tendersOf(refunding, shift).map(({ amount }) => amount));

/** The number of the voucher that a refund issues: it follows from the refund's id, as in the service (src/store/refunds.rs). */
export const newVoucher = (id: string): string => `R${id.replaceAll('-', '').slice(18).toUpperCase()}`;

export function refundOf(refunding: Refunding, shift: string | null): Schemas['NewRefund'] {
  const { id, purchase, picked, reason } = refunding;
  const tenders = tendersOf(refunding, shift).map(({ means, amount }) => ({ means, amount: wire(amount), ...(means === 'voucher' && { voucher: newVoucher(id) }) }));
  return {
    ...(purchase && { sale_id: purchase.id }),
    ...(purchase && (isWhole(purchase, picked, shift) ? { whole_sale: true } : { lines: picked.map(({ line, milli }) => ({ line, quantity: quantityText(milli) })) })),
    tenders,
    ...(reason && { reason }),
  };
}

export function asideOf(refunding: Refunding, shift: string | null): Refunded {
  const { purchase, picked, approval } = refunding;
  return { sale: purchase?.id ?? null, approved: approval !== null, lines: [...picked], paid: amountOf(refunding, shift), tenders: tendersOf(refunding, shift) };
}
