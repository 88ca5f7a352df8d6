// The office: every screen that can be reached, room by room, for those who work there; and its door.
import { readFileSync } from 'node:fs';
import type { components } from '../../lib/api/schema';
import shared from '../../lib/messages/zh-CN';
import { minor, shown, sum } from '../../lib/money';
import { shifted } from '../../lib/months';
import zh from '../../office/messages/zh-CN';
import repair from '../../office/rooms/repair/messages/zh-CN';
import sales from '../../office/rooms/sales/messages/zh-CN';
import statements from '../../office/rooms/statements/messages/zh-CN';
import today from '../../office/rooms/today/messages/zh-CN';
import { drawn, everyScreen } from './crawl';
import { expect, signIn, SIZES, speaks, test, withoutBarriers, type Service } from './house';
import { Office } from './office';

const ROOMS = ['sales', 'shifts', 'entries', 'trial-balance', 'agreements', 'statements', 'settings', 'repair'];
/** The organiser sets up what the others only read. */
const whoLooks = (room: string) => (room === 'settings' ? 'organiser' : 'treasurer');
const front = (path: string) => /^\/office\/?$/.test(path);
const below = (room: string) => (path: string) => path.split('/')[2] === room;

for (const [room, belongs] of [['', front], ...ROOMS.map((room) => [room, below(room)] as const)] as const) {
  test(`office, ${room || 'today'}: every screen`, async ({ page, service }) => {
    test.setTimeout(180_000);
    await signIn(page, service, whoLooks(room));
    await everyScreen(page, `/office/${room}`, { name: 'office', belongs, language: 'zh-CN', sizes: ['desktop', 'tablet', 'upright', 'phone'], dark: true });
  });
  test(`office, ${room || 'today'}: every screen, in English`, async ({ page, service }) => {
    test.setTimeout(180_000);
    await speaks(page, 'en');
    await signIn(page, service, whoLooks(room));
    await everyScreen(page, `/office/${room}`, { name: 'office', belongs, language: 'en', sizes: ['phone', 'desktop'] });
  });
}

test('the office has the rooms that are looked at here', async ({ page, service }) => {
  await signIn(page, service, 'treasurer');
  await page.goto('/office/');
  await drawn(page);
  const rooms = await page.getByRole('navigation', { name: zh.rooms.label }).getByRole('link').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname.split('/')[2]));
  expect(rooms.filter(Boolean).sort()).toEqual([...ROOMS].sort());
});

test('the door opens by keyboard alone, and says kindly when the password is another', async ({ page, service, expected }) => {
  expected('401');
  await page.goto('/office/');
  await expect(page.getByLabel(shared.signIn.name)).toBeVisible();
  await withoutBarriers(page);
  await page.getByLabel(shared.signIn.name).focus();
  await page.keyboard.type('treasurer');
  await page.keyboard.press('Tab');
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await withoutBarriers(page);
  await page.getByLabel(shared.signIn.password).fill(service.passwords.treasurer!);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: zh.rooms.label })).toBeVisible();
});

/** The last day of the demo on which something was sold. */
async function lastDay(service: Service): Promise<string> {
  const { last_day } = await (await Office.of(service, 'treasurer')).get<components['schemas']['DayView']>('/today');
  return last_day!;
}
/** The latest day with a few sales by WeChat of 20 yuan or more: the demo is told up to now, and early in the morning today has hardly any. */
async function dayOfTrade(service: Service): Promise<string> {
  const treasurer = await Office.of(service, 'treasurer');
  const last = Date.parse(await lastDay(service));
  for (let back = 0; back < 7; back++) {
    const day = new Date(last - back * 86_400_000).toISOString().slice(0, 10);
    const { items } = await treasurer.get<{ items: unknown[] }>(`/sales?from=${day}&to=${day}&means=wechat&at_least=20.00&limit=100`);
    if (items.length > 1 && items.length < 50) return day;
  }
  throw new Error('the demo tells no day with sales by WeChat');
}
const amounts = (cells: string[]) => sum(cells.map((cell) => minor(cell.replaceAll(',', '').trim())));

