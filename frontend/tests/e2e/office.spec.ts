// The office: every screen that can be reached, room by room, for those who work there; and its door.
import zh from '../../office/messages/zh-CN';
import shared from '../../lib/messages/zh-CN';
import { drawn, everyScreen } from './crawl';
import { expect, signIn, speaks, test, withoutBarriers } from './house';

const ROOMS = ['sales', 'shifts', 'entries', 'trial-balance', 'agreements', 'statements', 'settings', 'repair'];
/** The organiser sets up what the others only read. */
const whoLooks = (room: string) => (room === 'settings' ? 'organiser' : 'treasurer');
const today = (path: string) => /^\/office\/?$/.test(path);
const below = (room: string) => (path: string) => path.split('/')[2] === room;

for (const [room, belongs] of [['', today], ...ROOMS.map((room) => [room, below(room)] as const)] as const) {
  test(`office, ${room || 'today'}: every screen`, async ({ page, service }) => {
    test.setTimeout(180_000);
    await signIn(page, service, whoLooks(room));
    await everyScreen(page, `/office/${room}`, { name: 'office', belongs, language: 'zh-CN', sizes: ['desktop', 'tablet', 'upright', 'phone'], dark: true });
  });
  test(`office, ${room || 'today'}: every screen, in English`, async ({ page, service }) => {
    test.setTimeout(180_000);
    await speaks(page, 'en');
    await signIn(page, service, whoLooks(room));
    await everyScreen(page, `/office/${room}`, { name: 'office', belongs, language: 'en', sizes: ['phone', 'desktop'] });
  });
}

test('the office has the rooms that are looked at here', async ({ page, service }) => {
  await signIn(page, service, 'treasurer');
  await page.goto('/office/');
  await drawn(page);
  const rooms = await page.getByRole('navigation', { name: zh.rooms.label }).getByRole('link').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname.split('/')[2]));
  expect(rooms.filter(Boolean).sort()).toEqual([...ROOMS].sort());
});

test('the door opens by keyboard alone, and says kindly when the password is another', async ({ page, service, expected }) => {
  expected('401');
  await page.goto('/office/');
  await expect(page.getByLabel(shared.signIn.name)).toBeVisible();
  await withoutBarriers(page);
  await page.getByLabel(shared.signIn.name).focus();
  await page.keyboard.type('treasurer');
  await page.keyboard.press('Tab');
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await withoutBarriers(page);
  await page.getByLabel(shared.signIn.password).fill(service.passwords.treasurer!);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: zh.rooms.label })).toBeVisible();
});
