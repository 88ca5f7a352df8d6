// Lines of an entry as a person writes them, and whether debits and credits are the same.
import type { Schemas } from '../../../lib/api/client';
import { parseMinor, sum, wire, type Minor } from '../../../lib/money';

export interface Draft {
  key: number;
  account: string;
  person: string;
  instrument: string;
  debit: string;
  credit: string;
}

export const blank = (key: number): Draft => ({ key, account: '', person: '', instrument: '', debit: '', credit: '' });

/** An amount that is there and cannot be read, or is nothing at all. */
export const isWrong = (typed: string): boolean => typed.trim() !== '' && (parseMinor(typed) ?? 0n) <= 0n;

export function sums(lines: readonly Draft[]): { debit: Minor; credit: Minor } {
  const of = (side: 'debit' | 'credit') => sum(lines.map((line) => parseMinor(line[side]) ?? 0n));
  return { debit: of('debit'), credit: of('credit') };
}

/** A line has an account and one of its two sides. */
export const isWhole = (line: Draft): boolean => line.account !== '' && (line.debit.trim() === '') !== (line.credit.trim() === '') && !isWrong(line.debit) && !isWrong(line.credit);

export const wireLine = ({ account, person, instrument, debit, credit }: Draft): Schemas['WrittenLine'] => ({
  account,
  ...(person && { person_id: person }),
  ...(instrument && { instrument_id: instrument }),
  ...(debit.trim() ? { debit: wire(parseMinor(debit) ?? 0n) } : { credit: wire(parseMinor(credit) ?? 0n) }),
});
