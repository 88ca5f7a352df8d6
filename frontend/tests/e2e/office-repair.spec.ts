// What takes two people: numbers of a till that will never arrive are declared lost by one and agreed to by another, on their own screens.
import { request, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import type { components } from '../../lib/api/schema';
import shared from '../../lib/messages/zh-CN';
import zh from '../../office/messages/zh-CN';
import repair from '../../office/rooms/repair/messages/zh-CN';
import { drawn } from './crawl';
import { expect, signIn, SIZES, test, withoutBarriers, type Service } from './house';
import { Office } from './office';

type Schemas = components['schemas'];

/** A till whose second command is lost on the way: it opened a shift, and its third, a sale, waits. */
async function tillWithAGap(service: Service, name: string): Promise<string> {
  const organiser = await Office.of(service, 'organiser');
  const { id: till_id, code } = await organiser.newTill(name);
  const { token, epoch } = await organiser.ask<Schemas['Enrolled']>('/enrolments', { coop: service.coop, code });
  const { items: people } = await organiser.get<{ items: Schemas['PersonView'][] }>('/people?limit=200');
  const actor = people.find(({ code }) => code === 'helper')!.id;
  const device = await request.newContext({ baseURL: service.url, extraHTTPHeaders: { authorization: `Bearer ${token}` } });
  const report = async (path: string, seq: number, body: object) => {
    const envelope = { till_id, epoch, seq, prev_hash: '0'.repeat(64), occurred_at: new Date().toISOString(), clock_offset_ms: 0, actor, practice: false, body };
    const answer = await device.post(`/api/v1${path}`, { data: envelope, headers: { 'idempotency-key': randomUUID() } });
    return ((await answer.json()) as { state: string }).state;
  };
  expect(await report('/shift-openings', 1, { counted: '0.00', brought: '100.00' })).toBe('posted');
  const line = { name: '散货', measure: 'piece', quantity: '1', price: '4.00' };
  expect(await report('/sales', 3, { lines: [line], tenders: [{ means: 'cash', amount: '4.00' }] })).toBe('early');
  await device.dispose();
  return till_id;
}

const gapOf = (page: Page, till: string) => page.locator('section', { has: page.getByText(repair.numbers.till(till, 1)) });

test('numbers that never come are declared lost by one person, agreed to by a second, and what waited is posted', async ({ page, browser, service }) => {
  const name = `缺号 ${process.pid % 1000}`;
  const till = await tillWithAGap(service, name);
  await signIn(page, service, 'treasurer');
  await page.goto('/office/repair/numbers');
  const gap = gapOf(page, name);
  await expect(gap.getByText(repair.numbers.gap(2, 2))).toBeVisible();
  await gap.getByRole('button', { name: repair.numbers.propose }).click();
  const asked = page.locator('.asks > li', { hasText: repair.proposal.lost(name, 2, 2) });
  await expect(asked.getByText(repair.proposal.yours)).toBeVisible();
  await expect(asked.getByRole('button', { name: repair.proposal.agree, exact: true })).toHaveCount(0);
  await expect(gap.getByRole('button', { name: repair.numbers.propose }), 'it is proposed once').toHaveCount(0);
  await withoutBarriers(page);

  const other = await browser.newContext({ viewport: SIZES.phone, locale: 'zh-CN', baseURL: service.url });
  const second = await other.newPage();
  await signIn(second, service, 'organiser');
  await second.goto('/office/repair/proposals');
  await drawn(second);
  await expect(second.getByText(repair.proposal.forYou).first()).toBeVisible();
  await second.getByRole('button', { name: repair.proposal.lost(name, 2, 2) }).click();
  const agree = second.getByRole('button', { name: repair.proposal.agree, exact: true });
  await expect(second.getByText(repair.proposal.thenLost)).toBeVisible();
  await withoutBarriers(second);
  await agree.click();
  await expect(second.getByText(repair.proposal.lost(name, 2, 2))).toHaveCount(0);

  // Who decided stays, and what waited is in the books.
  await second.goto('/office/repair/proposals?all=yes&kind=gap');
  await drawn(second);
  await expect(second.getByText(/同意，/).first()).toBeVisible();
  await other.close();
  await page.goto('/office/repair/numbers');
  await drawn(page);
  await expect(gapOf(page, name)).toHaveCount(0);
  const treasurer = await Office.of(service, 'treasurer');
  const { items: sales } = await treasurer.get<{ items: Schemas['SaleInList'][] }>(`/sales?till_id=${till}`);
  expect(sales.map(({ seq, total }) => [seq, total])).toEqual([[3, '4.00']]);
  await expect(page.getByRole('navigation', { name: zh.rooms.label })).toBeVisible();
  await service.verify();
});

test('tasks and proposals are filtered by kind and by day', async ({ page, service }) => {
  await signIn(page, service, 'treasurer');
  await page.goto('/office/repair/tasks');
  await drawn(page);
  const rows = page.locator('.scroller[aria-busy="false"] tbody tr');
  await expect(rows.first()).toBeVisible();
  await page.getByRole('combobox', { name: repair.kind }).selectOption('unknown_grid');
  await expect(page).toHaveURL(/kind=unknown_grid/);
  await expect(rows.first()).toBeVisible();
  await page.getByLabel(zh.filters.to, { exact: true }).fill('2020-01-01');
  await expect(page.getByText(shared.list.noneLeft)).toBeVisible();
  await withoutBarriers(page);
});
