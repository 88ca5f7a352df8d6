// What ids are called: people by their nickname (their real names stay sealed), tills, grids, sites and accounts by name.
// Fetched when a screen first asks, and kept while the page is open.
import { ask, type Schemas } from '../lib/api/client';
import { language } from '../lib/language.svelte';
import { api } from './session';

type Page<T> = { items: T[]; next?: string | null };
type Fetch<T> = (after: string | undefined) => Promise<{ data?: Page<T>; error?: unknown; response: Response }>;

/** More pages than these nobody looks up by name. */
const PAGES = 50;

class Register<T> {
  #rows = $state.raw<ReadonlyMap<string, T>>(new Map());
  #asked = false;
  readonly #key: (row: T) => string;
  readonly #fetch: Fetch<T>;

  constructor(key: (row: T) => string, fetch: Fetch<T>) {
    this.#key = key;
    this.#fetch = fetch;
  }

  get(id: string | null | undefined): T | undefined {
    this.#begin();
    return id ? this.#rows.get(id) : undefined;
  }
  get all(): T[] {
    this.#begin();
    return [...this.#rows.values()];
  }
  /** Somebody added one, or changed it. */
  async again(): Promise<void> {
    this.#asked = true;
    const rows = new Map<string, T>();
    let after: string | undefined;
    for (let page = 0; page < PAGES; page++) {
      const answer = await ask(this.#fetch(after));
      if (!answer.ok) {
        this.#asked = false;
        return;
      }
      for (const row of answer.value.items) rows.set(this.#key(row), row);
      after = answer.value.next ?? undefined;
      if (!after) break;
    }
    this.#rows = rows;
  }

  #begin(): void {
    if (this.#asked) return;
    this.#asked = true;
    // Not within what asked: that is a screen being drawn.
    queueMicrotask(() => void this.again());
  }
}

const query = (after: string | undefined) => ({ params: { query: { limit: 200, ...(after && { after }) } } });
const id = (row: { id: string }) => row.id;

class Directory {
  readonly people = new Register<Schemas['PersonView']>(id, (after) => api.GET('/api/v1/people', query(after)));
  readonly tills = new Register<Schemas['TillView']>(id, (after) => api.GET('/api/v1/tills', query(after)));
  readonly grids = new Register<Schemas['GridView']>(id, (after) => api.GET('/api/v1/grids', query(after)));
  readonly sites = new Register<Schemas['SiteView']>(id, (after) => api.GET('/api/v1/sites', query(after)));
  readonly accounts = new Register<Schemas['AccountView']>((row) => row.code, () => api.GET('/api/v1/accounts'));

  /** What a person is called; the last letters of their id where they have no name at the till. */
  person(id: string | null | undefined): string {
    const person = this.people.get(id);
    return person?.nickname ?? person?.code ?? (id ? id.slice(-6) : '');
  }
  /** A grid by what is written on it and whose it is today. */
  grid(id: string | null | undefined): string {
    const grid = this.grids.get(id);
    return grid ? [grid.code, this.person(grid.owner_id)].filter(Boolean).join(' ') : '';
  }
  till(id: string | null | undefined): string {
    return this.tills.get(id)?.name ?? (id ? id.slice(-6) : '');
  }
  /** Whose balance a posting is about: a person, or a till's drawer. */
  party(id: string | null | undefined): string {
    return this.tills.get(id)?.name ?? this.person(id);
  }
  account(code: string): string {
    const account = this.accounts.get(code);
    return account ? (language.english ? account.name_en : account.name) : '';
  }
}

export const directory = new Directory();
