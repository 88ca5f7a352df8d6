// What every test of the screens begins with: a service, a page that may not complain, and the measures that hold on every screen.
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { startService, type Service } from './service';

export { expect } from '@playwright/test';
export type { Service } from './service';

export const SIZES = {
  tablet: { width: 1280, height: 800 },
  upright: { width: 800, height: 1280 },
  phone: { width: 390, height: 844 },
  desktop: { width: 1440, height: 900 },
} as const;
export type Size = keyof typeof SIZES;
export const THEMES = ['light', 'dark'] as const;
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a test is sure to provoke, and may therefore be said: part of a complaint's text. */
export type Expected = (complaint: string) => void;

interface Fixtures {
  /** Complaints of the browser's console that are part of the test. */
  expected: Expected;
}
interface WorkerFixtures {
  service: Service;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  service: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const service = await startService();
      await use(service);
      await service.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ service }, use) => use(service.url),
  expected: [
    // Nothing is asked of any other place, the security policy stops nothing, no script stumbles.
    async ({ context, service }, use) => {
      const allowed: string[] = [];
      const complaints: string[] = [];
      const listen = (page: Page) => {
        page.on('pageerror', (error) => complaints.push(`a script stumbled: ${error.stack ?? error.message}`));
        page.on('console', (message) => {
          if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()} ${message.location().url}`);
        });
      };
      context.pages().forEach(listen);
      context.on('page', listen);
      context.on('request', (request) => {
        if (!request.url().startsWith(service.url) && !/^(data|blob|about):/.test(request.url())) complaints.push(`asked elsewhere: ${request.url()}`);
      });
      await use((complaint) => allowed.push(complaint));
      expect(complaints.filter((complaint) => !allowed.some((part) => complaint.includes(part)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Which language the next page speaks. */
export async function speaks(page: Page, language: Language): Promise<void> {
  await page.addInitScript((locale) => localStorage.setItem('gezi-language', locale), language);
}

/** No barrier that axe knows (WCAG 2.2 AA and below), and contrast of 7:1 where `strict`. */
export async function withoutBarriers(page: Page, { strict = false, where = '' }: { strict?: boolean; where?: string } = {}): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const builder = new AxeBuilder({ page }).options({ runOnly: { type: 'tag', values: tags }, rules: { 'color-contrast-enhanced': { enabled: strict } } });
  const { violations } = await builder.analyze();
  const told = violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 4).map((node) => `    ${node.html.slice(0, 200)}\n      ${node.failureSummary?.replaceAll('\n', '\n      ')}`);
    return `${id}: ${help} (${nodes.length})\n${where.join('\n')}`;
  });
  expect.soft(told.join('\n'), where).toBe('');
}

/** Nothing that one reads or taps sticks out sideways, unless it lies in something (not the whole page) that scrolls. */
export async function fitsAcross(page: Page, where = ''): Promise<void> {
  const out = await page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    const scrolls = (element: Element | null): boolean => !!element && !element.matches('body, main') && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [...document.querySelectorAll('h1, h2, h3, p, a, button, input, select, label, td, th, img, dt, dd, li')]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.vh, .sr, .skip, [aria-hidden="true"]'))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (right > wide + 1 || left < -1) && !scrolls(element.parentElement);
      })
      .slice(0, 3)
      .map((element) => `${Math.round(element.getBoundingClientRect().right)} of ${wide}: ${element.outerHTML.slice(0, 140)}`);
  });
  expect.soft(out.join('\n'), `sticks out: ${where}`).toBe('');
}

/** What scrolls by itself, with something at its edge that says so. */
const SCROLLS = '.cart .lines, .sheet .lines, .paper .scroll, .scrolls, .content, .concerns, .paid';

/** Whatever is tapped, and whatever is read besides, lies wholly on the screen with nothing over it, and its words within it. */
export async function nothingCovered(page: Page, where = ''): Promise<void> {
  const wrong = await page.evaluate((scrolls) => {
    const [wide, high] = [document.documentElement.clientWidth, document.documentElement.clientHeight];
    const over = document.querySelector('dialog[open]') ?? document.body;
    const seen = [...over.querySelectorAll('button, input, select, label, h1, h2, h3, td, th, p, .sum, .btn, img')]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.vh, .sr, .skip, [aria-hidden="true"]'))
      .filter((element) => !element.closest(scrolls) && getComputedStyle(element).clipPath === 'none');
    return seen.flatMap((element) => {
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) return [];
      const told = `${[box.left, box.top, box.right, box.bottom].map(Math.round).join(' ')}: ${element.outerHTML.slice(0, 120)}`;
      if (box.left < -1 || box.top < -1 || box.right > wide + 1 || box.bottom > high + 1) return [`off the screen at ${told}`];
      const corners = [[0.5, 0.5], [0.5, 0.04], [0.5, 0.96], [0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]] as const;
      const covered = corners.map(([x, y]) => document.elementFromPoint(box.left + x * box.width, box.top + y * box.height))
        .find((top) => top && !element.contains(top) && !top.contains(element) && top.closest('label') !== element.closest('label'));
      if (covered) return [`covered by ${covered.outerHTML.slice(0, 60)} at ${told}`];
      const isCut = element.matches('button') && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
      return isCut ? [`its words are cut at ${told}`] : [];
    }).slice(0, 4);
  }, SCROLLS);
  expect.soft(wrong.join('\n'), `covered or cut: ${where}`).toBe('');
}

/** Whatever is tapped is 44 px high and wide at least; words within a line of text are not tapped with a thumb alone (WCAG 2.5.8's exception). */
export async function bigEnough(page: Page, where = '', least = 44): Promise<void> {
  const small = await page.evaluate((px) => {
    const shown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const tapped = [...document.querySelectorAll('button, select, [role="button"], input:not([type="hidden"]), summary, a.btn')];
    return tapped
      .filter(shown)
      .map((element) => ({ element: element.closest('label') ?? element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < px - 0.5 || box.width < px - 0.5))
      .map(({ element, box }) => `${Math.round(box.width)} × ${Math.round(box.height)}: ${element.outerHTML.slice(0, 120)}`);
  }, least);
  expect.soft(small.join('\n'), `too small to tap: ${where}`).toBe('');
}

/** Kept for whoever wants to look: target/browser/screens/<name>.png. */
export async function keepPicture(page: Page, name: string, fullPage = false): Promise<void> {
  const path = `../target/browser/screens/${name}.png`;
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage, animations: 'disabled' });
}

/** Signs somebody in as a page of office or portal does: the browser keeps the cookies. */
export async function signIn(page: Page, service: Service, name: string): Promise<void> {
  const answer = await page.request.post(`${service.url}/api/v1/sign-in`, {
    data: { coop: service.coop, name, password: service.passwords[name], cookies: true },
    headers: { origin: service.url },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}