test('sales are filtered and sorted, their total agrees with the list, and the CSV has the same rows', async ({ page, service }) => {
  const day = await dayOfTrade(service);
  await signIn(page, service, 'treasurer');
  await page.goto(`/office/sales?from=${day}&to=${day}`);
  await drawn(page);
  await page.getByLabel(sales.means).selectOption('wechat');
  await page.getByLabel(zh.filters.at_least).fill('20');
  await page.getByLabel(zh.filters.at_least).press('Enter');
  await expect(page).toHaveURL(/means=wechat&at_least=20\.00/);
  await page.getByRole('button', { name: sales.total }).click();
  await expect(page.getByRole('columnheader', { name: sales.total })).toHaveAttribute('aria-sort', 'ascending');

  const totals = page.locator(`[aria-label="${sales.totals.title}"][aria-busy="false"] dd`);
  const rows = page.locator('.scroller[aria-busy="false"] tbody tr');
  await expect(rows.first()).toBeVisible();
  const paid = await rows.locator(`[data-label="${sales.total}"]`).allTextContents();
  expect(paid.length).toBeGreaterThan(1);
  expect(paid.length, 'one page holds them').toBeLessThan(50);
  expect(minor(paid[0]!.trim())).toBeGreaterThanOrEqual(20_00n);
  await expect(totals.nth(0)).toHaveText(String(paid.length));
  await expect(totals.nth(1)).toHaveText(shown(amounts(paid)));
  await withoutBarriers(page);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: shared.list.csv }).click();
  const [head, ...lines] = readFileSync(await (await download).path(), 'utf8').trim().split(/\r?\n/);
  const column = head!.replace('\uFEFF', '').split(',').indexOf('total');
  expect(lines.map((line) => line.split(',')[column])).toEqual(paid.map((text) => text.replaceAll(',', '').trim()));

  // Whoever looks at a sale comes back to the list that they left.
  const left = page.url();
  await rows.first().getByRole('link').first().click();
  await page.getByRole('link', { name: sales.back }).click();
  await expect(page).toHaveURL(left);
  await expect(rows).toHaveCount(paid.length);
});

test('a bar of the day leads to the sales that it is made of', async ({ page, service }) => {
  const day = await lastDay(service);
  await signIn(page, service, 'treasurer');
  await page.goto(`/office/?day=${day}`);
  await drawn(page);
  const bar = page.getByRole('figure', { name: today.charts.hour }).locator('.plot a').first();
  const [hour, amount] = (await bar.getAttribute('aria-label'))!.split(': ') as [string, string];
  expect(minor(amount.replaceAll(',', ''))).toBeGreaterThan(0n);
  await bar.click();
  await expect(page.getByRole('combobox', { name: sales.hour })).toHaveValue(hour.split(' ')[0]!);
  await expect(page.locator(`[aria-label="${sales.totals.title}"] dd`).nth(1)).toHaveText(amount);
  const times = await page.locator('.scroller[aria-busy="false"] tbody').locator(`[data-label="${sales.time}"]`).allTextContents();
  expect(times.length).toBeGreaterThan(0);
  for (const time of times) expect(Number(time.trim().split(' ')[1]!.split(':')[0])).toBe(Number(hour.split(' ')[0]));
});

test('what waits is counted beside its room, and each line leads to where it is decided', async ({ page, service }) => {
  const found = await (await Office.of(service, 'treasurer')).get<components['schemas']['WaitingView']>('/waiting');
  const mine = [...found.asked.filter((each) => each.mine).map(() => 1), ...found.piles.filter((pile) => pile.mine).map((pile) => pile.count)].reduce((all, count) => all + count, 0);
  expect(mine, 'the demo leaves something to do').toBeGreaterThan(0);
  await signIn(page, service, 'treasurer');
  await page.goto('/office/');
  await expect(page.getByRole('heading', { name: today.waits.title(mine) })).toBeVisible();
  const badges = await page.getByRole('navigation', { name: zh.rooms.label }).locator('b').allTextContents();
  expect(badges.map((badge) => Number.parseInt(badge, 10)).reduce((all, count) => all + count, 0)).toBe(mine);
  await page.locator('.asks a').first().click();
  await expect(page).toHaveURL(/\/office\/(repair|agreements)/);
});

