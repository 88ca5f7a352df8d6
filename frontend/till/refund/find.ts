// Finds the sale that something comes back of: at the service, and on this device where there is no network or it was not told yet.
import { ask, type Answer, type Schemas } from '../../lib/api/client';
import type { Command } from '../device/db';
import type { Till } from '../till.svelte';
import { fromDevice, fromService, less, refunded, type Purchase } from './purchase';

/** What a customer shows: the link behind the code of the receipt, its last part, or the number on the paper. */
export function receiptCode(text: string): string {
  const trimmed = text.trim().replace(/[?#].*$/, '');
  return trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

/** The number on the paper: the till's enrolment and its own number, e.g. "1-0042" or "1-42". */
function isNumber(code: string, command: Command): boolean {
  const [epoch, seq, more] = code.split('-');
  const by = command.enrolment.split('/')[1];
  return more === undefined && epoch === by && !!seq && /^\d+$/.test(seq) && Number(seq) === command.seq;
}

/** What the service does not know, or does not count, of what came back here. */
const unknownThere = (command: Command): boolean => command.state !== 'delivered' || command.answer?.state !== 'posted' || !refunded(command).approved;

async function whole(till: Till, told: Schemas['SaleView']): Promise<Purchase> {
  const before = await Promise.all(told.refund_ids.map((id) => ask(till.api.GET('/api/v1/refunds/{id}', { params: { path: { id } } }))));
  return fromService(told, before.flatMap((answer) => (answer.ok ? [answer.value] : [])));
}

async function complete(till: Till, answer: Answer<Schemas['SaleView']>, here: Command | undefined): Promise<Answer<Purchase>> {
  const id = answer.ok ? answer.value.id : here?.id;
  const back = (await till.refunds()).filter((command) => refunded(command).sale === id);
  if (answer.ok) return { ok: true, value: less(await whole(till, answer.value), back.filter(unknownThere).map(refunded)) };
  return here ? { ok: true, value: less(fromDevice(here), back.map(refunded)) } : answer;
}

export async function findSale(till: Till, id: string): Promise<Answer<Purchase>> {
  return complete(till, await ask(till.api.GET('/api/v1/sales/{id}', { params: { path: { id } } })), await till.command(id));
}

export async function findReceipt(till: Till, text: string): Promise<Answer<Purchase>> {
  const code = receiptCode(text);
  const isThis = (command: Command): boolean => isNumber(code, command) || (code.length >= 16 && command.about.receiptToken === code);
  const here = (await till.sales()).find(isThis);
  if (here) return findSale(till, here.id);
  return complete(till, await ask(till.api.GET('/api/v1/till/receipts/{code}', { params: { path: { code } } })), undefined);
}
