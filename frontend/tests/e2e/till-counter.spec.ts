// What a till does besides selling: who stands at it, goods that come back, money that moves, the shift's end. At every step the page is
// loaded again; the books have everything once.
import zh from '../../till/messages/zh-CN';
import { anotherDevice, Counter } from './counter';
import { expect, test, withoutBarriers } from './house';
import { Office } from './office';

interface Refund {
  id: string;
  sale_id?: string;
  approved_by?: string;
  paid: string;
  reason?: string;
}
const refundsOf = async (counter: Counter): Promise<Refund[]> =>
  (await (await Office.of(counter.service, 'treasurer')).get<{ items: Refund[] }>(`/refunds?till_id=${counter.tillId}`)).items;

interface Shift {
  id: string;
  difference?: string;
}
const shiftsOf = async (counter: Counter): Promise<Shift[]> =>
  (await (await Office.of(counter.service, 'treasurer')).get<{ items: Shift[] }>(`/shifts?till_id=${counter.tillId}`)).items;

/** Sells so many of it for the exact sum. */
async function sells(counter: Counter, good: string, count: number): Promise<void> {
  await counter.goesTo('A01');
  for (let i = 0; i < count; i++) await counter.taps(good);
  await counter.exactly();
  await counter.sold();
  await counter.next();
}

test('a refund keeps its way over every reload, is told once, and what came back cannot come back again', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  await sells(counter, '玉米饼', 3);
  await counter.allSent();
  await counter.chooses('refund');
  await page.reload();
  await page.locator('.rowbtn').first().click();
  await expect(counter.heading(zh.refund.what)).toBeVisible();
  await page.reload();
  await counter.button(zh.refund.oneMore('玉米饼')).click();
  await counter.button(zh.refund.oneMore('玉米饼')).click();
  await page.reload();
  await expect(page.locator('.giant .sum')).toContainText('7.00');
  await counter.button(zh.refund.next).click();
  await counter.button(zh.refund.reasons.broken).click();
  await page.reload();
  await counter.button(zh.refund.next).click();
  await expect(counter.heading(zh.refund.agree)).toBeVisible();
  await page.reload();
  await expect(counter.heading(zh.refund.agree)).toBeVisible();
  await page.keyboard.type(service.helperPin);
  await expect(counter.heading(zh.refund.give)).toBeVisible();
  await page.reload();
  await expect(counter.heading(zh.refund.give)).toBeVisible();

  // What the helper agreed to was two: after a change they are asked again.
  await counter.button(zh.pay.goBack).click();
  await counter.button(zh.pay.goBack).click();
  await counter.button(zh.refund.oneMore('玉米饼')).click();
  await counter.button(zh.refund.fewer('玉米饼')).click();
  await counter.button(zh.refund.next).click();
  await counter.button(zh.refund.next).click();
  await expect(counter.heading(zh.refund.agree)).toBeVisible();
  await page.keyboard.type(service.helperPin);
  await expect(counter.heading(zh.refund.give)).toBeVisible();

  await counter.button(zh.refund.given).evaluate((button) => {
    (button as HTMLElement).click();
    (button as HTMLElement).click();
  });
  await expect(counter.heading(zh.refund.done)).toBeVisible();
  await page.reload();
  await expect(counter.heading(zh.refund.done)).toBeVisible();
  await counter.allSent();
  const [refund, ...more] = await refundsOf(counter);
  expect(more).toEqual([]);
  expect(refund).toMatchObject({ paid: '7.00', reason: 'broken' });
  expect(refund!.approved_by).toBeTruthy();

  await counter.button(zh.help.goOn).click();
  await counter.chooses('refund');
  await page.locator('.rowbtn').first().click();
  await counter.button(zh.refund.all).click();
  await expect(page.locator('.giant .sum')).toContainText('3.50');
  await expect(counter.button(zh.refund.oneMore('玉米饼'))).toBeDisabled();
});

test('without a helper the customer gets the money, and the office gets the question', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  await sells(counter, '玉米饼', 1);
  await counter.allSent();
  await counter.chooses('refund');
  await page.locator('.rowbtn').first().click();
  await counter.button(zh.refund.all).click();
  await counter.button(zh.refund.next).click();
  await counter.button(zh.refund.reasons.unwanted).click();
  await counter.button(zh.refund.next).click();
  await counter.button(zh.refund.nobodyThere).click();
  await expect(page.getByText(zh.refund.notAgreed)).toBeVisible();
  await counter.button(zh.refund.given).click();
  await expect(page.getByText(zh.refund.willLook)).toBeVisible();
  await counter.allSent();
  expect(await refundsOf(counter)).toMatchObject([{ paid: '3.50' }]);
  expect((await refundsOf(counter))[0]!.approved_by).toBeUndefined();

  // This device remembers what the service has not taken from the line.
  await counter.button(zh.help.goOn).click();
  await counter.chooses('refund');
  await page.locator('.rowbtn').first().click();
  await expect(page.getByText(zh.refund.nothingLeft)).toBeVisible();
});

