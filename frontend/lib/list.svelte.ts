// A list that the service filters, sorts and pages. What is asked for stands in the address, so that a list can be sent to somebody,
// printed, and found again by going back.
import { untrack } from 'svelte';
import { ask, type Trouble } from './api/client';
import { waits } from './load.svelte';
import type { Router } from './router.svelte';

/** Where it stands what is asked for. */
export type Address = Pick<Router, 'path' | 'query' | 'replace'>;

export interface Page<Row> {
  items: Row[];
  next?: string | null;
}
export type Query = Record<string, string | undefined>;
type Fetch<Row> = (query: Query) => Promise<{ data?: Page<Row>; error?: unknown; response: Response }>;

/** The address of everything that a list is asked for, as CSV. */
export function asCsv(path: string, query: object): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1] && pair[0] !== 'after');
  return `${path}?${new URLSearchParams([...given, ['format', 'csv']])}`;
}

export class List<Row> {
  /** null until the first page is here; what was shown stays while the next one is fetched. */
  rows = $state.raw<Row[] | null>(null);
  next = $state.raw<string | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  busy = $state(false);
  /** Where the pages before this one began: the service only knows the way forward. */
  #before = $state.raw<string[]>([]);
  #latest = 0;
  readonly #address: Address;
  readonly #fetch: Fetch<Row>;
  readonly #names: readonly string[];
  readonly #usual: string;

  /**
   * `names`: the filters that the address may hold, beside `sort` and `after`; `usual`: how the service sorts where nothing else is asked for.
   * To be made where a component begins.
   */
  constructor(address: Address, names: readonly string[], fetch: Fetch<Row>, usual = '') {
    this.#address = address;
    this.#fetch = fetch;
    this.#names = [...names, 'sort', 'after'];
    this.#usual = usual;
    $effect(() => {
      const asked = this.query;
      untrack(() => void this.#ask(asked));
    });
  }

  get query(): Query {
    const asked: Query = {};
    for (const name of this.#names) asked[name] = this.#address.query.get(name) || undefined;
    return asked;
  }
  /** Without the place in it: what a CSV file of the whole list is asked with. */
  get filters(): Query {
    return { ...this.query, after: undefined };
  }
  get filtered(): boolean {
    return Object.entries(this.filters).some(([name, value]) => name !== 'sort' && value);
  }
  /** The name of the column by which it is sorted; a leading `-` where the largest comes first. */
  get sort(): string {
    return this.query.sort ?? this.#usual;
  }

  filter(change: Query): void {
    this.#before = [];
    this.#address.replace(this.#address.path, { ...this.filters, ...change });
  }
  unfilter(): void {
    this.filter(Object.fromEntries(this.#names.map((name) => [name, name === 'sort' ? this.query.sort : undefined])));
  }
  sortBy(name: string): void {
    this.filter({ sort: this.sort === name ? `-${name}` : name });
  }

  get page(): number {
    return this.#before.length + 1;
  }
  /** Somebody was sent an address in the middle of a list, or loaded it again. */
  get astray(): boolean {
    return this.#before.length === 0 && !!this.query.after;
  }
  forward(): void {
    if (!this.next) return;
    this.#before = [...this.#before, this.query.after ?? ''];
    this.#address.replace(this.#address.path, { ...this.query, after: this.next });
  }
  back(): void {
    const before = this.#before.at(-1);
    this.#before = this.#before.slice(0, -1);
    this.#address.replace(this.#address.path, { ...this.query, after: before || undefined });
  }

  again(): void {
    void this.#ask(this.query);
  }

  async #ask(query: Query): Promise<void> {
    const mine = ++this.#latest;
    this.busy = true;
    const answer = await ask(this.#fetch(query));
    if (mine !== this.#latest) return;
    this.busy = false;
    this.trouble = answer.ok ? null : answer.trouble;
    waits(this, this.trouble);
    if (!answer.ok) return;
    this.rows = answer.value.items;
    this.next = answer.value.next ?? null;
  }
}
