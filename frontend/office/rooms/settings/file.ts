// A whole list as a CSV file: every page of it, as far as the filters reach.
import { ask, type Trouble } from '../../../lib/api/client';
import { download } from '../../../lib/csv';
import type { Page, Query } from '../../../lib/list.svelte';

type Fetch<Row> = (query: Query) => Promise<{ data?: Page<Row>; error?: unknown; response: Response }>;

/** Gives what went wrong, if anything did: a file that lacks its end is none. */
export async function file<Row>(name: string, titles: string[], query: Query, fetch: Fetch<Row>, cells: (row: Row) => string[]): Promise<Trouble | null> {
  const rows: string[][] = [titles];
  let after: string | undefined;
  do {
    const answer = await ask(fetch({ ...query, after, limit: '200' }));
    if (!answer.ok) return answer.trouble;
    rows.push(...answer.value.items.map(cells));
    after = answer.value.next ?? undefined;
  } while (after);
  download(name, rows);
  return null;
}
