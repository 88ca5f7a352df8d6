// The agreements of one owner: what is in force on each grid, and what waits for their word.
import type { Schemas } from '../lib/api/client';
import { api } from './session';

type Version = Schemas['VersionView'];

export interface InForce {
  version: Version;
  shares: Schemas['ShareView'][];
  /** The grid's code. */
  grid: string;
}
export interface Found {
  current: InForce[];
  waiting: Version[];
}

/** More pages than this nobody's agreements fill. */
const PAGES = 20;

const isAwaited = (version: Version) => !version.consented_at && !version.withdrawn_at;

/** The version that splits on a day: the last agreed one that has begun. */
export function inForce(versions: readonly Version[], grid: string, day: string): Version | null {
  const begun = versions.filter((version) => version.grid_id === grid && version.is_agreed && version.effective_on <= day);
  return begun.reduce<Version | null>((last, version) => (!last || version.effective_on >= last.effective_on ? version : last), null);
}

/** Every version of an owner, or the answer that says why there is none. */
export async function allOf(owner: string): Promise<{ versions: Version[]; failed: { error?: unknown; response: Response } | null; response: Response }> {
  const versions: Version[] = [];
  let after: string | undefined;
  for (let page = 0; ; page++) {
    const answer = await api.GET('/api/v1/agreement-versions', { params: { query: { limit: 200, after } } });
    if (!answer.data) return { versions, failed: answer, response: answer.response };
    versions.push(...answer.data.items.filter((version) => version.owner_id === owner));
    after = answer.data.next ?? undefined;
    if (!after || page === PAGES) return { versions, failed: null, response: answer.response };
  }
}

/** For a `Load`: like one call, made of several. */
export async function versionsOf(owner: string, today: string): Promise<{ data?: Found; error?: unknown; response: Response }> {
  const { versions, failed, response } = await allOf(owner);
  if (failed) return { error: failed.error, response: failed.response };
  const current: InForce[] = [];
  for (const grid of new Set(versions.map((version) => version.grid_id))) {
    const version = inForce(versions, grid, today);
    if (!version) continue;
    const [full, place] = await Promise.all([
      api.GET('/api/v1/agreement-versions/{id}', { params: { path: { id: version.id } } }),
      api.GET('/api/v1/grids/{id}', { params: { path: { id: grid } } }),
    ]);
    if (!full.data) return { error: full.error, response: full.response };
    // A grid that has another owner by now is not this one's any more.
    const owners = place.data?.owners.filter(({ from_day }) => from_day <= today) ?? [];
    const last = owners.reduce<(typeof owners)[number] | null>((latest, one) => (!latest || one.from_day >= latest.from_day ? one : latest), null);
    if (last && last.owner_id !== owner) continue;
    current.push({ version, shares: full.data.shares, grid: place.data?.code ?? '' });
  }
  return { data: { current, waiting: versions.filter(isAwaited) }, response };
}
