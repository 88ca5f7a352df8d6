// The shop: every page that a shopper can reach, in both languages, and what a search engine needs to know about it.
import { everyScreen } from './crawl';
import { expect, test } from './house';

test('shop: every page', async ({ page, service }) => {
  test.setTimeout(180_000);
  const seen = await everyScreen(page, `/shop/${service.coop}`, {
    name: 'shop', belongs: (path) => path.startsWith('/shop'), language: 'zh-CN', sizes: ['phone', 'desktop', 'tablet', 'upright'], dark: true,
  });
  expect(seen.some((address) => address.includes('lang')), 'it speaks English, too').toBe(true);
  expect(seen.length).toBeGreaterThanOrEqual(5);
});

test('shop: readable without a script, and told apart by its head', async ({ browser, service }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: service.url });
  const page = await context.newPage();
  await page.goto(`/shop/${service.coop}`);
  await expect(page.locator('h1')).toBeVisible();
  expect(await page.title()).not.toBe('');
  await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /\S/);
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', /\S/);
  const card = await page.request.get((await page.locator('meta[property="og:image"]').getAttribute('content'))!);
  expect(card.headers()['content-type'], 'chats show no SVG').toBe('image/png');
  await page.locator('a[href*="/grids/"]').first().click();
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.shelf'), 'its shelf is dressed').toHaveCSS('display', 'grid');
  await page.goto(`/shop/${service.coop}/goods?q=corn+cake&lang=en`);
  await expect(page.locator('.ware h2').first()).toHaveText('Corn cake 玉米饼');
  await context.close();
});
