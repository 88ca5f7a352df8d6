// The books beside the registers that are kept apart from them: each pair must be the same.
import { ask, type Answer, type Trouble } from '../../../lib/api/client';
import { minor, sum, wire, type Minor } from '../../../lib/money';
import { api } from '../../session';

export interface Tie {
  name: 'people' | 'drawer' | 'open' | 'vouchers';
  /** How many items the register has. */
  items: number;
  register: Minor;
}
export const ACCOUNTS: Record<Tie['name'], readonly string[]> = {
  people: ['11401', '21101', '21102'],
  drawer: ['10102'],
  open: ['21108'],
  vouchers: ['21107'],
};

type Page<T> = { items: T[]; next?: string | null };
type Call<T> = Promise<{ data?: Page<T>; error?: unknown; response: Response }>;

class Missing extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.title);
  }
}

async function whole<T>(call: (query: { limit: number; after?: string }) => Call<T>): Promise<T[]> {
  const rows: T[] = [];
  let after: string | undefined;
  do {
    const answer = await ask(call({ limit: 200, ...(after && { after }) }));
    if (!answer.ok) throw new Missing(answer.trouble);
    rows.push(...answer.value.items);
    after = answer.value.next ?? undefined;
  } while (after);
  return rows;
}

const tie = (name: Tie['name'], amounts: string[]): Tie => ({ name, items: amounts.length, register: sum(amounts.map(minor)) });

async function people(): Promise<Tie> {
  const balances = await whole((query) => api.GET('/api/v1/balances', { params: { query } }));
  return tie('people', balances.filter(({ account }) => ACCOUNTS.people.includes(account)).map(({ owed }) => owed));
}

/** What lies in each drawer by its last shift: expected while it is open, else what was counted, which the books took over. */
async function drawers(): Promise<Tie> {
  const tills = await whole((query) => api.GET('/api/v1/tills', { params: { query } }));
  const amounts = await Promise.all(
    tills.map(async (till) => {
      const [last] = (await one(api.GET('/api/v1/shifts', { params: { query: { till_id: till.id, limit: 1 } } }))).items;
      if (!last) return null;
      const report = await one(api.GET('/api/v1/shifts/{id}', { params: { path: { id: last.id } } }));
      // Cash of commands that still wait lies in the drawer, but not in the books.
      return report.closing ? wire(minor(report.closing.counted) - minor(report.closing.waiting)) : report.drawer.expected;
    }),
  );
  return tie('drawer', amounts.filter((amount) => amount !== null));
}

async function one<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const answer: Answer<T> = await ask(call);
  if (!answer.ok) throw new Missing(answer.trouble);
  return answer.value;
}

async function openItems(): Promise<Tie> {
  const items = await whole((query) => api.GET('/api/v1/open-items', { params: { query: { ...query, open: true } } }));
  return tie('open', items.map(({ amount }) => amount));
}

async function vouchers(): Promise<Tie> {
  const left = await whole((query) => api.GET('/api/v1/vouchers', { params: { query: { ...query, open: true } } }));
  return tie('vouchers', left.map(({ remaining }) => remaining));
}

export async function ties(): Promise<Answer<Tie[]>> {
  try {
    return { ok: true, value: await Promise.all([people(), drawers(), openItems(), vouchers()]) };
  } catch (missing) {
    if (missing instanceof Missing) return { ok: false, trouble: missing.trouble };
    throw missing;
  }
}
