// The till as its screens see it: one tap pays once, what was rung up is there after a reload, and a device that keeps nothing says so.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { adopt, record } from '../../../till/device/commands';
import { keep, openDevice } from '../../../till/device/db';
import { tap } from '../../../till/order/order';
import { Till } from '../../../till/till.svelte';

const TILL = '0198a3f0-0000-7000-8000-000000000001';
const corn = { id: 'corn', grid: 'g1', name: '玉米', measure: 'piece' as const, barcode: null, price: 330n, picture: null };

async function begun(): Promise<Till> {
  const till = new Till();
  await till.begin();
  return till;
}

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  const db = await openDevice();
  await adopt(db, { till_id: TILL, epoch: 1, token: 'token' }, 'hexie');
  const shift = { id: TILL, openedAt: 1 };
  await record(db, { kind: 'shift_opened', id: shift.id, actor: TILL, body: {} }, { shift: shift.id });
  await keep(db, { seller: TILL, shift, place: { screen: 'sell' } });
});

test('what was rung up and what was given are there after a reload', async () => {
  const till = await begun();
  till.change({ ...tap(till.order, corn), notes: ['note-1000'] });
  await till.go('pay');
  const again = await begun();
  expect([again.screen, again.order.lines.length, again.order.notes]).toEqual(['pay', 1, ['note-1000']]);
  expect(again.order.id).toBe(till.order.id);
});

test('paid twice at once is sold once, and the change comes next', async () => {
  const till = await begun();
  till.change(tap(till.order, corn));
  await Promise.all([till.pay(1000n), till.pay(1000n)]);
  const sales = (await till.ofShift()).filter(({ kind }) => kind === 'sale');
  expect(sales).toHaveLength(1);
  expect([till.screen, till.document, till.order.lines]).toEqual(['change', sales[0]!.id, []]);
  expect((await begun()).screen).toBe('change');
});

test('too little is not paid', async () => {
  const till = await begun();
  till.change(tap(till.order, corn));
  await till.pay(300n);
  expect((await till.ofShift()).filter(({ kind }) => kind === 'sale')).toEqual([]);
  expect(till.order.lines).toHaveLength(1);
});

test('an order on hold comes back as it was, and the one at hand goes aside', async () => {
  const till = await begun();
  till.change(tap(till.order, corn));
  const first = till.order.id;
  await till.hold();
  till.change(tap(tap(till.order, corn), corn));
  await till.hold(till.held[0]);
  expect([till.order.id, till.held.length, till.held[0]!.lines[0]!.milli]).toEqual([first, 1, 2000n]);
});

test('a device that keeps nothing says so, and the order stands', async () => {
  const till = await begun();
  till.change(tap(till.order, corn));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await till.pay(330n);
  expect([till.notKept, till.screen, till.order.lines.length]).toEqual([true, 'sell', 1]);
  full.mockRestore();
  await till.pay(330n);
  expect([till.notKept, till.screen]).toEqual([false, 'receipt']);
});

test('what was read from the disk before a step does not take the step back', async () => {
  const till = await begun();
  const another = new BroadcastChannel('gezi-till');
  /** Another tab says that something changed, and this one is in the middle of reading it. */
  const inTheMiddle = async (step: () => Promise<void>) => {
    const reads = vi.spyOn(IDBObjectStore.prototype, 'get');
    another.postMessage('changed');
    await vi.waitFor(() => expect(reads).toHaveBeenCalled(), { interval: 0 });
    await step();
    await new Promise((done) => setTimeout(done, 50));
    reads.mockRestore();
  };
  await inTheMiddle(() => till.go('sales'));
  expect(till.screen).toBe('sales');
  await inTheMiddle(() => till.sell(null));
  expect(till.screen).toBe('who');
  another.close();
});
