// The device's queue: numbered without gaps, on the disk before anybody is told, delivered in order, never lost, never twice.
import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { adopt, currentEnrolment, needingHelp, prune, record, unsent } from '../../../till/device/commands';
import { kept, keep, openDevice, type Command, type Device } from '../../../till/device/db';
import { FIRST_HASH, bodyHash, opened, type Fact } from '../../../till/device/envelope';
import { Sender, tryAgain } from '../../../till/device/sender';
import { reconcile, settle, type TillState } from '../../../till/device/standing';
import { lease } from '../../../till/device/turn';
import { newOrder } from '../../../till/order/order';
import { uuid7 } from '../../../lib/uuid7';

let db: Device;
let made = 0;
const TILL = '0198a3f0-0000-7000-8000-000000000001';

beforeEach(async () => {
  db = await openDevice(`till-${++made}`);
  await adopt(db, { till_id: TILL, epoch: 1, token: 'token-1' }, 'hexie');
});

const sale = (id = uuid7()): Fact => ({ kind: 'sale', id, actor: TILL, body: { lines: [], tenders: [] } });
const told = async (fact = sale()): Promise<Command> => (await record(db, fact, { shift: null }))!;
const posted = () => Response.json({ state: 'posted', document_id: TILL, tasks: [] }, { status: 201 });
const problem = (status: number, more: object = {}) => Response.json({ type: '/problems/some', title: 't', status, detail: '细', detail_en: 'd', ...more }, { status });

/** A service that answers in turn, and remembers what it was sent. */
function service(...answers: (Response | 'nobody')[]) {
  const heard: { key: string; bytes: Uint8Array; token: string }[] = [];
  const send = (async (_address: RequestInfo | URL, request?: RequestInit) => {
    const headers = request!.headers as Record<string, string>;
    heard.push({ key: headers['idempotency-key']!, bytes: request!.body as Uint8Array, token: headers.authorization! });
    const answer = answers.length > 0 ? answers.shift()! : posted();
    if (answer === 'nobody') throw new TypeError('no network');
    return answer;
  }) as typeof fetch;
  return { heard, sender: new Sender(db, () => undefined, send) };
}

test('commands are numbered from 1 and each names the hash of the one before', async () => {
  const [first, second] = [await told(), await told()];
  expect(opened(first.bytes)).toMatchObject({ seq: 1, prev_hash: FIRST_HASH });
  expect(opened(second.bytes)).toMatchObject({ seq: 2, prev_hash: bodyHash('sale', first.bytes) });
});

