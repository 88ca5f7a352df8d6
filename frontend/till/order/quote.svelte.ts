// Asks the service what an order would come to, before the money moves. Nobody waits for it: without an answer selling goes on.
import { ask, type Api, type Schemas } from '../../lib/api/client';
import { minor, type Minor } from '../../lib/money';
import { sums } from './cart';
import type { Order } from './order';
import { exactCash, saleOf, standing } from './payment';

/** Something that a person should know before taking the money. */
export type Concern =
  | { is: 'price'; name: string; listed: Minor }
  | { is: 'task'; name: string; kind: string; amount: Minor; zh: string; en: string }
  | { is: 'total'; total: Minor }
  | { is: 'refused'; zh: string; en: string };

const CALM_MS = 400;

/** What the service's answer says about an order that a till should show. */
export function concernsOf(order: Order, quote: Schemas['Quote']): Concern[] {
  const name = (line: number): string => order.lines[line - 1]?.name ?? '';
  const prices = quote.lines.flatMap(({ list_price }, at): Concern[] => {
    const line = order.lines[at];
    return list_price && line && minor(list_price) !== line.price ? [{ is: 'price', name: line.name, listed: minor(list_price) }] : [];
  });
  /** Nobody's goods were sold as nobody's: that their grid is not known is no surprise. */
  const kind = (task: Schemas['RaisedTask']): string => (task.kind === 'unknown_grid' && order.lines[task.line - 1]?.grid === null ? 'nobodys' : task.kind);
  const tasks = quote.warnings.map((task): Concern => ({ is: 'task', name: name(task.line), kind: kind(task), amount: minor(task.amount), zh: task.detail, en: task.detail_en }));
  const total = minor(quote.total);
  return [...(total === sums(order).total ? [] : [{ is: 'total', total } as const]), ...prices, ...tasks];
}

export class Quote {
  concerns = $state.raw<Concern[]>([]);
  #about = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** The order changed: asks once it has been calm for a moment. */
  watch(order: Order): void {
    const sale = saleOf(order, exactCash(order));
    const about = order.lines.length === 0 ? '' : JSON.stringify(sale);
    if (about === this.#about) return;
    clearTimeout(this.#timer);
    this.concerns = [];
    this.#about = about;
    if (about) this.#timer = setTimeout(() => void this.#ask(order, sale, about), CALM_MS);
  }

  async #ask(order: Order, sale: Schemas['NewSale'], about: string): Promise<void> {
    const answer = await ask(this.#api.POST('/api/v1/sales/quote', { body: { sale } }));
    if (about !== this.#about) return; // overtaken
    if (answer.ok) this.concerns = concernsOf(order, answer.value);
    else if (answer.trouble.kind === 'refused') this.concerns = [{ is: 'refused', zh: answer.trouble.zh, en: answer.trouble.en }];
  }
}

/** What is left on a voucher: the quote says by how much it falls short. `null`: no answer. */
export async function leftOnVoucher(api: Api, order: Order, voucher: string): Promise<{ left: Minor; wanted: Minor } | { unknown: true } | null> {
  const wanted = standing(order).missing;
  const sale = saleOf({ ...order, given: [...order.given, { means: 'voucher', amount: wanted, voucher }] }, standing(order).cash);
  const answer = await ask(api.POST('/api/v1/sales/quote', { body: { sale } }));
  if (!answer.ok) return null;
  const short = answer.value.warnings.find(({ kind }) => kind === 'voucher_unknown' || kind === 'voucher_overdrawn');
  if (short?.kind === 'voucher_unknown') return { unknown: true };
  return { left: short ? wanted - minor(short.amount) : wanted, wanted };
}
