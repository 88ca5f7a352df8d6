// Which screen an address means. An app lives below its base ("/office/"); a route is a list of segments, `:name` takes any.

export interface Found<R> {
  route: R;
  params: Record<string, string>;
}

/** The first pattern that fits, e.g. match("sales/:id", "sales/7") → { id: "7" }; null where none does. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [i, segment] of wanted.entries()) {
    const value = given[i]!;
    if (!segment.startsWith(':')) {
      if (segment !== value) return null;
      continue;
    }
    try {
      params[segment.slice(1)] = decodeURIComponent(value);
    } catch {
      return null; // a broken %-sequence names nothing
    }
  }
  return params;
}

export class Router {
  path = $state('');
  query = $state.raw(new URLSearchParams());
  readonly #base: string;
  /** With which filters a screen was seen last. */
  readonly #seen = new Map<string, string>();

  constructor(base: string) {
    this.#base = base;
    this.#read();
    addEventListener('popstate', () => this.#read());
    // Ordinary links stay ordinary: a click on one of ours changes the screen without loading the page again.
    document.addEventListener('click', (event) => this.#click(event));
  }

  /** The address of a screen of this app, for `href`. */
  href(path: string, query?: Record<string, string | undefined>): string {
    const given = Object.entries(query ?? {}).filter((pair): pair is [string, string] => !!pair[1]);
    const text = new URLSearchParams(given).toString();
    return this.#base + path.replace(/^\//, '') + (text && `?${text}`);
  }

  /** The address of a screen as it was left: a list that one opened a row of keeps its filters and its place. */
  back(path: string): string {
    return this.#base + path + (this.#seen.get(path) ?? '');
  }

  go(path: string, query?: Record<string, string | undefined>): void {
    this.#show(this.href(path, query), false);
  }

  /** The same screen with other filters: the way back leads to where one came from, not through every letter typed. */
  replace(path: string, query?: Record<string, string | undefined>): void {
    this.#show(this.href(path, query), true);
  }

  find<R>(routes: readonly (readonly [string, R])[]): Found<R> | null {
    for (const [pattern, route] of routes) {
      const params = match(pattern, this.path);
      if (params) return { route, params };
    }
    return null;
  }

  #show(address: string, replacing: boolean): void {
    if (replacing) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    this.#read();
    if (!replacing) scrollTo(0, 0);
  }

  #read(): void {
    const { pathname, search } = location;
    this.path = pathname.startsWith(this.#base) ? pathname.slice(this.#base.length) : '';
    this.query = new URLSearchParams(search);
    this.#seen.set(this.path, search);
  }

  #click(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (!link.pathname.startsWith(this.#base) || (link.hash && link.pathname === location.pathname)) return;
    event.preventDefault();
    this.#show(link.pathname + link.search, false);
  }
}
