// Somebody writes a script into every field of text there is. It is shown as what it is, letters, and runs nowhere.
import { Counter } from './counter';
import { drawn } from './crawl';
import { expect, signIn, test } from './house';
import { Office } from './office';

/** A nickname has 20 letters. */
const SHORT = '<svg onload=ran=1>';
const EVIL = '"><img src=x onerror="window.ran=1"><script>window.ran=1</script>';

test('a script in the names of people, sites, grids and goods stays text on every screen', async ({ page, service }) => {
  const organiser = await Office.of(service, 'organiser');
  const name = EVIL.slice(0, 40);
  const site = await organiser.make('/sites', { name });
  const person = await organiser.make('/people', { code: 'EVIL', nickname: SHORT, particulars: { name, address: name, note: name } });
  const grid = await organiser.make('/grids', { site_id: site, code: 'Z9' });
  await organiser.make('/grid-owners', { grid_id: grid, owner_id: person, from_day: '2026-01-01' });
  await organiser.make('/goods', { grid_id: grid, name, measure: 'piece', price: '1.00' });

  const counter = await Counter.open(page, service);
  await counter.goesTo('Z9');
  await counter.taps(name);
  await expect(page.locator('.cart .lines')).toContainText(name);
  await page.getByRole('searchbox').fill(EVIL);
  await page.getByRole('searchbox').fill('img src');
  await expect(counter.tile(name)).toBeVisible();
  await counter.exactly();
  await counter.sold();
  await counter.next();
  await counter.allSent();

  await signIn(page, service, 'organiser');
  for (const room of ['', 'sales', 'shifts', 'agreements', 'settings', 'repair']) {
    await page.goto(`/office/${room}`);
    await drawn(page);
    expect(await page.evaluate(() => 'ran' in window), `/office/${room}`).toBe(false);
  }
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});
