// Money that passes no till: each form says what it will do, and the books do exactly that. What was wrong is reversed, the two shown
// as a pair; what nothing else records takes two people and a paper.
import type { Page } from '@playwright/test';
import type { components } from '../../lib/api/schema';
import { minor, shown } from '../../lib/money';
import office from '../../office/messages/zh-CN';
import entries from '../../office/rooms/entries/messages/zh-CN';
import money from '../../office/rooms/money/messages/zh-CN';
import repair from '../../office/rooms/repair/messages/zh-CN';
import { drawn } from './crawl';
import { expect, signIn, SIZES, test, withoutBarriers, type Service } from './house';
import { Office } from './office';

type Schemas = components['schemas'];

async function standing(service: Service): Promise<(account: string) => bigint> {
  const { items } = await (await Office.of(service, 'treasurer')).get<{ items: Schemas['TrialBalanceLine'][] }>('/trial-balance');
  return (account) => minor(items.find((line) => line.account === account)?.balance ?? '0.00');
}
const amount = (page: Page) => page.getByRole('dialog').getByLabel(money.amount);

test('a bill is paid, says before what it does, and is reversed as a pair', async ({ page, service }) => {
  const before = await standing(service);
  await signIn(page, service, 'treasurer');
  await page.goto('/office/entries/money');
  await drawn(page);
  await page.getByRole('button', { name: money.deeds.bill.title }).click();
  const dialog = page.getByRole('dialog');
  const go = dialog.getByRole('button', { name: money.deeds.bill.go });
  await expect(go).toBeDisabled();
  await amount(page).fill('abc');
  await expect(dialog.getByText(money.amountWrong)).toBeVisible();
  await amount(page).fill('35.5');
  await dialog.getByLabel(money.bill).selectOption('utilities');
  await expect(dialog.getByText(money.deeds.bill.then('35.50', money.throughs.bank))).toBeVisible();
  await withoutBarriers(page);
  await go.click();
  const made = page.getByRole('status').getByRole('link');
  await expect(made).toBeVisible();
  const paid = await standing(service);
  expect([paid('102') - before('102'), paid('522') - before('522')]).toEqual([-35_50n, 35_50n]);

  await made.click();
  await expect(page.getByText(money.bills.utilities)).toBeVisible();
  const number = Number(page.url().split('/').at(-1));
  await page.getByRole('button', { name: money.reverse.open }).click();
  await page.getByRole('dialog').getByLabel(money.reverse.reason).selectOption('twice');
  await withoutBarriers(page);
  await page.getByRole('dialog').getByRole('button', { name: money.reverse.go, exact: true }).click();
  const opposite = page.getByRole('link', { name: /^已由第 \d+ 号冲销$/ });
  await expect(opposite).toBeVisible();
  await expect(page.getByRole('button', { name: money.reverse.open }), 'it happens once').toHaveCount(0);
  await opposite.click();
  await expect(page.getByRole('link', { name: entries.entry.reverses(number) })).toBeVisible();
  const undone = await standing(service);
  expect([undone('102'), undone('522')]).toEqual([before('102'), before('522')]);
  await service.verify();
});

test('a deposit is somebody’s, comes into the safe, and is not given back beyond what is held', async ({ page, service, expected }) => {
  expected('422');
  expected('409');
  const before = await standing(service);
  await signIn(page, service, 'treasurer');
  await page.setViewportSize(SIZES.phone);
  await page.goto('/office/entries/money');
  await drawn(page);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: money.deeds.depositIn.title }).click();
  await dialog.getByLabel(money.who).selectOption({ label: '石榴家' });
  await amount(page).fill('60');
  await expect(dialog.getByText(money.deeds.depositIn.then('60.00', money.throughs.safe, '石榴家'))).toBeVisible();
  await withoutBarriers(page);
  await dialog.getByRole('button', { name: money.deeds.depositIn.go }).click();
  await expect(page.getByRole('status').getByRole('link')).toBeVisible();
  const held = await standing(service);
  expect([held('10101') - before('10101'), held('21103') - before('21103')]).toEqual([60_00n, -60_00n]);

  await page.getByRole('button', { name: money.deeds.depositOut.title }).click();
  await dialog.getByLabel(money.who).selectOption({ label: '石榴家' });
  await amount(page).fill('60.01');
  await dialog.getByRole('button', { name: money.deeds.depositOut.go }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  expect((await standing(service))('21103'), 'a refusal moves nothing').toBe(held('21103'));
  await service.verify();
});

