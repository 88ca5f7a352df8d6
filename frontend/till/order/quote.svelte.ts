// Asks the service what an order would come to, before the money moves. Nobody waits for it: without an answer selling goes on.
import { ask, type Api, type Schemas } from '../../lib/api/client';
import { minor, type Minor } from '../../lib/money';
import { sums } from './cart';
import { roundedForCash } from './coins';
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
  return [...(total === sums(roundedForCash(order)).total ? [] : [{ is: 'total', total } as const]), ...prices, ...tasks];
}

/** Whether nothing changed that the service would reckon with; which notes were tapped is none of it. Orders are never changed in place. */
const isSameSale = (a: Order, b: Order): boolean =>
  a.lines === b.lines && a.orderDiscount === b.orderDiscount && a.roundingOff === b.roundingOff && a.donation === b.donation && a.given === b.given;

export class Quote {
  concerns = $state.raw<Concern[]>([]);
  #about: Order | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** The order changed: asks once it has been calm for a moment. Nothing is put together before: a tap must be on the screen first. */
  watch(order: Order): void {
    if (this.#about && isSameSale(this.#about, order)) return;
    clearTimeout(this.#timer);
    if (this.concerns.length > 0) this.concerns = [];
    this.#about = order;
    if (order.lines.length > 0) this.#timer = setTimeout(() => void this.#ask(order), CALM_MS);
  }

  async #ask(order: Order): Promise<void> {
    const answer = await ask(this.#api.POST('/api/v1/sales/quote', { body: { sale: saleOf(order, exactCash(order)) } }));
    if (order !== this.#about) return; // overtaken
    if (answer.ok) this.concerns = concernsOf(order, answer.value);
    else if (answer.trouble.kind === 'refused') this.concerns = [{ is: 'refused', zh: answer.trouble.zh, en: answer.trouble.en }];
  }
}

/** What is left on a voucher: the quote says by how much it falls short. `null`: no answer. */
export async function leftOnVoucher(api: Api, order: Order, voucher: string): Promise<{ left: Minor; wanted: Minor } | { unknown: true } | null> {
  const wanted = standing(order).open;
  const sale = saleOf({ ...order, given: [...order.given, { means: 'voucher', amount: wanted, voucher }] }, standing(order).cash);
  const answer = await ask(api.POST('/api/v1/sales/quote', { body: { sale } }));
  if (!answer.ok) return null;
  const short = answer.value.warnings.find(({ kind }) => kind === 'voucher_unknown' || kind === 'voucher_overdrawn');
  if (short?.kind === 'voucher_unknown') return { unknown: true };
  return { left: short ? wanted - minor(short.amount) : wanted, wanted };
}
