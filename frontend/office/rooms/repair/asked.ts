// What the lists of tasks and proposals are asked for, as it stands in the address and as the service reads it.
import { instant } from '../../../lib/dates';
import type { Query } from '../../../lib/list.svelte';
import type { paths } from '../../../lib/api/schema';

export type OpenQuery = NonNullable<paths['/api/v1/tasks']['get']['parameters']['query']>;

export const OPEN_FILTERS = ['all', 'kind', 'from', 'to'] as const;

/** Days are the cooperative's, moments the service's: a list up to a day has that whole day. */
export function openQuery({ all, from, to, ...rest }: Query, zone: string): OpenQuery {
  const since = from && instant(from, 0, zone);
  const before = to && instant(to, 24, zone);
  return { ...rest, ...(!all && { open: true }), ...(since && { since }), ...(before && { before }) } as OpenQuery;
}
