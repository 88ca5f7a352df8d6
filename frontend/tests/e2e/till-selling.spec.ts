// Selling at the till: how many taps it takes, and that everything needed is in sight.
import zh from '../../till/messages/zh-CN';
import { Counter } from './counter';
import { expect, test } from './house';
import type { Locator, Page } from '@playwright/test';

/** Goes there with the Tab key alone, and sees where it is. */
async function tabsTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(wanted).toBeFocused();
  const ring = await wanted.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(ring).not.toBe('none');
}

test('a good with a label, paid exactly in cash, takes at most three taps, the stall’s among them', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  await counter.tapsSince();
  await counter.goesTo('A01');
  await counter.taps('玉米饼');
  await counter.exactly();
  await counter.sold();
  expect(await counter.tapsSince()).toBeLessThanOrEqual(3);
  await counter.next();
  await counter.allSent();
});

test('three goods, cash, with change, take at most seven taps from the stall to the next customer', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  await counter.tapsSince();
  await counter.goesTo('A01');
  for (const good of ['玉米饼', '红豆馒头', '葱花卷']) await counter.taps(good);
  await counter.button(new RegExp(zh.sell.back('')), false).first().click();
  await expect(counter.heading(zh.change.title)).toBeVisible();
  await counter.button(zh.change.done).click();
  await counter.sold();
  await counter.next();
  expect(await counter.tapsSince()).toBeLessThanOrEqual(7);
});

test('a shift begins at the seller’s own stall, and the next customer finds it where the last one left it', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  const current = page.locator('.rail .tab[aria-current]');
  await expect(current).toContainText('A01'); // 云朵家's own, whatever stands before it
  await counter.goesTo('A03');
  await page.locator('.tile.good').first().click();
  await counter.exactly();
  await counter.sold();
  await counter.next();
  await expect(current).toContainText('A03');
});

test('the shop that comes anew from the service turns no page under a finger', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  await counter.goesTo('A01');
  await counter.button(zh.bar.more).click();
  await counter.button(zh.bar.large).click();
  await page.keyboard.press('Escape');
  const pages = [page.locator('.rail .turn'), page.locator('.shelf .turn')];
  for (const turned of pages) await turned.getByRole('button', { name: zh.pages.after }).click();
  const comes = page.waitForResponse(/\/till\/shop/);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await (await comes).finished();
  await page.waitForTimeout(300);
  for (const turned of pages) await expect(turned).toContainText('2 /');
});

test('a whole sale by keyboard: a good, a price, a note, the change, the next customer', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  const presses = async (button: Locator) => {
    await tabsTo(page, button);
    await page.keyboard.press('Enter');
  };
  await presses(page.locator('.rail .tab', { hasText: 'A01' }));
  await presses(counter.tile('玉米饼'));
  await expect(counter.total).toContainText('3.50');
  await presses(counter.button(new RegExp(zh.sell.typePrice), false));
  await page.keyboard.type('4.5');
  await page.keyboard.press('Enter');
  await expect(counter.total).toContainText('8.00');
  await presses(counter.button(zh.sell.pay));
  await presses(page.locator('.tile.cash[data-m="note-1000"]'));
  await presses(counter.button(zh.pay.toChange));
  await expect(counter.heading(zh.change.title)).toBeVisible();
  await tabsTo(page, page.getByRole('checkbox').first());
  await page.keyboard.press('Space');
  await presses(counter.button(zh.change.done));
  await counter.sold();
  await presses(counter.button(zh.receipt.next));
  await expect(page.locator('.cart')).toBeVisible();
  await counter.allSent();
});

test('a voucher is sold, its number stands on the receipt, and it pays for goods', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  await counter.chooses('voucher');
  const number = await page.getByLabel(zh.sellVoucher.number).inputValue();
  await page.locator('dialog').getByRole('button', { name: '50.00' }).click();
  await counter.button(zh.price.add).click();
  await counter.button(zh.off.whole).click();
  await counter.button(zh.off.off(10)).click();
  await expect(counter.total).toContainText('50'); // a voucher is never cheaper
  await page.locator('.cart').getByRole('button', { name: /^撤销/ }).click();
  await counter.exactly();
  await counter.sold();
  await expect(page.locator('.paper')).toContainText(number);
  await counter.next();
  await counter.allSent();

  await counter.goesTo('A01');
  await counter.taps('玉米饼');
  await counter.button(zh.sell.pay).click();
  await page.locator('.choice', { hasText: zh.pay.means.voucher }).click();
  await page.getByLabel(zh.pay.voucherNumber).fill(number);
  await counter.button(zh.pay.voucherLook).click();
  await counter.button(zh.pay.voucherTake).click();
  await counter.sold();
  await counter.allSent();
  await service.verify();
});

test('a voucher that was printed before is scanned', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  await counter.chooses('voucher');
  await expect(page.getByLabel(zh.sellVoucher.number)).toBeVisible();
  await counter.scans(`V-${Date.now()}`);
  await expect(page.getByLabel(zh.sellVoucher.number)).toHaveValue(/^V-\d+$/);
});

test('two hundred and more are offered as round sums, too', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  await counter.button(new RegExp(zh.sell.typePrice), false).click();
  await counter.types('235');
  await counter.button(zh.price.add).click();
  await counter.button(new RegExp(zh.sell.back('15.00')), false).click();
  await expect(page.locator('.change .giant')).toContainText('15');
});
