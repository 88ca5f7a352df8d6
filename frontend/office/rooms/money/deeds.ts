// What the treasurer records, each with what it asks for and where its money usually comes to or goes from. What it will do stands in
// the words of the same name.
import type { Schemas } from '../../../lib/api/client';
import { api } from '../../session';

type Header = { 'Idempotency-Key': string };
type Sent = Promise<{ data?: Schemas['Made']; error?: unknown; response: Response }>;
/** What a form asks for, beside what its page knows already, e.g. the agreement. */
export type Asks = 'person' | 'bill' | 'amount' | 'through' | 'day' | 'paper';
export type Said = Record<string, string | null | undefined>;
export interface Deed {
  asks: readonly Asks[];
  /** Where its money moves, where nobody says otherwise. */
  usual: 'safe' | 'bank';
  send: (header: Header, said: Said) => Sent;
}

const OF_PERSON = ['person', 'amount', 'through', 'day'] as const;
const UNDER_AGREEMENT = ['amount', 'through', 'day'] as const;
const AT_THE_BANK = ['amount', 'day'] as const;
const as = <T>(said: Said): T => said as unknown as T;
type OfPerson = Schemas['OfPerson'];
type WithoutCash = Schemas['OfPersonWithoutCash'];
type Under = Schemas['UnderAgreement'];

export const DEEDS = {
  bill: { asks: ['bill', 'amount', 'through', 'day', 'paper'], usual: 'bank', send: (header, said) => api.POST('/api/v1/bill-payments', { params: { header }, body: as<Schemas['BillPayment']>(said) }) },
  depositOut: { asks: OF_PERSON, usual: 'safe', send: (header, said) => api.POST('/api/v1/deposit-returns', { params: { header }, body: as<OfPerson>(said) }) },
  capitalOut: { asks: OF_PERSON, usual: 'bank', send: (header, said) => api.POST('/api/v1/member-capital-withdrawals', { params: { header }, body: as<OfPerson>(said) }) },
  donations: { asks: AT_THE_BANK, usual: 'bank', send: (header, said) => api.POST('/api/v1/donation-transfers', { params: { header }, body: as<Schemas['OfNobody']>(said) }) },
  depositIn: { asks: OF_PERSON, usual: 'safe', send: (header, said) => api.POST('/api/v1/deposits', { params: { header }, body: as<OfPerson>(said) }) },
  rentPaid: { asks: OF_PERSON, usual: 'safe', send: (header, said) => api.POST('/api/v1/rent-payments', { params: { header }, body: as<OfPerson>(said) }) },
  capitalIn: { asks: OF_PERSON, usual: 'safe', send: (header, said) => api.POST('/api/v1/member-capital-payments', { params: { header }, body: as<OfPerson>(said) }) },
  bank: { asks: AT_THE_BANK, usual: 'bank', send: (header, said) => api.POST('/api/v1/cash-bankings', { params: { header }, body: as<Schemas['OfNobody']>(said) }) },
  rentWaived: { asks: ['person', 'amount', 'day'], usual: 'safe', send: (header, said) => api.POST('/api/v1/rent-waivers', { params: { header }, body: as<WithoutCash>(said) }) },
  receive: { asks: UNDER_AGREEMENT, usual: 'bank', send: (header, said) => api.POST('/api/v1/instrument-receipts', { params: { header }, body: as<Under>(said) }) },
  repay: { asks: UNDER_AGREEMENT, usual: 'bank', send: (header, said) => api.POST('/api/v1/instrument-repayments', { params: { header }, body: as<Under>(said) }) },
  withdraw: { asks: UNDER_AGREEMENT, usual: 'bank', send: (header, said) => api.POST('/api/v1/instrument-repayments', { params: { header }, body: as<Under>(said) }) },
  spend: { asks: UNDER_AGREEMENT, usual: 'bank', send: (header, said) => api.POST('/api/v1/gift-spendings', { params: { header }, body: as<Schemas['GiftSpending']>(said) }) },
  waive: { asks: ['day'], usual: 'bank', send: (header, said) => api.POST('/api/v1/loan-waivers', { params: { header }, body: as<Schemas['LoanWaiver']>(said) }) },
  sharePaid: { asks: UNDER_AGREEMENT, usual: 'bank', send: (header, said) => api.POST('/api/v1/share-payments', { params: { header }, body: as<OfPerson>(said) }) },
  shareGiven: { asks: AT_THE_BANK, usual: 'bank', send: (header, said) => api.POST('/api/v1/share-redonations', { params: { header }, body: as<WithoutCash>(said) }) },
} satisfies Record<string, Deed>;

export type DeedName = keyof typeof DEEDS;
export const deedOf = (name: DeedName): Deed => DEEDS[name];

/** Those that belong to no agreement with a supporter, as the first page of money groups them. */
export const GROUPS: Record<'out' | 'in' | 'rest', readonly DeedName[]> = {
  out: ['bill', 'depositOut', 'capitalOut', 'donations'],
  in: ['depositIn', 'rentPaid', 'capitalIn'],
  rest: ['bank', 'rentWaived'],
};
