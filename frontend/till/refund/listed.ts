// Sales in a list, whoever knows of them: this device, or the service.
import { ask, type Schemas } from '../../lib/api/client';
import { minor, type Minor } from '../../lib/money';
import type { Command } from '../device/db';
import type { Means } from '../order/order';
import { sold } from '../order/sold';
import type { Till } from '../till.svelte';
import { refunded } from './purchase';

export interface Listed {
  id: string;
  at: number;
  goods: readonly { name: string; good: string | null }[];
  means: readonly Means[];
  total: Minor;
  /** Whether something of it came back already. */
  touched: boolean;
}

export function listedHere(command: Command, touched = false): Listed | null {
  const sale = sold(command);
  if (!sale) return null;
  return { id: command.id, at: command.at, goods: sale.lines, means: sale.tenders.map(({ means }) => means), total: sale.total, touched };
}

export const listedThere = (told: Schemas['SaleInList']): Listed => ({
  id: told.id,
  at: Date.parse(told.occurred_at),
  goods: told.goods.map((name) => ({ name, good: null })),
  means: told.means as Means[],
  total: minor(told.total),
  touched: minor(told.refunded) > 0n,
});

/** Each sale once, the latest first. This device has its pictures; what came back may be known to either. */
export function together(here: readonly Listed[], there: readonly Listed[]): Listed[] {
  const all = new Map(there.map((sale) => [sale.id, sale]));
  for (const sale of here) all.set(sale.id, { ...sale, touched: sale.touched || (all.get(sale.id)?.touched ?? false) });
  return [...all.values()].sort((a, b) => b.at - a.at);
}

const MOST = 200;

/** What was sold at this till lately: at once what lies here, then with what the service knows besides, e.g. from the device that was here before. */
export async function lately(till: Till, show: (sales: Listed[]) => void): Promise<void> {
  const [sales, refunds] = await Promise.all([till.sales(), till.refunds()]);
  const touched = new Set(refunds.map((command) => refunded(command).sale));
  const own = till.enrolment?.tillId;
  const here = sales.filter(({ enrolment }) => enrolment.startsWith(`${own}/`)).flatMap((command) => listedHere(command, touched.has(command.id)) ?? []);
  show(together(here, []));
  if (!own) return;
  const answer = await ask(till.api.GET('/api/v1/sales', { params: { query: { till_id: own, limit: MOST } } }));
  if (answer.ok) show(together(here, answer.value.items.map(listedThere)));
}
