// A service that gives one answer to everything, and lists without an address bar.
import createClient from 'openapi-fetch';
import type { Api } from '../lib/api/client';
import type { paths } from '../lib/api/schema';
import type { Address } from '../lib/list.svelte';

export function answering(status: number, body: unknown): Api {
  const fetch = () => Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }));
  return createClient<paths>({ baseUrl: 'http://gallery.invalid/', fetch });
}

export const silent: Api = createClient<paths>({ baseUrl: 'http://gallery.invalid/', fetch: () => new Promise(() => undefined) });

export class Pretended implements Address {
  path = '';
  query = $state.raw(new URLSearchParams());
  replace(_path: string, query: Record<string, string | undefined> = {}): void {
    this.query = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]));
  }
}
