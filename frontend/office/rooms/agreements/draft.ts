// The shares of a new version while they are being written.
import type { Schemas } from '../../../lib/api/client';
import { HUNDRED, parseE6, percent, type E6 } from './percent';
import type { Version } from './versions';

export interface ShareDraft {
  party: 'owner' | 'cooperative' | 'supporter';
  person: string;
  percent: string;
  instrument: string;
}

export const usual = (): ShareDraft[] => [
  { party: 'owner', person: '', percent: '85', instrument: '' },
  { party: 'cooperative', person: '', percent: '15', instrument: '' },
];

export const like = (version: Version): ShareDraft[] =>
  version.shares.map((share) => ({
    party: share.party as ShareDraft['party'],
    person: share.party === 'supporter' ? (share.person_id ?? '') : '',
    percent: share.percent,
    instrument: share.instrument_id ?? '',
  }));

/** What is missing to a hundred; below zero where it is too much; null where a percentage cannot be read. */
export function missing(shares: readonly ShareDraft[]): E6 | null {
  let total = 0n;
  for (const share of shares) {
    const value = parseE6(share.percent);
    if (value === null) return null;
    total += value;
  }
  return HUNDRED - total;
}

/** As the service takes them, once they are whole: each supporter named once, a hundred in all. */
export function texts(shares: readonly ShareDraft[]): Schemas['ShareText'][] | null {
  const people = shares.filter((share) => share.party === 'supporter').map((share) => share.person);
  if (missing(shares) !== 0n || people.some((person) => !person) || new Set(people).size !== people.length) return null;
  return shares.map((share) => ({
    party: share.party,
    person_id: share.party === 'supporter' ? share.person : null,
    percent: percent(parseE6(share.percent)!),
    instrument_id: share.instrument || null,
    fallback: null,
  }));
}
