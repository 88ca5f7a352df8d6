// Every component in every state, on both grounds, light and dark, in both languages.
import { expect, fitsAcross, keepPicture, LANGUAGES, SIZES, speaks, test, THEMES, withoutBarriers } from './house';

for (const look of ['house', 'till'] as const)
  for (const language of LANGUAGES)
    test(`components look right: ${look}, ${language}`, async ({ page }) => {
      test.setTimeout(180_000);
      await speaks(page, language);
      await page.goto(`/gallery/?look=${look}`);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme });
        await withoutBarriers(page, { strict: look === 'till' });
        for (const size of ['desktop', 'phone'] as const) {
          await page.setViewportSize(SIZES[size]);
          await fitsAcross(page);
          await keepPicture(page, `gallery/${look}-${language}-${theme}-${size}`, true);
        }
        await page.setViewportSize(SIZES.desktop);
      }
    });

test('a sheet keeps the focus, and Escape closes it', async ({ page }) => {
  await page.goto('/gallery/');
  const opener = page.locator('#Sheet').getByRole('button', { name: '打开 Open', exact: true });
  await opener.click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toBeVisible();
  await withoutBarriers(page);
  for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => !document.activeElement || document.activeElement === document.body || !!document.activeElement.closest('dialog'))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(opener).toBeFocused();
});
