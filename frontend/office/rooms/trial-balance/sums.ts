// The trial balance of a period from two that stand at the ends of two days: opening, movement, closing, sides apart.
import type { Schemas } from '../../../lib/api/client';
import { minor, sum, type Minor } from '../../../lib/money';

export type Group = 'assets' | 'debts' | 'equity' | 'income' | 'costs';

/** A debit and a credit. null is blank: nothing moved, nothing stands there. */
export interface Sides {
  debit: Minor | null;
  credit: Minor | null;
}
export interface Line {
  account: string;
  opening: Sides;
  movement: Sides;
  closing: Sides;
  /** An account that stands on the side where its kind does not. */
  odd: boolean;
}

type Given = Schemas['TrialBalanceLine'];
const BLANK: Sides = { debit: null, credit: null };

export function groupOf(account: string): Group {
  if (account.startsWith('1')) return 'assets';
  if (account.startsWith('2')) return 'debts';
  if (account.startsWith('3')) return 'equity';
  return /^50/.test(account) ? 'income' : 'costs';
}

/** A balance, debit positive, on its side; zero stands on the debit side. */
const standing = (balance: Minor): Sides => (balance < 0n ? { debit: null, credit: -balance } : { debit: balance, credit: null });
const moved = (amount: Minor): Minor | null => (amount === 0n ? null : amount);

export function period(opening: Given[], closing: Given[], unit: string): Line[] {
  const before = new Map(opening.filter((line) => line.unit === unit).map((line) => [line.account, line]));
  return closing
    .filter((line) => line.unit === unit)
    .map((line) => {
      const was = before.get(line.account);
      const balance = minor(line.balance);
      const natural = ['assets', 'costs'].includes(groupOf(line.account)) ? balance >= 0n : balance <= 0n;
      return {
        account: line.account,
        opening: was ? standing(minor(was.balance)) : BLANK,
        movement: { debit: moved(minor(line.debit) - minor(was?.debit ?? '0')), credit: moved(minor(line.credit) - minor(was?.credit ?? '0')) },
        closing: standing(balance),
        // Members' accounts stand among the assets (农合制度), yet are owed to them: a credit balance is their rule.
        odd: !natural && !line.account.startsWith('114'),
      };
    })
    .sort((a, b) => a.account.localeCompare(b.account, 'en'));
}

export interface Totals {
  opening: { debit: Minor; credit: Minor };
  movement: { debit: Minor; credit: Minor };
  closing: { debit: Minor; credit: Minor };
  level: boolean;
}

export function totals(lines: Line[]): Totals {
  const of = (part: 'opening' | 'movement' | 'closing') => ({
    debit: sum(lines.map((line) => line[part].debit ?? 0n)),
    credit: sum(lines.map((line) => line[part].credit ?? 0n)),
  });
  const [opening, movement, closing] = [of('opening'), of('movement'), of('closing')];
  return { opening, movement, closing, level: [opening, movement, closing].every(({ debit, credit }) => debit === credit) };
}
