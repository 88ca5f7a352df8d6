// Every screen of the till, as one comes to it: nothing in the way of anybody, the sum and the main button in sight at three sizes, light and dark.
import type { Page } from '@playwright/test';
import en from '../../till/messages/en';
import zh from '../../till/messages/zh-CN';
import { Counter } from './counter';
import { bigEnough, expect, fitsAcross, keepPicture, LANGUAGES, nothingCovered, SIZES, speaks, test, withoutBarriers, type Language } from './house';

/** What must be wholly on the screen, whatever its size: the sum, if there is one, and the button that leads on. */
const ESSENTIAL = ['main .act .btn.main, .cart .btn.main, dialog .btn.main', '.cart .total .sum, .giant .sum, .tally .sum'];

async function look(page: Page, name: string, language: Language): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  for (const size of ['phone', 'upright', 'tablet'] as const) {
    await page.setViewportSize(SIZES[size]);
    await fitsAcross(page, `${name} at ${size}`);
    await nothingCovered(page, `${name} at ${size}`);
    const open = (await page.locator('dialog[open]').count()) > 0;
    for (const essential of ESSENTIAL) {
      const shown = (open ? page.locator('dialog[open]') : page.locator('body')).locator(essential).filter({ visible: true }).first();
      if ((await shown.count()) > 0) await expect.soft(shown, `${essential}: ${name} at ${size}`).toBeInViewport({ ratio: 0.99, timeout: 1500 });
    }
    await keepPicture(page, `till/${name}-${language}-${size}`);
    if (size === 'phone' && language === 'zh-CN') await withoutBarriers(page, { strict: true, where: `${name} at ${size}` });
  }
  await bigEnough(page, name);
  await withoutBarriers(page, { strict: true, where: name });
  if (language !== 'zh-CN') return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await withoutBarriers(page, { strict: true, where: `${name}, dark` });
  await keepPicture(page, `till/${name}-${language}-tablet-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

for (const language of LANGUAGES) {
  const words = language === 'en' ? en : zh;

  test(`coming to the till looks right, ${language}`, async ({ page, service, expected }) => {
    test.setTimeout(180_000);
    expected('400 (Bad Request)');
    expected('401');
    expected('403');
    await speaks(page, language);
    await page.goto('/till/');
    await expect(page.getByRole('heading', { name: words.enrol.title })).toBeVisible();
    await look(page, 'enrol', language);
    await page.keyboard.type('AAAA2222');
    await page.getByRole('button', { name: words.enrol.go, exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await look(page, 'enrol-wrong', language);

    const counter = await Counter.enrolled(page, service, `看 ${language}`);
    await look(page, 'who', language);
    await counter.sits('云朵家');
    await expect(page.getByRole('heading', { name: words.open.title })).toBeVisible();
    await look(page, 'open-count', language);
    await page.getByRole('button', { name: words.open.empty }).click();
    await counter.types('100');
    await look(page, 'open-brought', language);
  });

  test(`selling looks right, ${language}`, async ({ page, service }) => {
    test.setTimeout(240_000);
    await speaks(page, language);
    const counter = await Counter.open(page, service);
    await counter.goesTo('A01');
    await look(page, 'sell-empty', language);
    for (const good of ['玉米饼', '玉米饼', '红豆馒头', '葱花卷', '豆沙粽']) await counter.taps(good);
    await look(page, 'sell', language);
    await page.getByRole('button', { name: words.sell.typePrice }).click();
    await look(page, 'price', language);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.off.whole }).click();
    await look(page, 'off', language);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.bar.more }).click();
    await look(page, 'menu', language);
    await page.keyboard.press('Escape');
    await counter.goesTo('A02');
    await counter.taps('腌萝卜');
    await counter.types('0.5');
    await look(page, 'weight', language);
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').fill('豆');
    await look(page, 'search', language);
    await page.getByRole('searchbox').fill('');

    await page.getByRole('button', { name: words.sell.pay, exact: true }).click();
    await look(page, 'pay', language);
    for (const means of ['wechat', 'voucher'] as const) {
      await page.locator('.choice', { hasText: words.pay.means[means] }).click();
      await look(page, `pay-${means}`, language);
    }
    await page.locator('.choice', { hasText: words.pay.means.cash }).click();
    await page.locator('.tile.cash', { hasText: words.money['note-2000'] }).first().click();
    await look(page, 'pay-short-or-more', language);
    await page.locator('.tile.cash', { hasText: words.money['note-5000'] }).first().click();
    await page.getByRole('button', { name: words.pay.toChange }).click();
    await expect(page.getByRole('heading', { name: words.change.title })).toBeVisible();
    await look(page, 'change', language);
    await page.getByRole('button', { name: words.change.done }).click();
    await expect(page.getByRole('heading', { name: words.receipt.title })).toBeVisible();
    await look(page, 'receipt', language);
    await page.getByRole('button', { name: words.receipt.next }).click();
    await page.getByRole('button', { name: words.bar.more }).click();
    await page.getByRole('button', { name: words.menu.sales }).click();
    await look(page, 'sales', language);
    await page.locator('.pill').click();
    await look(page, 'help', language);
  });

  test(`what a till does besides selling looks right, ${language}`, async ({ page, service, expected }) => {
    test.setTimeout(240_000);
    expected('401'); // a PIN that is not right
    await speaks(page, language);
    const counter = await Counter.open(page, service);
    await counter.goesTo('A01');
    for (const good of ['玉米饼', '玉米饼', '红豆馒头']) await counter.taps(good);
    await counter.exactly();
    await counter.next();
    await counter.allSent();

    await counter.chooses('drawer');
    await look(page, 'drawer', language);
    await counter.button(words.drawer.ways.supplies).click();
    await counter.types('12.5');
    await look(page, 'drawer-amount', language);
    await counter.button(words.drawer.go.supplies).click();
    await expect(counter.heading(words.drawer.done.supplies)).toBeVisible();
    await look(page, 'drawer-done', language);
    await counter.button(words.help.goOn).click();

    await counter.chooses('refund');
    await look(page, 'refund-sales', language);
    await page.locator('.rowbtn').first().click();
    await expect(counter.heading(words.refund.what)).toBeVisible();
    await counter.button(words.refund.oneMore('玉米饼')).click();
    await look(page, 'refund-lines', language);
    await counter.button(words.refund.next).click();
    await counter.button(words.refund.reasons.broken).click();
    await look(page, 'refund-why', language);
    await counter.button(words.refund.next).click();
    await page.keyboard.type(service.helperPin === '111111' ? '222222' : '111111');
    await expect(page.getByText(words.refund.pin.wrong)).toBeVisible();
    await look(page, 'refund-agree', language);
    await page.keyboard.type(service.helperPin);
    await expect(counter.heading(words.refund.give)).toBeVisible();
    await look(page, 'refund-give', language);
    await counter.button(words.refund.given).click();
    await expect(counter.heading(words.refund.done)).toBeVisible();
    await counter.allSent();
    await look(page, 'refund-done', language);
    await counter.button(words.help.goOn).click();
    await counter.chooses('refund');
    await counter.button(words.refund.without).click();
    await counter.types('5');
    await look(page, 'refund-unlinked', language);
    await counter.button(words.pay.goBack).click();
    await counter.button(words.pay.goBack).click();

    await counter.chooses('report');
    await expect(page.getByText('A01')).toBeVisible();
    await look(page, 'x', language);
    await counter.button(words.help.goOn).click();
    await counter.chooses('close');
    await look(page, 'close-count', language);
    await page.getByLabel(words.counting.how(words.money['note-5000'])).fill('1');
    await counter.button(words.counting.counted).click();
    await expect(page.locator('.facts')).toBeVisible();
    await look(page, 'close-result', language);
    await counter.button(words.close.go).click();
    await expect(counter.heading(words.report.closed)).toBeVisible();
    await counter.allSent();
    await expect(counter.button('PDF')).toBeVisible();
    await look(page, 'z', language);
  });
}

test('tiles are 20 mm and sums 48 px on a ten-inch tablet', async ({ page, service }) => {
  const counter = await Counter.open(page, service);
  await counter.goesTo('A01');
  const sizes = await page.locator('.tile.good').evaluateAll((tiles) => tiles.map((tile) => tile.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(120);
  expect(await counter.total.evaluate((sum) => parseFloat(getComputedStyle(sum).fontSize))).toBeGreaterThanOrEqual(48);
});
