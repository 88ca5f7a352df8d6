// The portal: every screen that an owner, a guardian and a love shareholder can reach.
import shared from '../../lib/messages/zh-CN';
import { everyScreen } from './crawl';
import { expect, LANGUAGES, signIn, speaks, test, withoutBarriers } from './house';

for (const person of ['h01', 'guardian', 'supporter'])
  for (const language of LANGUAGES)
    test(`portal, ${person}: every screen, ${language}`, async ({ page, service }) => {
      test.setTimeout(180_000);
      await speaks(page, language);
      await signIn(page, service, person);
      await everyScreen(page, '/portal/', {
        name: `portal/${person}`, belongs: (path) => path.startsWith('/portal/'), language, sizes: language === 'zh-CN' ? ['phone', 'desktop', 'tablet', 'upright'] : ['phone', 'desktop'], dark: language === 'zh-CN',
      });
    });

test('a love shareholder never learns which family sold', async ({ page, service }) => {
  await signIn(page, service, 'supporter');
  await page.goto('/portal/');
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('.loading')).toHaveCount(0);
  for (const family of ['云朵家', '麦穗家', '云小朵', '麦小穗']) await expect(page.locator('body')).not.toContainText(family);
});

test('the door of the portal asks for a name and a password', async ({ page }) => {
  await page.goto('/portal/');
  await expect(page.getByLabel(shared.signIn.name)).toBeVisible();
  await withoutBarriers(page);
});
