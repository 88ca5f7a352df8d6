// What is agreed with love shareholders: its kinds, what may be recorded under each, and the instalments of a loan.
import type { Schemas } from '../../../lib/api/client';
import { minor, wire, type Minor } from '../../../lib/money';
import type { DeedName } from '../money/deeds';

export type Instrument = Schemas['InstrumentView'];

export const KINDS = ['share_of_sales', 'gift', 'restricted_gift', 'loan', 'share_capital', 'goods_gift', 'goods_at_cost', 'training'] as const;

/** What came in is spent, paid back or given; of a loan and of shares of sales as the supporter wants it. */
const GOES: Record<string, (wish: string | null) => DeedName> = {
  restricted_gift: () => 'spend',
  loan: (wish) => (wish === 'waive' ? 'waive' : 'repay'),
  share_capital: () => 'withdraw',
  share_of_sales: (wish) => (wish === 'redonate' ? 'shareGiven' : 'sharePaid'),
};

/** What the treasurer may record under an agreement: money that may still come, and what is done with what is there. */
export function deedsUnder({ kind, state, left, held }: Instrument, wish: string | null, due: string): DeedName[] {
  const brings = ['gift', 'restricted_gift', 'loan', 'share_capital'].includes(kind) && state === 'in_force' && left !== '0.00';
  const goes = GOES[kind];
  const there = kind === 'share_of_sales' ? minor(due) > 0n : minor(held ?? '0.00') > 0n;
  return [...(brings ? (['receive'] as const) : []), ...(goes && there ? [goes(wish)] : [])];
}

/** What a supporter may want of an agreement of a kind. */
export const wishesOf = (kind: string): ('waive' | 'pay_back' | 'redonate' | 'pay_out')[] => (kind === 'loan' ? ['waive', 'pay_back'] : kind === 'share_of_sales' ? ['redonate', 'pay_out'] : []);

/** On which accounts, by their roles, the money of a kind stands. */
export const ROLES: Record<'loan' | 'restricted_gift' | 'share_capital', readonly string[]> = {
  loan: ['short_loans', 'long_loans'],
  restricted_gift: ['restricted_gifts'],
  share_capital: ['supporter_capital'],
};

/** Equal parts by month; what does not divide goes with the first. Nothing where there are not that many parts. */
export function inMonths(amount: Minor, months: number, first: string): Schemas['InstalmentText'][] {
  if (!Number.isInteger(months) || months < 1 || months > 240 || amount < BigInt(months)) return [];
  const part = amount / BigInt(months);
  const rest = amount - part * BigInt(months);
  const [year, month, day] = first.split('-').map(Number) as [number, number, number];
  return Array.from({ length: months }, (_, i) => {
    // The last day of a short month where it has no such day.
    const last = new Date(Date.UTC(year, month + i, 0)).getUTCDate();
    const due = new Date(Date.UTC(year, month - 1 + i, Math.min(day, last)));
    return { due_on: due.toISOString().slice(0, 10), amount: wire(i === 0 ? part + rest : part) };
  });
}
