// What was recorded, as lists and pages say it.
import { directory } from '../../directory.svelte';
import { words } from './words';

/** What a bill, a spending or a reversal was for. */
export function codeName(kind: string, code: string): string {
  if (kind === 'bill_paid') return words.m.bills[code as 'other'] ?? code;
  if (kind === 'gift_spent') return words.m.purposes[code as 'training'] ?? code;
  if (kind === 'reversal') return words.m.reasons[code as 'twice'] ?? code;
  return code;
}

export const throughName = (through: string | null | undefined): string => (through ? (words.m.throughs[through as 'safe'] ?? through) : '');

/** Whose money it is, and what for. */
export const about = ({ kind, code, person_id }: { kind: string; code: string; person_id?: string | null }): string =>
  [directory.person(person_id), codeName(kind, code)].filter(Boolean).join(' · ');

export const EVENT_KINDS = [
  'bill_paid', 'cash_banked', 'deposit_taken', 'deposit_returned', 'donations_passed_on', 'rent_paid', 'rent_waived', 'member_capital_paid_in', 'member_capital_withdrawn',
  'gift_received', 'gift_spent', 'loan_received', 'loan_repaid', 'loan_waived', 'capital_paid_in', 'capital_withdrawn', 'share_paid', 'share_redonated',
  'opening_balances', 'manual_entry', 'reversal',
] as const;

/** Whether the document behind an entry of a kind is the office's own record. */
export const isRecorded = (kind: string): boolean => (EVENT_KINDS as readonly string[]).includes(kind);
