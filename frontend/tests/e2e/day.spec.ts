// One day at the till: opened with 100.00, fifteen sales of all kinds, a mistake made and mended, two refunds, money put in and taken out, closed
// with 0.50 missing. Then the office explains it, and the books add up to the fen. On PostgreSQL, too (@day).
import zh from '../../till/messages/zh-CN';
import { Counter } from './counter';
import { guidePicture } from './guide';
import { expect, signIn, test } from './house';
import { Office } from './office';

interface ShiftReport {
  id: string;
  till_id: string;
  difference: string | null;
}
const fen = (amount: string) => Math.round(Number(amount) * 100);

test('a day at the till, and what the office makes of it @day @guide', async ({ page, service, expected }) => {
  test.setTimeout(240_000);
  expected('404'); // a picture that nobody has drawn yet
  const organiser = await Office.of(service, 'organiser');
  const treasurer = await Office.of(service, 'treasurer');
  const { id: helper } = await (await Office.of(service, 'helper')).get<{ id: string }>('/me');
  const HELPER = '灯帮手';
  await organiser.make('/nicknames', { person_id: helper, nickname: HELPER });
  const { items: grids } = await treasurer.get<{ items: { code: string; owner_id: string | null }[] }>('/grids?limit=100');
  const owner = grids.find(({ code }) => code === 'A01')!.owner_id!;
  const month = new Date().toISOString().slice(0, 7);
  const statement = () => treasurer.get<{ closing: string; sales: string; refunds: string }>(`/statements/preview?owner_id=${owner}&month=${month}`);
  const before = await statement();

  const counter = await Counter.enrolled(page, service);
  await guidePicture(page, 'till-who');
  await counter.sits('云朵家');
  await guidePicture(page, 'till-open');
  await counter.opensWith('100');
  const sells = async (grid: string, ...goods: string[]) => {
    await counter.goesTo(grid);
    for (const good of goods) await counter.taps(good);
  };
  const exactly = async () => {
    await counter.exactly();
    await counter.sold();
    await counter.next();
  };
  const pays = () => counter.button(zh.sell.pay).click();

  // 1 exact; 2 with change, by one tap on the likely note.
  await sells('A01', '玉米饼');
  await exactly(); // 3.50
  await sells('A01', '玉米饼', '红豆馒头', '葱花卷');
  await guidePicture(page, 'till-sell');
  await counter.button(new RegExp(zh.sell.back('')), false).first().click();
  await expect(counter.heading(zh.change.title)).toBeVisible();
  await guidePicture(page, 'till-change');
  await counter.button(zh.change.done).click();
  await counter.sold();
  await guidePicture(page, 'till-receipt');
  await counter.next(); // 8.00

  // 3 by weight; 4 without a label.
  await sells('A02', '腌萝卜');
  await counter.types('0.5');
  await guidePicture(page, 'till-weight');
  await counter.button(zh.price.add).click();
  await exactly(); // 6.40
  await sells('A01');
  await counter.button(new RegExp(zh.sell.typePrice), false).click();
  await counter.types('5');
  await guidePicture(page, 'till-price');
  await counter.button(zh.price.add).click();
  await exactly(); // 5.00

  // 5 by WeChat; 6 part by Alipay, the rest in cash by notes.
  await sells('A03', '杯垫');
  await pays();
  await guidePicture(page, 'till-pay');
  await page.locator('.choice', { hasText: zh.pay.means.wechat }).click();
  await guidePicture(page, 'till-phone');
  await counter.button(zh.pay.received).click();
  await counter.sold();
  await counter.next(); // 6.80, no cash
  await sells('A01', '豆沙粽');
  await pays();
  await page.locator('.choice', { hasText: zh.pay.means.alipay }).click();
  await counter.button(zh.pay.part).click();
  await counter.types('4');
  await counter.button(zh.pay.received).click();
  await page.locator('.tile.cash[data-m="coin-100"]').click();
  await page.locator('.tile.cash[data-m="coin-50"]').click();
  await counter.button(zh.pay.done).click();
  await counter.sold();
  await counter.next(); // 1.50 in cash

  // 7 the owner's discount; 8 to a round sum, down; 9 to a round sum, up, given away.
  await sells('A03', '毛线帽');
  await counter.button(zh.sell.change('毛线帽')).click();
  await counter.button(zh.off.off(10)).click();
  await exactly(); // 32.40
  await sells('A01', '玉米饼');
  await counter.button(zh.off.whole).click();
  await guidePicture(page, 'till-off');
  await counter.button(new RegExp(`^${zh.off.down}.*→ 3\\.00`), false).click();
  await exactly(); // 3.00
  await sells('A01', '玉米饼');
  await counter.button(zh.off.whole).click();
  await counter.button(new RegExp(`^${zh.off.up}.*→ 4\\.00`), false).click();
  await exactly(); // 4.00

  // 10 and 11: one order waits while another is paid.
  await sells('A01', '红豆馒头');
  await counter.button(zh.sell.hold).click();
  await sells('A01', '小米糕');
  await exactly(); // 4.00
  await counter.button(zh.sell.resume('红豆馒头')).click();
  await exactly(); // 2.00

  // 12: a mistake, made and mended.
  await sells('A01', '南瓜饼', '南瓜饼');
  await page.locator('.cart').getByRole('button', { name: /^撤销/ }).click();
  await exactly(); // 3.00

  // 13 to 15: scanned, looked for, and many at once.
  await counter.scans('2000000000145');
  await exactly(); // 48.00
  await page.getByRole('searchbox').fill('蜂蜡');
  await counter.taps('蜂蜡蜡烛');
  await page.getByRole('searchbox').fill('');
  await exactly(); // 13.00
  await sells('A01', '枣泥包', '枣泥包', '枣泥包', '枣泥包');
  await exactly(); // 14.00
  const taken = 350 + 800 + 640 + 500 + 150 + 3240 + 300 + 400 + 400 + 200 + 300 + 4800 + 1300 + 1400;

  // A whole sale comes back, and a helper agrees; one piece of another, and no helper is there.
  const opens = async (entry: keyof typeof zh.menu) => {
    await counter.button(zh.bar.more).click();
    await counter.button(new RegExp(`^${zh.menu[entry]}`), false).click();
  };
  const comesBack = async (total: string, reason: string) => {
    await opens('refund');
    const row = page.locator('.rowbtn', { hasText: new RegExp(`(?<!\\d)${total.replace('.', '\\.')}`) }).first();
    const older = page.getByRole('button', { name: zh.pages.after });
    await expect(page.locator('.rowbtn').first()).toBeVisible();
    while (!(await row.isVisible()) && (await older.isEnabled())) await older.click();
    await guidePicture(page, 'till-refund-which');
    await row.click();
    await counter.button(zh.refund.all).click();
    await guidePicture(page, 'till-refund-what');
    await counter.button(zh.refund.next).click();
    await page.locator('.tile.reason', { hasText: reason }).click();
    await guidePicture(page, 'till-refund-why');
    await counter.button(zh.refund.next).click();
    await expect(counter.heading(zh.refund.agree)).toBeVisible();
  };
  await comesBack('8.00', zh.refund.reasons.broken);
  await page.locator('.choice', { hasText: HELPER }).click();
  await guidePicture(page, 'till-refund-agree');
  await counter.types(service.helperPin);
  await guidePicture(page, 'till-refund-give');
  await counter.button(zh.refund.given).click();
  await expect(counter.heading(zh.refund.done)).toBeVisible();
  await counter.button(zh.help.goOn).click();
  await comesBack('14.00', zh.refund.reasons.unwanted);
  await counter.button(zh.refund.nobodyThere).click();
  await counter.button(zh.refund.given).click();
  await expect(counter.heading(zh.refund.done)).toBeVisible();
  await counter.button(zh.help.goOn).click();

  // Out of the drawer, and into the safe.
  for (const [way, amount] of [['supplies', '5'], ['drop', '50']] as const) {
    await opens('drawer');
    await page.locator('.tile.reason', { hasText: zh.drawer.ways[way] }).click();
    await counter.types(amount);
    await counter.button(zh.drawer.go[way]).click();
    await expect(counter.heading(zh.drawer.done[way])).toBeVisible();
    await counter.button(zh.help.goOn).click();
  }

  // The drawer is counted with 0.50 missing.
  const drawer = 10_000 + taken - 800 - 1400 - 500 - 5000;
  await counter.allSent();
  await opens('close');
  let left = drawer - 50;
  for (const [name, worth] of [['note-10000', 10_000], ['note-5000', 5000], ['note-2000', 2000], ['note-1000', 1000], ['note-500', 500], ['note-100', 100], ['coin-50', 50], ['coin-10', 10]] as const) {
    const pieces = Math.floor(left / worth);
    left -= pieces * worth;
    if (pieces > 0) await page.getByLabel(zh.counting.how(zh.money[name])).fill(String(pieces));
  }
  expect(left).toBe(0);
  await guidePicture(page, 'till-close');
  await counter.button(zh.counting.counted).click();
  await expect(counter.heading(zh.close.short('五角'))).toBeVisible();
  await guidePicture(page, 'till-close-short');
  await counter.button(zh.close.go).click();
  await expect(counter.heading(zh.report.closed)).toBeVisible();
  await counter.allSent();
  await guidePicture(page, 'till-report');

  // The books: 0.50 short, every sale there, every fen of the statement owed.
  const { items: shifts } = await treasurer.get<{ items: ShiftReport[] }>(`/shifts?till_id=${counter.tillId}`);
  expect(shifts.map(({ difference }) => difference)).toEqual(['-0.50']);
  const { items: sales } = await treasurer.get<{ items: { total: string }[] }>(`/sales?till_id=${counter.tillId}&limit=100`);
  expect(sales).toHaveLength(15);
  expect(sales.reduce((sum, { total }) => sum + fen(total), 0)).toBe(taken + 680 + 400);
  const after = await statement();
  const { items: balances } = await treasurer.get<{ items: { account: string; owed: string; unit: string }[] }>(`/balances?person_id=${owner}`);
  const ofSales = balances.filter(({ account }) => ['11401', '21101'].includes(account)); // a deposit is theirs too, and on no statement
  expect(ofSales.reduce((sum, { owed }) => sum + fen(owed), 0)).toBe(fen(after.closing));
  expect(fen(after.closing)).toBeGreaterThan(fen(before.closing));
  await service.verify();

  // The treasurer looks.
  await signIn(page, service, 'treasurer');
  for (const room of ['', 'sales', 'shifts', 'trial-balance', 'entries', 'agreements', 'statements']) {
    await page.goto(`/office/${room}`);
    await expect(page.locator('h1').first()).toBeVisible();
    await expect(page.locator('.loading')).toHaveCount(0);
    await guidePicture(page, `office-${room || 'today'}`);
  }
});
