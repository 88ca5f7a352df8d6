// What a version of an agreement is today: in force, to come, over, or waiting for somebody.
import type { Schemas } from '../../../lib/api/client';
import { api } from '../../session';

export type Version = Schemas['VersionInFull'];
export type State = 'in-force' | 'to-come' | 'over' | 'waiting' | 'withdrawn';

/** Nobody's cooperative has agreed on more. */
const PAGES = 100;

/** Every version, or those of one grid, in the order in which they were proposed. */
export async function versionsOf(grid?: string) {
  const rows: Version[] = [];
  let after: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const answer = await api.GET('/api/v1/agreement-versions', { params: { query: { limit: 200, ...(grid && { grid_id: grid }), ...(after && { after }) } } });
    if (!answer.data) return { error: answer.error, response: answer.response };
    rows.push(...answer.data.items);
    after = answer.data.next ?? undefined;
    if (!after || page === PAGES - 1) return { data: rows, response: answer.response };
  }
  throw new RangeError('no page was asked for');
}

export const isWaiting = (version: Version): boolean => !version.is_agreed && !version.withdrawn_at;

/** As the service chooses: made for whoever has the grid, agreed, begun; the latest of these. */
export function inForce(versions: readonly Version[], owner: string | null | undefined, today: string): Version | undefined {
  const key = (version: Version) => `${version.effective_on} ${version.approved_at ?? ''} ${version.id}`;
  return versions
    .filter((version) => version.is_agreed && version.owner_id === owner && version.effective_on <= today)
    .sort((one, other) => (key(one) < key(other) ? 1 : -1))[0];
}

export function stateOf(version: Version, current: Version | undefined, today: string): State {
  if (version.withdrawn_at) return 'withdrawn';
  if (!version.is_agreed) return 'waiting';
  if (version.id === current?.id) return 'in-force';
  return version.effective_on > today ? 'to-come' : 'over';
}

/** In the order of their first days: a line of time. */
export const byTime = (versions: readonly Version[]): Version[] =>
  [...versions].sort((one, other) => one.effective_on.localeCompare(other.effective_on) || one.proposed_at.localeCompare(other.proposed_at));

/** As the dry run and a proposal want them. */
export const shareTexts = (version: Version): Schemas['ShareText'][] =>
  version.shares.map((share) => ({
    party: share.party,
    person_id: share.party === 'supporter' ? (share.person_id ?? null) : null,
    percent: share.percent,
    instrument_id: share.instrument_id ?? null,
    fallback: share.fallback,
  }));

export const dayAfter = (day: string): string => {
  const at = new Date(`${day}T00:00:00Z`);
  return new Date(at.getTime() + 86_400_000).toISOString().slice(0, 10);
};
