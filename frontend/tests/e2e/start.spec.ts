// The pages of a newcomer: the first one and the readable API page.
import { expect, keepPicture, test, withoutBarriers } from './house';

test('the first page speaks both languages and leads to the API page', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: '格子铺的收银和账本' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The till and the books of grid shops' })).toBeVisible();
  await withoutBarriers(page);
  await keepPicture(page, 'start');
  await page.getByRole('link', { name: /接口说明/ }).click();
  await expect(page).toHaveURL(/\/api\/docs/);
});

test('the API page draws its operations', async ({ page }) => {
  await page.goto('/api/docs');
  await expect(page.locator('.opblock-summary').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('[data-path="/api/v1/sales"]').first()).toBeAttached();
});

for (const path of ['/start.css', '/favicon.svg', '/healthz', '/readyz', '/api/openapi.json'])
  test(`${path} is there`, async ({ request }) => {
    expect((await request.get(path)).status()).toBe(200);
  });
