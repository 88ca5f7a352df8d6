// What a long morning fills a screen with: nothing is cut, nothing lies over anything else, whichever way the tablet stands, or on a phone.
import type { Page } from '@playwright/test';
import en from '../../till/messages/en';
import zh from '../../till/messages/zh-CN';
import { Counter } from './counter';
import { expect, fitsAcross, keepPicture, LANGUAGES, nothingCovered, SIZES, speaks, test, withoutBarriers } from './house';

async function fits(page: Page, name: string): Promise<void> {
  for (const size of ['phone', 'upright', 'tablet'] as const) {
    await page.setViewportSize(SIZES[size]);
    await fitsAcross(page, `${name} at ${size}`);
    await nothingCovered(page, `${name} at ${size}`);
    await keepPicture(page, `till/full-${name}-${size}`);
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await withoutBarriers(page, { strict: true, where: `${name}, dark` });
  await keepPicture(page, `till/full-${name}-tablet-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

for (const language of LANGUAGES) {
  test(`full screens are wholly there, ${language}`, async ({ page, service }) => {
    test.setTimeout(240_000);
    await speaks(page, language);
    const counter = await Counter.open(page, service);
    const words = language === 'en' ? en : zh;
    const means = (name: keyof typeof words.pay.means) => page.locator('.choice', { hasText: words.pay.means[name] }).click();
    const sells = async (...goods: string[]) => {
      await counter.goesTo('A01');
      for (const good of goods) await counter.taps(good);
    };
    const done = async () => {
      await counter.sold();
      await counter.next();
    };
    await sells();
    await fits(page, `empty-${language}`);
    for (let i = 0; i < 5; i++) {
      await sells('玉米饼');
      await counter.exactly();
      await done();
    }
    await counter.chooses('voucher');
    const number = await page.getByLabel(words.sellVoucher.number).inputValue();
    await counter.button('50.00').click();
    await counter.button(words.price.add).click();
    await counter.exactly();
    await done();
    await counter.allSent();

    // Two parts by phone, then a voucher, then notes.
    await sells('玉米饼', '玉米饼', '豆沙粽', '红豆馒头');
    await counter.button(words.sell.pay).click();
    for (const by of ['wechat', 'alipay'] as const) {
      await means(by);
      await counter.button(words.pay.part).click();
      await counter.types('2');
      await fits(page, `part-${by}-${language}`);
      await counter.button(words.pay.received).click();
      await expect(page.locator('.part')).toHaveCount(by === 'wechat' ? 1 : 2);
    }
    await fits(page, `two-parts-${language}`);
    await means('voucher');
    await page.getByLabel(words.pay.voucherNumber).fill(number);
    await counter.button(words.pay.voucherLook).click();
    await expect(counter.button(words.pay.voucherTake)).toBeVisible();
    await fits(page, `voucher-${language}`);
    await means('cash');
    await page.locator('.tile.cash[data-m="note-1000"]').click();
    await fits(page, `parts-and-note-${language}`);
    await counter.button(words.pay.undo).click();
    await means('voucher');
    await page.getByLabel(words.pay.voucherNumber).fill(number);
    await counter.button(words.pay.voucherLook).click();
    await counter.button(words.pay.voucherTake).click();
    await done();
    await counter.allSent();

    await counter.chooses('sales');
    await expect(page.locator('.rowbtn')).toHaveCount(5);
    await fits(page, `sales-${language}`);
    await counter.button(words.pay.goBack).click();
    await counter.chooses('refund');
    await expect(page.locator('.rowbtn')).toHaveCount(5);
    await fits(page, `refund-sales-${language}`);
    await page.locator('.rowbtn').nth(2).click();
    await counter.button(words.refund.all).click();
    await counter.button(words.refund.next).click();
    await counter.button(words.refund.reasons.broken).click();
    await counter.button(words.refund.next).click();
    await page.keyboard.type(service.helperPin);
    await counter.button(words.refund.given).click();
    await counter.button(words.help.goOn).click();
    await counter.allSent();

    // Five rows of takings, and a drawer that is short.
    await counter.chooses('close');
    await fits(page, `count-${language}`);
    await page.getByLabel(words.counting.how(words.money['note-5000'])).fill('1');
    await counter.button(words.counting.counted).click();
    await expect(page.locator('.lines.plain li')).toHaveCount(5);
    await fits(page, `close-${language}`);
    await counter.button(words.close.go).click();
    await expect(counter.heading(words.report.closed)).toBeVisible();
    await counter.allSent();
    await expect(counter.button('PDF')).toBeVisible();
    await fits(page, `z-${language}`);
  });
}
