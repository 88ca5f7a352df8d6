// One page for each love shareholder: what is agreed there, recorded and wished is what the books say, to the fen.
import type { Page } from '@playwright/test';
import type { components } from '../../lib/api/schema';
import agreements from '../../office/rooms/agreements/messages/zh-CN';
import money from '../../office/rooms/money/messages/zh-CN';
import { drawn } from './crawl';
import { expect, signIn, SIZES, test, withoutBarriers, type Service } from './house';
import { Office } from './office';

type Schemas = components['schemas'];
const { instruments, supporter } = agreements;

async function personOf(service: Service, code: string): Promise<string> {
  const { items } = await (await Office.of(service, 'treasurer')).get<{ items: Schemas['PersonView'][] }>('/people?limit=200');
  return items.find((person) => person.code === code)!.id;
}
async function owed(service: Service, person: string, account: string): Promise<string> {
  const { items } = await (await Office.of(service, 'treasurer')).get<{ items: Schemas['BalanceView'][] }>(`/balances?person_id=${person}`);
  return items.find((each) => each.account === account)?.owed ?? '0.00';
}
const section = (page: Page, kind: string) => page.locator('section.agreed', { has: page.getByRole('heading', { level: 2, name: kind }) });
async function records(page: Page, kind: string, deed: keyof typeof money.deeds, amount: string): Promise<void> {
  await section(page, kind).getByRole('button', { name: money.deeds[deed].title }).click();
  const dialog = page.getByRole('dialog');
  if (amount) await dialog.getByLabel(money.amount).fill(amount);
  await expect(dialog.locator('.then')).toBeVisible();
  await withoutBarriers(page);
  await dialog.getByRole('button', { name: money.deeds[deed].go }).click();
  await expect(dialog).toHaveCount(0);
}

test('a loan is agreed with its schedule, comes in, is paid back in part, and its rest is waived as its lender wants', async ({ page, service }) => {
  const person = await personOf(service, 'supporter2');
  await signIn(page, service, 'treasurer');
  await page.goto(`/office/agreements/supporters/${person}`);
  await drawn(page);
  await page.getByRole('button', { name: instruments.add }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(instruments.kind).selectOption('loan');
  await dialog.getByLabel(instruments.cap).fill('600');
  await dialog.getByLabel(instruments.schedule).selectOption('monthly');
  await dialog.getByLabel(instruments.months).fill('3');
  await dialog.getByLabel(instruments.firstDue).fill('2099-01-31');
  await withoutBarriers(page);
  await dialog.getByRole('button', { name: instruments.addIt }).click();
  const loan = section(page, instruments.kinds.loan);
  await expect(loan.getByRole('row', { name: /2099-02-28/ })).toContainText('200.00');

  await records(page, instruments.kinds.loan, 'receive', '600');
  await expect(loan.getByRole('button', { name: money.deeds.receive.title }), 'all of it has come').toHaveCount(0);
  await records(page, instruments.kinds.loan, 'repay', '250');
  await expect(loan.getByRole('row', { name: /2099-02-28/ })).toContainText('150.00');
  await expect(page.getByRole('row', { name: new RegExp(supporter.ties.loan) })).toContainText(supporter.agrees);
  // More than a year on: it stands among the long loans.
  expect(await owed(service, person, '23101')).toBe('350.00');

  // Only what the lender wants is done: the wish is logged, and moves nothing.
  await loan.getByRole('button', { name: supporter.logWish }).click();
  await dialog.getByRole('radio', { name: supporter.wishes.waive }).check();
  await withoutBarriers(page);
  await dialog.getByRole('button', { name: supporter.logIt }).click();
  await expect(loan.locator('dd', { hasText: supporter.wishes.waive })).toBeVisible();
  expect(await owed(service, person, '23101')).toBe('350.00');
  await records(page, instruments.kinds.loan, 'waive', '');
  await expect(loan.getByText(instruments.states.settled)).toBeVisible();
  expect([await owed(service, person, '23101'), await owed(service, person, '31101')]).toEqual(['0.00', '350.00']);
  await expect(page.getByRole('row', { name: new RegExp(supporter.ties.loan) })).toContainText(supporter.agrees);
  await service.verify();
});

test('a gift for one purpose is spent up to what came in, its paper opens, and it ends', async ({ page, service }) => {
  const person = await personOf(service, 'supporter5');
  await signIn(page, service, 'treasurer');
  await page.setViewportSize(SIZES.phone);
  await page.goto(`/office/agreements/supporters/${person}`);
  await drawn(page);
  const gift = section(page, instruments.kinds.restricted_gift);
  await expect(gift.getByText('600.00').first()).toBeVisible();
  await gift.getByRole('button', { name: money.deeds.spend.title }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(money.amount).fill('600.01');
  await expect(dialog.getByText(money.atMost('600.00')).first()).toBeVisible();
  await expect(dialog.getByRole('button', { name: money.deeds.spend.go })).toBeDisabled();
  await dialog.getByLabel(money.amount).fill('100');
  await dialog.getByRole('button', { name: money.deeds.spend.go }).click();
  await expect(page.getByRole('row', { name: new RegExp(supporter.ties.restricted_gift) })).toContainText('500.00');
  expect(await owed(service, person, '21105')).toBe('500.00');

  await gift.getByRole('button', { name: supporter.addPaper }).click();
  await page.locator('input[type="file"]').setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n') });
  await expect(dialog.getByText(money.kept)).toBeVisible();
  await dialog.getByRole('button', { name: supporter.keepPaper }).click();
  const paper = await page.request.get((await gift.getByRole('link', { name: supporter.paperN(1) }).getAttribute('href'))!);
  expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf']);

  await gift.getByRole('button', { name: supporter.end }).click();
  await expect(dialog.getByText(supporter.thenEnd)).toBeVisible();
  await dialog.getByRole('button', { name: supporter.endIt }).click();
  await expect(gift.getByRole('button', { name: supporter.end })).toBeVisible();
  await withoutBarriers(page);
  await service.verify();
});

test('a supporter’s share of sales becomes a gift, as they want it, and never more than is due', async ({ page, service }) => {
  const person = await personOf(service, 'supporter');
  const before = await owed(service, person, '21102');
  await signIn(page, service, 'treasurer');
  await page.goto(`/office/agreements/supporters/${person}`);
  await drawn(page);
  const share = section(page, instruments.kinds.share_of_sales).first();
  await expect(share.locator('dd', { hasText: supporter.wishes.redonate })).toBeVisible();
  await expect(share.getByRole('button', { name: money.deeds.sharePaid.title }), 'they want it to become a gift').toHaveCount(0);
  await records(page, instruments.kinds.share_of_sales, 'shareGiven', '1');
  await expect(share.getByRole('row', { name: /分成转捐/ })).toContainText('1.00');
  expect(Number(before) - Number(await owed(service, person, '21102'))).toBeCloseTo(1, 6);
  await service.verify();
});
