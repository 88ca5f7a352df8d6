// What a till's first visit costs: every byte over the wire, pictures aside.
import { Counter } from './counter';
import { expect, test } from './house';

const MOST = 150 * 1024;

test('the first visit takes at most 150 KB, pictures aside, up to the faces', async ({ page, service }) => {
  const wire = await page.context().newCDPSession(page);
  const sizes = new Map<string, { what: string; bytes: number }>();
  const PICTURES = /^\/(art|media)\/|\.svg$/;
  wire.on('Network.responseReceived', ({ requestId, response }) => sizes.set(requestId, { what: new URL(response.url).pathname, bytes: 0 }));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const found = sizes.get(requestId);
    if (found) found.bytes = encodedDataLength;
  });
  await wire.send('Network.enable');
  await Counter.enrolled(page, service);
  await expect(page.locator('.tile.person').first()).toBeVisible();
  await page.waitForLoadState('networkidle');

  const counted = [...sizes.values()].filter(({ what }) => !PICTURES.test(what));
  const told = counted.map(({ what, bytes }) => `${what} ${bytes}`).join('\n');
  expect(counted.some(({ what }) => what.endsWith('.js')) && counted.some(({ what }) => what.endsWith('.css')) && counted.some(({ what }) => what.endsWith('/till/shop')), told).toBe(true);
  expect(counted.reduce((all, { bytes }) => all + bytes, 0), told).toBeLessThanOrEqual(MOST);
});