test('a receipt of another till is found by what its code says, its own by the number', async ({ browser, page, service, expected }) => {
  expected('404');
  const other = await anotherDevice(browser, service);
  const [here, there] = [await Counter.open(page, service), await Counter.open(other.page, service)];
  await sells(there, '红豆馒头', 2);
  await there.allSent();
  const treasurer = await Office.of(service, 'treasurer');
  const [{ id, epoch, seq }] = (await treasurer.get<{ items: [{ id: string; epoch: number; seq: number }] }>(`/sales?till_id=${there.tillId}`)).items;
  const { receipt_token: token } = await treasurer.get<{ receipt_token: string }>(`/sales/${id}`);

  await here.chooses('refund');
  await page.getByLabel(zh.refund.slip).fill(`${epoch}-${seq + 7000}`);
  await here.button(zh.refund.find).click();
  await expect(page.getByText(zh.refund.unknown)).toBeVisible();
  await page.getByLabel(zh.refund.slip).fill(`${service.url}/r/${service.coop}/${token}`);
  await here.button(zh.refund.find).click();
  await expect(here.heading(zh.refund.what)).toBeVisible();
  await expect(page.locator('.rowbtn')).toContainText('红豆馒头');

  await there.chooses('refund');
  await other.page.getByLabel(zh.refund.slip).fill(`${epoch}-${String(seq).padStart(4, '0')}`);
  await there.button(zh.refund.find).click();
  await expect(there.heading(zh.refund.what)).toBeVisible();
  await other.context.close();
});

test('a drawer that is 0.50 short closes without blame, and the office knows the same', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  await sells(counter, '玉米饼', 1); // 100 + 3.50
  await counter.chooses('drawer');
  await counter.button(zh.drawer.ways.drop).click();
  await counter.types('50');
  await page.reload();
  await counter.button(zh.drawer.go.drop).click();
  await expect(counter.heading(zh.drawer.done.drop)).toBeVisible();
  await page.reload();
  await counter.button(zh.help.goOn).click();
  await counter.chooses('close');
  await page.getByLabel(zh.counting.how(zh.money['note-5000'])).fill('1');
  await counter.button(zh.counting.more(zh.money['note-100'])).click();
  await counter.button(zh.counting.more(zh.money['coin-100'])).click();
  await counter.button(zh.counting.more(zh.money['coin-100'])).click();
  await page.reload();
  await expect(page.locator('.tally .sum')).toContainText('53.00');
  await counter.button(zh.counting.counted).click();
  await expect(counter.heading(zh.close.short('五角'))).toBeVisible();
  await page.reload();
  await expect(counter.heading(zh.close.short('五角'))).toBeVisible();
  await counter.button(zh.close.go).click();
  await expect(counter.heading(zh.report.closed)).toBeVisible();
  await page.reload();
  await expect(counter.heading(zh.close.short('五角'))).toBeVisible();
  await counter.allSent();
  expect((await shiftsOf(counter)).map(({ difference }) => difference)).toEqual(['-0.50']);
  const saved = page.waitForEvent('download');
  await counter.button('PDF').click();
  expect((await saved).suggestedFilename()).toMatch(/^gezi-1-\d{4}\.pdf$/);
  await counter.button(zh.report.bye).click();
  await expect(counter.heading(zh.who.title)).toBeVisible();
});

test('a shift that is closed without a network is told in its turn', async ({ page, context, service, expected }) => {
  expected('ERR_INTERNET_DISCONNECTED');
  const counter = await Counter.open(page, service);
  await counter.allSent();
  await context.setOffline(true);
  await sells(counter, '玉米饼', 2);
  await counter.chooses('close');
  await page.getByLabel(zh.counting.how(zh.money['note-10000'])).fill('1');
  await page.getByLabel(zh.counting.how(zh.money['coin-100'])).fill('7');
  await counter.button(zh.counting.counted).click();
  await expect(counter.heading(zh.close.right)).toBeVisible();
  await counter.button(zh.close.go).click();
  await expect(page.getByText(zh.report.waits)).toBeVisible();
  await context.setOffline(false);
  await counter.allSent();
  await expect(counter.button('PDF')).toBeVisible();
  expect((await shiftsOf(counter)).map(({ difference }) => difference)).toEqual(['0.00']);
});