test('a payment that was typed wrong is corrected by one person, agreed to by a second, and posted', async ({ page, browser, service }) => {
  const office = await Office.of(service, 'treasurer');
  const { items } = await office.get<{ items: components['schemas']['QuarantinedView'][] }>('/quarantine?open=true');
  const wrong = items.find(({ kind, reason }) => kind === 'sale' && reason !== 'practice')!;
  const [, paid, due] = /是 ([\d.]+) 元，应收 ([\d.]+) 元/.exec(wrong.detail)!;
  await signIn(page, service, 'treasurer');
  await page.goto(`/office/repair/aside/${wrong.command_id}`);
  // What could only be refused is not offered, and says why.
  await expect(page.getByRole('radio', { name: repair.item.asIs })).toBeDisabled();
  await expect(page.getByText(repair.item.notAsIs)).toBeVisible();
  await expect(page.getByRole('radio', { name: repair.item.mended })).toBeChecked();
  await expect(page.getByRole('button', { name: repair.item.send })).toBeDisabled();
  await page.getByLabel(/^收到的/).fill(due!);
  await expect(page.getByText(repair.item.agrees)).toBeVisible();
  await withoutBarriers(page);
  await page.getByRole('button', { name: repair.item.send }).click();
  await expect(page.getByText(repair.proposal.yours)).toBeVisible();
  await expect(page.getByRole('button', { name: repair.proposal.agree, exact: true })).toHaveCount(0);

  const other = await browser.newContext({ viewport: SIZES.phone, locale: 'zh-CN', baseURL: service.url });
  const second = await other.newPage();
  await signIn(second, service, 'organiser');
  await second.goto(`/office/repair/aside/${wrong.command_id}`);
  await expect(second.getByText(repair.item.stood(paid!))).toBeVisible();
  await second.getByRole('button', { name: repair.proposal.agree, exact: true }).click();
  await expect(second.getByText(repair.aside.outcomes.posted)).toBeVisible();
  // The finished repair names both and leads to its entry.
  const steps = second.locator('.steps li');
  const { items: people } = await office.get<{ items: components['schemas']['PersonView'][] }>('/people?limit=200');
  const called = (code: string) => people.find((person) => person.code === code)!.nickname!;
  await expect(steps.nth(1)).toContainText(called('treasurer'));
  await expect(steps.nth(2)).toContainText(called('organiser'));
  await steps.nth(3).getByRole('link').click();
  await expect(second).toHaveURL(/\/office\/entries\/\d+/);
  await second.goBack();
  await withoutBarriers(second);
  await other.close();
  await service.verify();
});

test('a month that has passed is issued from its preview, and its PDF opens', async ({ page, service }) => {
  const office = await Office.of(service, 'treasurer');
  const { items: owed } = await office.get<{ items: components['schemas']['BalanceView'][] }>('/balances');
  const owner = owed.find(({ account }) => ['11401', '21101'].includes(account))!;
  const today = (await office.get<components['schemas']['DayView']>('/today')).day;
  const month = shifted(today.slice(0, 7), -1);
  // In the first days of a month the demo has issued every statement of the last one.
  const { items: issued } = await office.get<{ items: components['schemas']['StatementView'][] }>(`/statements?owner_id=${owner.person_id}`);
  await signIn(page, service, 'treasurer');
  await page.goto(`/office/statements/${owner.person_id}/${month}`);
  if (!issued.some((statement) => statement.month === month)) {
    await page.getByRole('button', { name: statements.month.issue }).click();
    await expect(page.getByText(statements.month.done)).toBeVisible();
  }
  const pdf = await page.request.get((await page.getByRole('link', { name: statements.month.open }).getAttribute('href'))!);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await withoutBarriers(page);
});
