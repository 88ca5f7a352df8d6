// The figures of what a till reported, wherever they stand in it: any of them may be what was typed wrong. Read, corrected, and put back
// where they came from; everything else stays as it arrived.
import { parseMinor, sum, wire, type Minor } from '../../../lib/money';
import { isObject, list, text, type Any } from './received';

export type Sort = 'quantity' | 'amount' | 'pieces';
export interface Figure {
  /** Where it stands, e.g. `lines 0 price`. */
  at: readonly (string | number)[];
  sort: Sort;
  /** As it arrived; empty where nothing did. */
  was: string;
}

const SORTS: Record<string, Sort> = { quantity: 'quantity', pieces: 'pieces' };
const IN_LINES = ['quantity', 'price', 'amount', 'pieces'];
const BESIDE = ['amount', 'order_discount', 'rounding_off', 'change', 'donation', 'counted', 'brought', 'taken'];
/** A sale may have these although its till reported none. */
const OF_A_SALE = ['change', 'donation'];
const RIGHT: Record<Sort, RegExp> = { quantity: /^\d{1,6}(\.\d{1,3})?$/, pieces: /^\d{1,6}$/, amount: /^/ };

/** Every figure of a body, in the order in which people read them. */
export function figures(body: Any, kind: string): Figure[] {
  const rows = (['lines', 'tenders', 'count'] as const).flatMap((name) =>
    list(body[name]).flatMap((row, i) => [
      ...IN_LINES.filter((field) => text(row[field]) !== '').map((field) => ({ at: [name, i, field], sort: SORTS[field] ?? ('amount' as const), was: text(row[field]) })),
      ...['owner_discount', 'shop_discount'].filter((field) => given(row[field])).map((field) => ({ at: [name, i, field, 'amount'], sort: 'amount' as const, was: given(row[field]) })),
    ]),
  );
  const beside = BESIDE.flatMap((field): Figure[] => {
    const was = given(body[field]);
    if (was) return [{ at: isObject(body[field]) ? [field, 'amount'] : [field], sort: 'amount', was }];
    return kind === 'sale' && OF_A_SALE.includes(field) ? [{ at: [field], sort: 'amount', was: '' }] : [];
  });
  return [...rows, ...beside];
}

/** An amount, or the amount of a discount. */
const given = (value: unknown): string => text(isObject(value) ? value.amount : value);

export const right = (sort: Sort, typed: string): boolean => (sort === 'amount' ? (parseMinor(typed) ?? -1n) >= 0n : RIGHT[sort].test(typed.trim()));

/** The body with corrected figures. What was not reported and stays nothing is not written down. */
export function corrected(body: Any, all: readonly Figure[], typed: readonly string[]): Any {
  const copy = structuredClone(body);
  all.forEach(({ at, sort, was }, i) => {
    const now = sort === 'amount' ? wire(parseMinor(typed[i]!) ?? 0n) : typed[i]!.trim();
    if (same({ sort, was }, typed[i]!)) return;
    let within: Any = copy;
    for (const step of at.slice(0, -1)) within = within[step] as Any;
    within[at.at(-1)!] = now;
  });
  return copy;
}

/** Whether a figure is what it was. */
export const same = ({ sort, was }: Pick<Figure, 'sort' | 'was'>, typed: string): boolean =>
  sort === 'amount' && parseMinor(typed) !== null ? parseMinor(typed) === (was === '' ? 0n : parseMinor(was)) : typed.trim() === was;

/** What a sale's goods come to and what was paid for them. null where a share of a price has to be reckoned: that is the service's work. */
export function adds(body: Any): { due: Minor; paid: Minor } | null {
  const off = (value: unknown): Minor | null => (value === undefined || value === null ? 0n : isObject(value) ? parseMinor(text(value.amount)) : null);
  const due: (Minor | null)[] = list(body.lines).flatMap((line) => {
    const [quantity, price] = [thousandths(text(line.quantity)), parseMinor(text(line.price))];
    const gross = quantity === null || price === null ? null : (quantity * price + 500n) / 1000n;
    return [gross, less(off(line.owner_discount)), less(off(line.shop_discount))];
  });
  const beside = (field: string): Minor | null => (text(body[field]) === '' ? 0n : parseMinor(text(body[field])));
  due.push(less(off(body.order_discount)), less(beside('rounding_off')), beside('donation'));
  const paid = [...list(body.tenders).map(({ amount }) => parseMinor(text(amount))), less(beside('change'))];
  const known = (all: (Minor | null)[]): all is Minor[] => !all.includes(null);
  return known(due) && known(paid) ? { due: sum(due), paid: sum(paid) } : null;
}

const less = (amount: Minor | null): Minor | null => (amount === null ? null : -amount);

function thousandths(quantity: string): bigint | null {
  const found = /^(\d{1,6})(?:\.(\d{1,3}))?$/.exec(quantity);
  return found ? BigInt(found[1]! + (found[2] ?? '').padEnd(3, '0')) : null;
}