test('ten at once get ten numbers', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => told()));
  expect(all.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('an order is sold once, whichever tab is faster and however often it is tapped', async () => {
  const order = newOrder();
  await keep(db, { order });
  const pay = () => record(db, sale(order.id), { shift: null, onlyIfOrder: order.id, keep: { order: newOrder() } });
  const paid = await Promise.all([pay(), pay(), pay()]);
  expect(paid.filter(Boolean)).toHaveLength(1);
  expect(await unsent(db)).toHaveLength(1);
  expect((await kept(db, 'order'))!.id).not.toBe(order.id);
  expect((await currentEnrolment(db))!.nextSeq).toBe(2);
});

test('the queue goes out in order, and what was answered leaves it', async () => {
  const commands = [await told(), await told(), await told()];
  const { heard, sender } = service();
  await sender.flush();
  expect(heard.map(({ key }) => key)).toEqual(commands.map(({ id }) => id));
  expect(await unsent(db)).toHaveLength(0);
  expect((await db.get('commands', commands[0]!.n))!.answer!.state).toBe('posted');
});

test('without an answer the very same bytes go again, and nothing overtakes', async () => {
  const command = await told();
  await told();
  const { heard, sender } = service('nobody');
  await sender.flush();
  expect(heard).toHaveLength(1);
  expect(sender.reached).toBe(false);
  await sender.flush({ now: true });
  expect(heard).toHaveLength(3);
  expect(heard[1]).toEqual(heard[0]);
  expect(heard[1]!.bytes).toEqual(command.bytes);
});

test('a busy service is not asked again before the time that it names', async () => {
  await told();
  const { heard, sender } = service(problem(503, { retry_after: 60 }));
  await sender.flush();
  await sender.flush();
  expect(heard).toHaveLength(1);
  expect(await unsent(db)).toHaveLength(1);
});

test.each([400, 409, 413, 422])('%i: a person should look, and the later ones go on', async (status) => {
  const bad = await told();
  await told();
  const { sender } = service(problem(status));
  await sender.flush();
  expect((await needingHelp(db)).map(({ id }) => id)).toEqual([bad.id]);
  expect((await needingHelp(db))[0]!.problem).toMatchObject({ status, detail: '细', detail_en: 'd' });
  expect(await unsent(db)).toHaveLength(0);
});

test('a key that belonged to something else is changed when it is tried again, the bytes are not', async () => {
  const bad = await told();
  const { heard, sender } = service(problem(409));
  await sender.flush();
  await tryAgain(db, bad.n, uuid7);
  await sender.flush();
  expect(heard[1]!.key).not.toBe(bad.id);
  expect(heard[1]!.bytes).toEqual(bad.bytes);
  expect(await needingHelp(db)).toHaveLength(0);
});

test('401: nothing is sent, everything is kept, and a new enrolment delivers it', async () => {
  await told();
  await told();
  const { heard, sender } = service(problem(401));
  await sender.flush();
  expect(heard).toHaveLength(1);
  expect((await currentEnrolment(db))!.unknown).toBe(true);
  expect(await unsent(db)).toHaveLength(2);
  await adopt(db, { till_id: TILL, epoch: 2, token: 'token-2' }, 'hexie');
  await sender.flush();
  expect(await unsent(db)).toHaveLength(0);
  expect(heard.slice(1).map(({ token }) => token)).toEqual(['Bearer token-2', 'Bearer token-2']);
  expect(opened(heard[1]!.bytes)).toMatchObject({ epoch: 1, seq: 1 });
});

test('another till on the same device speaks with its own token', async () => {
  await told();
  await adopt(db, { till_id: '0198a3f0-0000-7000-8000-00000000000f', epoch: 1, token: 'token-b' }, 'hexie');
  await told();
  const { heard, sender } = service();
  await sender.flush();
  expect(heard.map(({ token }) => token)).toEqual(['Bearer token-1', 'Bearer token-b']);
});

test('a command that the service breaks over does not hold the others for ever', async () => {
  await told();
  const later = await told();
  const { heard, sender } = service(...Array.from({ length: 5 }, () => problem(500)));
  for (let turn = 0; turn < 5; turn++) await sender.flush({ now: true });
  expect(heard.at(-1)!.key).toBe(later.id);
  expect(await unsent(db)).toHaveLength(1);
});

test.each([
  ['a sign-in page of the network', new Response('<html>hello</html>', { status: 200, headers: { 'content-type': 'text/html' } })],
  ['a proxy that refuses', new Response('forbidden', { status: 403 })],
  ['a stranger who says 201', Response.json({ hello: 1 }, { status: 201 })],
])('%s is not our service: nothing leaves the queue', async (_name, answer) => {
  await told();
  const { sender } = service(answer);
  await sender.flush();
  expect(await unsent(db)).toHaveLength(1);
  expect(sender.reached).toBe(false);
});

test('only what was delivered long ago is forgotten', async () => {
  const old = new Date(Date.now() - 20 * 86_400_000);
  const first = (await record(db, sale(), { shift: null }, old))!;
  const second = (await record(db, sale(), { shift: null }, old))!;
  await db.put('commands', { ...first, state: 'delivered' });
  await prune(db);
  expect((await db.getAll('commands')).map(({ id }) => id)).toEqual([second.id]);
});

test('one tab holds the lease, and loses it when it dies', async () => {
  expect(await lease(db, 'a', 1000)).toBe(true);
  expect(await lease(db, 'b', 2000)).toBe(false);
  expect(await lease(db, 'a', 3000)).toBe(true);
  expect(await lease(db, 'b', 200_000)).toBe(true);
});

const state = (more: Partial<TillState>): TillState => ({
  till_id: TILL, name: '一号', site: '菜场', coop: 'hexie', epoch: 1, next_seq: 1, last_hash: FIRST_HASH, open_shift_id: null, business_date: null, highest_early_seq: null,
  revoked: false, now: '2026-06-30T01:00:00Z', ...more,
});

test('a device that forgot goes on behind what the service has', async () => {
  const shift = uuid7();
  await settle(db, `${TILL}/1`, state({ next_seq: 8, last_hash: 'a'.repeat(64), open_shift_id: shift }), 250);
  expect(await currentEnrolment(db)).toMatchObject({ nextSeq: 8, lastHash: 'a'.repeat(64), clockOffsetMs: 250, name: '一号' });
  expect((await kept(db, 'shift'))!.id).toBe(shift);
});

test('a shift that was opened here and not told yet stands against the service’s word', async () => {
  const shift = { id: uuid7(), openedAt: 1 };
  await record(db, { ...sale(shift.id), kind: 'shift_opened' }, { shift: shift.id, keep: { shift } });
  await settle(db, `${TILL}/1`, state({ next_seq: 1 }), 0);
  expect((await kept(db, 'shift'))!.id).toBe(shift.id);
});

test('a service that was restored from an older copy is told again', async () => {
  for (let turn = 0; turn < 3; turn++) await told();
  await service().sender.flush();
  await settle(db, `${TILL}/1`, state({ next_seq: 2 }), 0);
  expect((await unsent(db)).map(({ seq }) => seq)).toEqual([2, 3]);
});

test('a number that nobody has is named', () => {
  const enrolment = { key: 'k', tillId: TILL, epoch: 1, token: '', coop: '', name: '', site: '', nextSeq: 9, lastHash: FIRST_HASH, clockOffsetMs: 0, revoked: false, unknown: false, missingSeq: null };
  expect(reconcile(enrolment, [], state({ next_seq: 4 }), 0).enrolment.missingSeq).toBe(4);
});
