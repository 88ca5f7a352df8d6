// What a till sent, read as far as it can be read: it was set aside because something about it is not as expected.
import { parseMinor, shown } from '../../../lib/money';
import { words } from './words';

export type Any = Record<string, unknown>;
export const isObject = (value: unknown): value is Any => typeof value === 'object' && value !== null && !Array.isArray(value);
export const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
export const list = (value: unknown): Any[] => (Array.isArray(value) ? value.filter(isObject) : []);

export function amount(value: unknown): string {
  const minor = parseMinor(text(value));
  return minor === null ? text(value) : shown(minor);
}

export interface Read {
  body: Any;
  happened: string;
}

export function read(received: Any): Read {
  const body = isObject(received.body) ? received.body : {};
  return { body, happened: text(received.occurred_at) };
}

export const meansOf = (tender: Any): string => named(words.m.item.means, text(tender.means));

/** A line for people: what it is about, and how much. */
export interface Told {
  key: string;
  name: string;
  value: string;
}

const named = (names: Record<string, string>, name: string): string => names[name] ?? name;

/** What a command reports, line by line: goods, payments, pieces of money that were counted, and what stands beside them. */
export function told(body: Any): Told[] {
  const { item } = words.m;
  const lines = list(body.lines).map((line, i) => {
    const [quantity, price] = [text(line.quantity), amount(line.price ?? line.amount)];
    return { name: text(line.name) || item.nth(text(line.line) || String(i + 1)), value: [quantity, price].filter(Boolean).join(' × ') };
  });
  const tenders = list(body.tenders).map((tender) => ({ name: meansOf(tender), value: amount(tender.amount) }));
  const count = list(body.count).map((pieces) => ({ name: amount(pieces.denomination), value: `× ${text(pieces.pieces)}` }));
  const discount = isObject(body.order_discount) ? { order_discount: body.order_discount.amount } : {};
  const beside = Object.entries(item.fields).flatMap(([field, name]) => {
    const value = ({ ...body, ...discount } as Any)[field];
    if (text(value) === '') return [];
    return [{ name, value: field === 'movement' ? named(item.movements, text(value)) : amount(value) }];
  });
  // Two lines of one name are told apart, so that each is compared with its own.
  const seen = new Map<string, number>();
  return [...lines, ...tenders, ...count, ...beside].map((row) => {
    const nth = (seen.get(row.name) ?? 0) + 1;
    seen.set(row.name, nth);
    return { ...row, key: `${row.name} ${nth}` };
  });
}
