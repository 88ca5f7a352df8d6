// 摘要: what a posting of an entry is about, in a few words, by its account and side.
import type { Schemas } from '../../../lib/api/client';
import { kindName } from '../../say';
import { words } from './words';

type Gist = keyof typeof words.m.gist;

/** Debit and credit of each account. */
const SAYS: Record<string, readonly [Gist, Gist]> = {
  '10902': ['alipay', 'alipay'],
  '10901': ['wechat', 'wechat'],
  '11401': ['ownerBack', 'owner'],
  '21101': ['ownerBack', 'owner'],
  '21102': ['supporterBack', 'supporter'],
  '21104': ['donationBack', 'donation'],
  '21107': ['voucher', 'voucher'],
  '21108': ['open', 'open'],
  '50101': ['commissionBack', 'commission'],
  '50201': ['over', 'over'],
  '52102': ['discount', 'discountBack'],
  '52901': ['short', 'short'],
  '522': ['expense', 'expense'],
};

export function gist(kind: string, posting: Schemas['PostingView']): string {
  const side = posting.debit ? 0 : 1;
  if (posting.account === '10101') return words.m.gist[side === 0 ? 'safeIn' : 'safeOut'];
  if (posting.account === '10102') {
    const counter = kind === 'sale' || kind === 'refund';
    if (counter) return words.m.gist[side === 0 ? 'cashIn' : 'cashOut'];
    return words.m.gist[side === 0 ? 'drawerIn' : 'drawerOut'];
  }
  if (kind === 'member_joined') return words.m.gist.member;
  const said = SAYS[posting.account];
  return said ? words.m.gist[said[side]!] : kindName(kind);
}