test('a manual entry has a paper and two people, and so has its reversal', async ({ page, browser, service }) => {
  const before = await standing(service);
  const [from, to] = ['522', '102'];
  await signIn(page, service, 'treasurer');
  await page.goto('/office/entries/write');
  await drawn(page);
  const go = page.getByRole('button', { name: entries.write.go });
  const accounts = page.getByLabel(entries.write.account, { exact: false });
  await accounts.nth(0).selectOption(from);
  await accounts.nth(1).selectOption(to);
  await page.getByLabel(entries.write.debit).nth(0).fill('12.34');
  await page.getByLabel(entries.write.credit).nth(1).fill('12.30');
  await expect(page.getByText(entries.write.uneven('0.04'))).toBeVisible();
  await page.getByLabel(entries.write.credit).nth(1).fill('12.34');
  await page.getByLabel(entries.write.note).fill('银行手续费');
  await expect(go, 'without a paper nobody is asked').toBeDisabled();
  await page.locator('input[type="file"]').setInputFiles({ name: 'fee.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n') });
  await expect(page.getByText(money.kept)).toBeVisible();
  await withoutBarriers(page);
  await go.click();
  await page.getByRole('status').getByRole('link', { name: entries.write.proposed }).click();
  await expect(page.getByText(repair.proposal.forOther).first()).toBeVisible();
  expect((await standing(service))(to), 'a proposal posts nothing').toBe(before(to));

  const other = await browser.newContext({ viewport: SIZES.desktop, locale: 'zh-CN', baseURL: service.url });
  const second = await other.newPage();
  await signIn(second, service, 'organiser');
  const agrees = async (title: string) => {
    await second.goto('/office/repair/proposals');
    await drawn(second);
    await second.getByRole('button', { name: title }).click();
    const button = second.getByRole('button', { name: repair.proposal.agree, exact: true });
    // What is signed stands above the button that signs it: the lines that are posted.
    const lines = second.locator('.peek').getByText(shown('12.34')).first();
    await expect(lines).toBeVisible();
    expect((await lines.boundingBox())!.y).toBeLessThan((await button.boundingBox())!.y);
    await withoutBarriers(second);
    await button.click();
    await expect(second.getByText(title)).toHaveCount(0);
  };
  await agrees(repair.proposal.entry('银行手续费'));
  const posted = await standing(service);
  expect([posted(from) - before(from), posted(to) - before(to)]).toEqual([12_34n, -12_34n]);

  await page.goto('/office/entries/money?kind=manual_entry');
  await page.getByRole('table').getByRole('link', { name: office.kinds.manual_entry }).click();
  await expect(page.getByRole('link', { name: money.seePaper })).toBeVisible();
  const number = Number(page.url().split('/').at(-1));
  await page.getByRole('button', { name: money.reverse.open }).click();
  await page.getByRole('dialog').getByLabel(money.reverse.reason).selectOption('wrong_amount');
  await expect(page.getByRole('dialog').getByText(money.reverse.two)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: money.reverse.propose }).click();
  await expect(page.getByText(money.reverse.proposed)).toBeVisible();
  await agrees(repair.proposal.reversal(number, repair.reversed.wrong_amount));
  await page.reload();
  await expect(page.getByRole('link', { name: /^已由第 \d+ 号冲销$/ })).toBeVisible();
  const undone = await standing(service);
  expect([undone(from), undone(to)]).toEqual([before(from), before(to)]);
  await other.close();
  await service.verify();
});

test('the opening balances are written once, by one person, and posted when another agrees', async ({ page, browser, service }) => {
  const before = await standing(service);
  await signIn(page, service, 'treasurer');
  await page.setViewportSize(SIZES.phone);
  await page.goto('/office/entries/write');
  await drawn(page);
  await page.getByRole('radio', { name: entries.write.kinds.opening }).check();
  const accounts = page.getByLabel(entries.write.account, { exact: false });
  await accounts.nth(0).selectOption('102');
  await accounts.nth(1).selectOption('30101');
  await page.getByLabel(entries.write.whose).selectOption({ label: '云朵家' });
  await page.getByLabel(entries.write.debit).nth(0).fill('500');
  await page.getByLabel(entries.write.credit).nth(1).fill('500');
  await withoutBarriers(page);
  await page.getByRole('button', { name: entries.write.go }).click();
  await expect(page.getByRole('status').getByRole('link', { name: entries.write.proposed })).toBeVisible();

  const other = await browser.newContext({ viewport: SIZES.phone, locale: 'zh-CN', baseURL: service.url });
  const second = await other.newPage();
  await signIn(second, service, 'organiser');
  await second.goto('/office/repair/proposals?kind=opening');
  await drawn(second);
  await second.getByRole('button', { name: repair.proposal.opening }).click();
  await expect(second.getByText(repair.proposal.thenWritten)).toBeVisible();
  await second.getByRole('button', { name: repair.proposal.agree, exact: true }).click();
  await expect(second.getByRole('button', { name: repair.proposal.opening })).toHaveCount(0);
  const opened = await standing(service);
  expect([opened('102') - before('102'), opened('30101') - before('30101')]).toEqual([500_00n, -500_00n]);
  await other.close();
  await service.verify();
});
