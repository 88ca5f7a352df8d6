// What a till sent, read as far as it can be read: it was set aside because something about it is not as expected.
import { parseMinor, shown } from '../../../lib/money';

type Any = Record<string, unknown>;
const isObject = (value: unknown): value is Any => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const list = (value: unknown): Any[] => (Array.isArray(value) ? value.filter(isObject) : []);

export function amount(value: unknown): string {
  const minor = parseMinor(text(value));
  return minor === null ? text(value) : shown(minor);
}

export interface Read {
  body: Any;
  happened: string;
  lines: { name: string; quantity: string; price: string }[];
  tenders: { means: string; amount: string }[];
  change: string;
  donation: string;
}

export function read(received: Any): Read {
  const body = isObject(received.body) ? received.body : {};
  return {
    body,
    happened: text(received.occurred_at),
    lines: list(body.lines).map((line) => ({ name: text(line.name), quantity: text(line.quantity), price: amount(line.price ?? line.amount) })),
    tenders: list(body.tenders).map((tender) => ({ means: text(tender.means), amount: amount(tender.amount) })),
    change: text(body.change),
    donation: text(body.donation),
  };
}
