// What is on the screen is on the disk: a reload at any step of a payment loses nothing and doubles nothing. And two tills at once.
import zh from '../../till/messages/zh-CN';
import { anotherDevice, Counter } from './counter';
import { expect, test } from './house';
import { Office } from './office';

interface Sale {
  id: string;
  till_id: string;
  total: string;
}

/** What the books have of this till. */
async function salesOf(counter: Counter): Promise<Sale[]> {
  const treasurer = await Office.of(counter.service, 'treasurer');
  const { items } = await treasurer.get<{ items: Sale[] }>(`/sales?till_id=${counter.tillId}&limit=100`);
  return items;
}

test('a reload at every step of a payment keeps the order, the money and the sale', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  const again = async () => {
    await page.reload();
    await expect(page.locator('main')).toBeVisible();
  };
  await counter.goesTo('A01');
  await counter.taps('玉米饼');
  await counter.taps('玉米饼');
  await expect(counter.total).toContainText('7');
  await again();
  await expect(counter.total).toContainText('7');
  await counter.goesTo('A01');
  await counter.taps('红豆馒头');
  await expect(counter.total).toContainText('9');

  await counter.button(zh.sell.pay).click();
  await expect(counter.heading(zh.pay.due)).toBeVisible();
  await again();
  await expect(counter.heading(zh.pay.due)).toBeVisible();

  // A part by phone, then a note: both are remembered.
  await page.locator('.choice', { hasText: zh.pay.means.wechat }).click();
  await counter.button(zh.pay.part).click();
  await counter.types('4');
  await counter.button(zh.pay.received).click();
  await expect(page.locator('.part')).toContainText('4.00');
  await again();
  await expect(page.locator('.part')).toContainText('4.00');
  await page.locator('.tile.cash[data-m="note-1000"]').click();
  await expect(page.locator('.given')).toContainText('5');
  await again();
  await expect(page.locator('.part')).toContainText('4.00');
  await counter.button(zh.pay.toChange).click();
  await expect(counter.heading(zh.change.title)).toBeVisible();
  await again();
  await expect(counter.heading(zh.change.title)).toBeVisible();
  await expect(page.locator('.change .giant')).toContainText('5');
  const given = page.getByRole('checkbox').first();
  await page.locator('.give').first().click();
  await expect(given).toBeChecked();
  await again();
  await expect(given).toBeChecked();
  await counter.button(zh.change.done).click();
  await counter.sold();
  await again();
  await counter.sold();
  await counter.next();
  await again();
  await expect(page.locator('.cart')).toBeVisible();
  await counter.allSent();
  expect((await salesOf(counter)).map(({ total }) => total)).toEqual(['9.00']);
});

test('a reload in the very moment of payment sells once or not yet, never twice', async ({ page, service }) => {
  test.setTimeout(120_000);
  const counter = await Counter.open(page, service);
  let sold = 0;
  for (const wait of [0, 1, 3, 6, 10, 20, 40]) {
    await counter.goesTo('A01');
    await counter.taps('玉米饼');
    await expect(counter.total).toContainText('3');
    const exactly = counter.button(new RegExp(`^${zh.pay.exactly}`));
    await exactly.evaluate((button, ms) => {
      (button as HTMLElement).click();
      setTimeout(() => location.reload(), ms);
    }, wait);
    await page.waitForLoadState('load');
    await page.waitForTimeout(100);
    await page.waitForLoadState('load');
    const isSold = counter.heading(zh.receipt.title);
    await expect(isSold.or(page.locator('.cart .lines li').first())).toBeVisible();
    if (!(await isSold.isVisible())) await counter.exactly();
    await counter.sold();
    sold++;
    await counter.next();
    await expect(page.locator('.cart .lines li')).toHaveCount(0);
  }
  await counter.allSent();
  const sales = await salesOf(counter);
  expect(sales.map(({ total }) => total)).toEqual(Array.from({ length: sold }, () => '3.50'));
});

test('a double tap on the button that takes the money sells once', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  await counter.goesTo('A01');
  await counter.taps('玉米饼');
  await counter.button(new RegExp(`^${zh.pay.exactly}`)).evaluate((button) => {
    (button as HTMLElement).click();
    (button as HTMLElement).click();
  });
  await counter.sold();
  await counter.next();
  await counter.allSent();
  expect(await salesOf(counter)).toHaveLength(1);
});

test('two tills sell at once, and the books have every sale of both', async ({ browser, page, service }) => {
  test.setTimeout(120_000);
  const other = await anotherDevice(browser, service);
  const [one, two] = [await Counter.open(page, service), await Counter.open(other.page, service)];
  const SALES = 5;
  const sells = async (counter: Counter, good: string) => {
    await counter.goesTo('A01');
    for (let i = 0; i < SALES; i++) {
      await counter.taps(good);
      await counter.exactly();
      await counter.sold();
      await counter.next();
    }
    await counter.allSent();
  };
  await Promise.all([sells(one, '玉米饼'), sells(two, '红豆馒头')]);
  expect((await salesOf(one)).map(({ total }) => total)).toEqual(Array.from({ length: SALES }, () => '3.50'));
  expect((await salesOf(two)).map(({ total }) => total)).toEqual(Array.from({ length: SALES }, () => '2.00'));
  await service.verify();
  await other.context.close();
});
