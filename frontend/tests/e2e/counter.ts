// A person at a till: `counter.taps("玉米饼")`, `counter.exactly()`. Everything goes through what the screen shows.
import { expect, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test';
import en from '../../till/messages/en';
import zh from '../../till/messages/zh-CN';
import { Office } from './office';
import type { Service } from './service';

let tills = 0;

export class Counter {
  readonly page: Page;
  readonly service: Service;
  readonly tillId: string;
  readonly words: typeof zh;

  private constructor(page: Page, service: Service, tillId: string, words: typeof zh) {
    this.page = page;
    this.service = service;
    this.tillId = tillId;
    this.words = words;
  }

  /** A device that is let in as a new till, by the code that the office shows. */
  static async enrolled(page: Page, service: Service, name = `试验 ${process.pid % 100_000}-${++tills}`): Promise<Counter> {
    const organiser = await Office.of(service, 'organiser');
    const { id, code } = await organiser.newTill(name);
    return Counter.letIn(page, service, id, code);
  }

  /** A device that is let in with the code of a till. */
  static async letIn(page: Page, service: Service, id: string, code: string): Promise<Counter> {
    await countTaps(page);
    await page.goto(`/till/?code=${code}&coop=${service.coop}`);
    const go = page.getByRole('button', { name: new RegExp(`^(${zh.enrol.go}|${en.enrol.go})$`) });
    await expect(go).toBeVisible(); // only now the page knows which language it speaks
    const words = (await page.evaluate(() => document.documentElement.lang)) === 'en' ? en : zh;
    await go.click();
    const counter = new Counter(page, service, id, words);
    await expect(counter.heading(words.who.title)).toBeVisible();
    return counter;
  }

  /** The same, with somebody at it and a shift open with 100 yuan from the safe. */
  static async open(page: Page, service: Service): Promise<Counter> {
    const counter = await Counter.enrolled(page, service);
    await counter.sits('云朵家');
    await counter.opensWith('100');
    return counter;
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name });
  }
  button(name: string | RegExp, exact = true): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' && exact });
  }

  /** Finds a face, on whichever page it is. */
  async sits(name: string): Promise<void> {
    const face = this.page.locator('.tile.person', { hasText: name });
    const more = this.button(this.words.who.more);
    await expect(this.page.locator('.tile.person').first()).toBeVisible();
    while (!(await face.isVisible()) && (await more.isVisible()) && (await more.isEnabled())) await more.click();
    await face.click();
  }

  /** Opens the shift: nothing in the drawer, so much from the safe, typed on the keypad. */
  async opensWith(brought: string): Promise<void> {
    await this.button(this.words.open.empty).click();
    await this.types(brought);
    await this.button(this.words.open.go).click();
    await expect(this.total).toBeVisible();
  }

  /** On a keypad. */
  async types(figures: string): Promise<void> {
    for (const figure of figures) await this.button(figure).click();
  }

  get total(): Locator {
    return this.page.locator('.cart .total .sum');
  }

  /** Opens a stall, on whichever page of stalls it is. */
  async goesTo(grid: string): Promise<void> {
    const tab = this.page.locator('.rail .tab', { hasText: grid });
    const next = this.page.locator('.rail').getByRole('button', { name: this.words.pages.after });
    const before = this.page.locator('.rail').getByRole('button', { name: this.words.pages.before });
    await expect(this.page.locator('.rail .tab').first()).toBeVisible();
    while (!(await tab.isVisible()) && (await before.isVisible()) && (await before.isEnabled())) await before.click();
    while (!(await tab.isVisible()) && (await next.isVisible()) && (await next.isEnabled())) await next.click();
    await tab.click();
  }

  tile(good: string): Locator {
    return this.page.locator('.tile.good', { hasText: good }).first();
  }
  async taps(good: string): Promise<void> {
    await this.tile(good).click();
  }

  /** A scanner types faster than a test driver can on a busy machine: all keys at once, and Enter. */
  async scans(code: string): Promise<void> {
    await this.page.evaluate((keys) => {
      for (const key of keys) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }, [...code, 'Enter']);
  }

  /** Paid to the fen, in one tap beside the order. */
  async exactly(): Promise<void> {
    await this.button(new RegExp(`^${this.words.pay.exactly}`)).click();
  }

  /** Something under "more". */
  async chooses(what: keyof typeof zh.menu): Promise<void> {
    await this.button(this.words.bar.more).click();
    await this.button(this.words.menu[what]).click();
  }

  async sold(): Promise<void> {
    await expect(this.heading(this.words.receipt.title)).toBeVisible();
  }
  async next(): Promise<void> {
    await this.button(this.words.receipt.next).click();
    await expect(this.page.locator('.cart')).toBeVisible();
  }

  /** Everything that this till has done is at the service. */
  async allSent(): Promise<void> {
    await expect(this.page.locator('.pill')).toContainText(this.words.bar.sent, { timeout: 15_000 });
  }

  /** How often somebody touched the screen since the last time this was asked. */
  async tapsSince(): Promise<number> {
    return this.page.evaluate(() => {
      const taps = Number(sessionStorage.getItem('taps') ?? '0');
      sessionStorage.setItem('taps', '0');
      return taps;
    });
  }
}

/** Whatever reaches the page as a click counts, over a reload too. */
async function countTaps(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('click', (event) => {
      // A label's click is repeated at its field.
      if (event.target instanceof HTMLInputElement && event.target.type !== 'text') return;
      sessionStorage.setItem('taps', String(Number(sessionStorage.getItem('taps') ?? '0') + 1));
    }, true);
  });
}

/** A device of its own: nothing is shared with other pages. */
export async function anotherDevice(browser: Browser, service: Service): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: service.url, viewport: { width: 1280, height: 800 }, hasTouch: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  return { page: await context.newPage(), context };
}
