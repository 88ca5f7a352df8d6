// The one way to the service: a client typed by the API's own description, and answers that say what went wrong in words.
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];
export type Api = Client<paths>;
/** What a list may be asked for. What stands in the address is text: the service reads it, and says no to what it does not know. */
export type Asked<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Query } } } ? Query : never;

/** Why an answer is not there. `refused`: the service said no, in words. `away`: no answer came, so the same may be sent again. */
export interface Trouble {
  kind: 'refused' | 'signed-out' | 'away';
  /** The problem's name for programs, e.g. "not_found"; empty where nobody answered. */
  slug: string;
  title: string;
  zh: string;
  en: string;
  field: string | null;
  /** Seconds until asking again makes sense. */
  retryAfter: number | null;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

const AWAY: Trouble = { kind: 'away', slug: '', title: '', zh: '', en: '', field: null, retryAfter: null };

interface Call<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Runs a call and turns whatever happens into an answer; it never throws. */
export async function ask<T>(call: Promise<Call<T>>): Promise<Answer<T>> {
  let done: Call<T>;
  try {
    done = await call;
  } catch {
    return { ok: false, trouble: AWAY };
  }
  if (done.response.ok) return { ok: true, value: done.data as T };
  return { ok: false, trouble: troubleOf(done.response, done.error) };
}

function troubleOf(response: Response, body: unknown): Trouble {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<Schemas['Problem']>;
  const kind = response.status === 401 ? 'signed-out' : response.status >= 500 || response.status === 408 ? 'away' : 'refused';
  return {
    kind,
    slug: problem.type?.replace('/problems/', '') ?? '',
    title: problem.title ?? '',
    zh: problem.detail ?? '',
    en: problem.detail_en ?? '',
    field: problem.field ?? null,
    retryAfter: problem.retry_after ?? null,
  };
}

/** For pages whose sign-in lies in cookies that no script can read. An access token that ran out is renewed once, then asked again;
    where that does not help, the sign-in is over, and `ended` hears of it. */
export function withCookies(ended: () => void = () => undefined): Api {
  const api = createClient<paths>({ baseUrl: '/' });
  const asked = new WeakMap<Request, Request>();
  const renewing: Middleware = {
    onRequest({ request }) {
      asked.set(request, request.clone());
    },
    async onResponse({ request, response }) {
      const again = asked.get(request);
      if (response.status !== 401 || !again || /\/(refresh|sign-in)$/.test(new URL(request.url).pathname)) return undefined;
      if (await renewed()) return fetch(again);
      ended();
      return undefined;
    },
  };
  api.use(renewing);
  return api;
}

let renewing: Promise<boolean> | null = null;

async function renew(): Promise<boolean> {
  const response = await fetch('/api/v1/refresh', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  // An answer that nobody reads keeps its connection.
  void response.body?.cancel();
  return response.ok;
}

/** Ten requests renew once: a refresh token is good once. Two tabs take turns where the browser lets them (it does on HTTPS and on this machine). */
function renewed(): Promise<boolean> {
  const turn: Promise<boolean> = renewing ?? ('locks' in navigator ? navigator.locks.request('gezi-refresh', renew).then((done) => done) : renew()).catch(() => false);
  renewing = turn;
  void turn.finally(() => {
    renewing = null;
  });
  return turn;
}

/** For a till: its token goes along with every request. */
export function withToken(token: () => string | null): Api {
  const api = createClient<paths>({ baseUrl: '/', credentials: 'omit' });
  api.use({
    onRequest({ request }) {
      const shown = token();
      if (shown) request.headers.set('authorization', `Bearer ${shown}`);
      return request;
    },
  });
  return api;
}