test('a device that becomes the till in an open shift closes it with the figures of the whole shift', async ({ browser, page, service, expected }) => {
  expected('ERR_INTERNET_DISCONNECTED');
  const before = await Counter.open(page, service);
  await sells(before, '玉米饼', 1); // 3.50
  await before.allSent();
  const other = await anotherDevice(browser, service);
  const { code } = await (await Office.of(service, 'organiser')).ask<{ code: string }>('/till-codes', { till_id: before.tillId });
  const counter = await Counter.letIn(other.page, service, before.tillId, code);
  await counter.sits('云朵家');
  await expect(counter.total).toBeVisible(); // the shift is open already
  await sells(counter, '红豆馒头', 1); // 2.00
  await counter.allSent();

  const rows = other.page.locator('.lines.plain');
  const part = other.page.getByText(zh.close.part);
  await counter.chooses('close');
  await other.page.getByLabel(zh.counting.how(zh.money['note-10000'])).fill('1');
  await other.page.getByLabel(zh.counting.how(zh.money['note-500'])).fill('1');
  await other.context.setOffline(true);
  await counter.button(zh.counting.counted).click();
  await expect(part).toBeVisible();
  await expect(rows).toContainText('2.00');
  await other.context.setOffline(false);
  await expect(rows).toContainText('5.50');
  await expect(part).toBeHidden();
  await expect(counter.heading(zh.close.short('五角'))).toBeVisible();
  await counter.button(zh.close.go).click();
  await expect(counter.heading(zh.report.closed)).toBeVisible();
  await counter.allSent();
  await expect(rows).toContainText('5.50');
  await expect(counter.heading(zh.close.short('五角'))).toBeVisible();
  expect((await shiftsOf(counter)).map(({ difference }) => difference)).toEqual(['-0.50']);
  await other.context.close();
});

test('three pictures say who it is; others are asked for again; the order waits meanwhile', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  const organiser = await Office.of(service, 'organiser');
  const people = await organiser.get<{ items: { id: string; nickname?: string }[] }>('/people?limit=200');
  const person = people.items.find(({ nickname }) => nickname === '麦穗家')!;
  await organiser.send('/picture-pins', { person_id: person.id, pictures: ['fish', 'moon', 'cat'] });
  await counter.goesTo('A01');
  await counter.taps('玉米饼');
  await page.reload(); // learns of the pictures
  await expect(counter.total).toContainText('3');
  await page.waitForLoadState('networkidle');
  await counter.chooses('who');
  await counter.sits('麦穗家');
  for (const picture of ['fish', 'moon', 'boat'] as const) await counter.button(zh.who.pictures[picture]).click();
  await expect(page.getByText(zh.who.pin.wrong)).toBeVisible();
  for (const picture of ['cat', 'fish', 'moon'] as const) await counter.button(zh.who.pictures[picture]).click();
  await expect(counter.total).toContainText('3');
  await expect(counter.button(zh.bar.change('麦穗家'))).toBeVisible();
});

test('a device that still holds something of a till is not made another one', async ({ page, context, service, expected }) => {
  expected('ERR_INTERNET_DISCONNECTED');
  expected('ERR_FAILED');
  const counter = await Counter.open(page, service);
  await counter.allSent();
  // The service cannot be reached with sales, but with a code it can.
  await context.route('**/api/v1/sales', (route) => route.abort());
  await context.route('**/api/v1/shift-closings', (route) => route.abort());
  await sells(counter, '玉米饼', 1);
  await counter.chooses('close');
  await counter.button(zh.counting.counted).click();
  await counter.button(zh.close.go).click();
  await expect(counter.heading(zh.report.closed)).toBeVisible();
  const { code } = await (await Office.of(service, 'organiser')).newTill(`另一台 ${Date.now() % 100_000}`);
  await page.goto(`/till/?code=${code}&coop=${service.coop}`);
  await counter.button(zh.enrol.go).click();
  await expect(page.getByText(zh.enrol.otherTitle)).toBeVisible();
  await context.unroute('**/api/v1/sales');
  await context.unroute('**/api/v1/shift-closings');
  await counter.button(zh.enrol.keep).click();
  await page.locator('.pill').click();
  await counter.button(zh.help.now).click();
  await counter.allSent();
  expect(await shiftsOf(counter)).toHaveLength(1);
});

test('what waits can be read, and taken along as it is', async ({ page, context, service, expected }) => {
  expected('ERR_FAILED');
  const counter = await Counter.open(page, service);
  await counter.allSent();
  await context.route('**/api/v1/sales', (route) => route.abort());
  await sells(counter, '玉米饼', 1);
  await page.locator('.pill').click();
  await counter.button(zh.help.content).click();
  await expect(page.getByRole('region', { name: zh.help.content })).toContainText('"name": "玉米饼"');
  const saving = page.waitForEvent('download');
  await counter.button(zh.help.file).click();
  const saved = await (await saving).createReadStream();
  const text = (await saved.toArray()).map(String).join('');
  expect(JSON.parse(text)).toMatchObject({ till_id: counter.tillId, seq: 2, body: { lines: [{ name: '玉米饼', price: '3.50' }] } });
  await withoutBarriers(page, { strict: true, where: 'what a command says' });
});

test('large tiles are 30 mm, stay over a reload, and every good can still be reached', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  await counter.goesTo('A01');
  await counter.button(zh.bar.more).click();
  await counter.button(zh.bar.large).click();
  await page.keyboard.press('Escape');
  await page.reload();
  await counter.goesTo('A01');
  const sizes = await page.locator('.tile.good').evaluateAll((tiles) => tiles.map((tile) => tile.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)));
  expect(sizes).toHaveLength(6);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(176);
  await page.locator('.shelf').getByRole('button', { name: zh.pages.after }).click();
  await counter.taps('豆沙粽');
  await expect(counter.total).toContainText('5');
});
