// In cash there are no fen: the drawer, the shift and the books agree to the last coin.
import zh from '../../till/messages/zh-CN';
import { Counter } from './counter';
import { expect, keepPicture, nothingCovered, SIZES, test } from './house';
import { Office } from './office';

test('what is paid in cash has no fen, by phone it has, goods come back in coins, and the drawer is right', async ({ page, service }) => {
  test.setTimeout(120_000);
  const counter = await Counter.open(page, service);
  const treasurer = await Office.of(service, 'treasurer');
  const tasks = async () => (await treasurer.get<{ items: unknown[] }>('/tasks?limit=100')).items.length;
  const before = await tasks();
  const rings = async (price: string) => {
    await counter.goesTo('A01');
    await counter.button(new RegExp(zh.sell.typePrice), false).click();
    await counter.types(price);
    await counter.button(zh.price.add).click();
  };
  const paper = page.locator('.paper');
  const phone = page.locator('.choice', { hasText: zh.pay.means.wechat });
  const cash = page.locator('.choice', { hasText: zh.pay.means.cash });
  const due = page.locator('.due .giant');

  // Beside the goods: the sum to the fen, and what is taken in cash.
  await rings('4.48');
  await expect(counter.total).toContainText('4.48');
  await expect(page.locator('.cart .noFen')).toHaveText(zh.off.smallChange('0.08', '4.40'));
  for (const size of ['phone', 'upright', 'tablet'] as const) {
    await page.setViewportSize(SIZES[size]);
    await nothingCovered(page, `fen beside the goods at ${size}`);
    await keepPicture(page, `till/coins-sell-${size}`);
  }
  await expect(counter.button(new RegExp(`^${zh.pay.exactly}`))).toContainText('4.40');
  await counter.exactly();
  await counter.sold();
  await expect(paper).toContainText('−0.08');
  await counter.next(); // 4.40

  // On the way to pay: another means takes the rounding away again.
  await rings('4.48');
  await counter.button(zh.sell.pay).click();
  await expect(due).toContainText('4.40');
  await expect(page.getByText(zh.pay.noFen('0.08'))).toBeVisible();
  await phone.click();
  await expect(due).toContainText('4.48');
  await expect(page.getByText(zh.pay.noFen('0.08'))).toBeHidden();
  await cash.click();
  await page.locator('.tile.cash[data-m="note-500"]').click();
  await expect(page.locator('.given .back')).toContainText('0.60');
  await counter.button(zh.pay.toChange).click();
  await counter.button(zh.change.done).click();
  await counter.sold();
  await counter.next(); // 4.40

  // Some of it by phone, to the fen; the rest in coins. And one wholly by phone.
  await rings('4.48');
  await counter.button(zh.sell.pay).click();
  await phone.click();
  await counter.button(zh.pay.part).click();
  await counter.types('2.05');
  await counter.button(zh.pay.received).click();
  await expect(due).toContainText('2.40');
  for (const size of ['phone', 'upright', 'tablet'] as const) {
    await page.setViewportSize(SIZES[size]);
    await nothingCovered(page, `fen and a part by phone at ${size}`);
    await keepPicture(page, `till/coins-pay-${size}`);
  }
  await counter.button(zh.pay.exact).click();
  await counter.sold();
  await counter.next(); // 2.40
  await rings('4.48');
  await counter.button(zh.sell.pay).click();
  await phone.click();
  await counter.button(zh.pay.received).click();
  await counter.sold();
  await expect(paper).not.toContainText(zh.off.down);
  await counter.next(); // nothing

  // Three for 4.47 in cash: one comes back, in coins.
  for (let i = 0; i < 3; i++) await rings('1.49');
  await counter.exactly();
  await counter.sold();
  await counter.next(); // 4.40
  await counter.allSent();
  await counter.chooses('refund');
  await page.locator('.rowbtn').first().click();
  await page.getByRole('button', { name: zh.refund.oneMore(zh.sell.unnamed) }).first().click();
  await counter.button(zh.refund.next).click();
  await counter.button(zh.refund.reasons.broken).click();
  await counter.button(zh.refund.next).click();
  await page.keyboard.type(service.helperPin);
  await expect(counter.heading(zh.refund.give)).toBeVisible();
  await expect(page.locator('.noFen')).toHaveText(zh.refund.moreInCash('0.04'));
  await expect(page.locator('.giant')).toContainText('1.50');
  await keepPicture(page, 'till/coins-refund');
  await counter.button(zh.refund.given).click();
  await counter.button(zh.help.goOn).click(); // −1.50
  await counter.allSent();

  // 100 + 4.40 + 4.40 + 2.40 + 4.40 − 1.50 lie in the drawer, and can be counted.
  await counter.chooses('close');
  for (const [piece, many] of [['note-10000', 1], ['note-1000', 1], ['note-100', 4], ['coin-10', 1]] as const) await page.getByLabel(zh.counting.how(zh.money[piece])).fill(String(many));
  await counter.button(zh.counting.counted).click();
  await expect(counter.heading(zh.close.right)).toBeVisible();
  await counter.button(zh.close.go).click();
  await expect(counter.heading(zh.report.closed)).toBeVisible();
  await counter.allSent();
  await expect(counter.heading(zh.close.right)).toBeVisible();
  const { items: shifts } = await treasurer.get<{ items: { difference: string }[] }>(`/shifts?till_id=${counter.tillId}`);
  expect(shifts.map(({ difference }) => difference)).toEqual(['0.00']);
  expect(await tasks()).toBe(before);
  await service.verify();
});
