// The portal: every screen that an owner, a guardian and a love shareholder can reach; that its figures are the API's; and what is nobody's business.
import type { components } from '../../lib/api/schema';
import shared from '../../lib/messages/zh-CN';
import { minor, shown } from '../../lib/money';
import zh from '../../portal/messages/zh-CN';
import { drawn, everyScreen } from './crawl';
import { expect, LANGUAGES, signIn, SIZES, speaks, test, withoutBarriers, type Service } from './house';
import { Office } from './office';

type Schemas = components['schemas'];
/** With the last month's paper in hand; the same one however often it is asked for. */
async function family(service: Service, code: string): Promise<{ treasurer: Office; owner: string; paper: string }> {
  const treasurer = await Office.of(service, 'treasurer');
  const { items } = await treasurer.get<{ items: Schemas['PersonView'][] }>('/people?limit=100');
  const owner = items.find((person) => person.code === code)!.id;
  const first = new Date();
  first.setUTCDate(0);
  const month = first.toISOString().slice(0, 7);
  const made = async () => (await treasurer.get<{ items: Schemas['StatementView'][] }>(`/statements?owner_id=${owner}&limit=5`)).items.find((one) => one.month === month)?.id;
  return { treasurer, owner, paper: (await made()) ?? (await treasurer.make('/statements', { owner_id: owner, month })) };
}

for (const person of ['h01', 'guardian', 'supporter'])
  for (const language of LANGUAGES)
    test(`portal, ${person}: every screen, ${language}`, async ({ page, service }) => {
      test.setTimeout(180_000);
      if (person === 'h01') await family(service, 'H01');
      await speaks(page, language);
      await signIn(page, service, person);
      await everyScreen(page, '/portal/', {
        name: `portal/${person}`, belongs: (path) => path.startsWith('/portal/'), language, dark: true,
        sizes: language === 'zh-CN' ? ['phone', 'desktop', 'tablet', 'upright'] : ['phone', 'desktop'],
      });
    });

test('what is due, what it is made of and why: the figures are the books\'', async ({ page, service }) => {
  const { treasurer, owner, paper } = await family(service, 'H01');
  const earned = await treasurer.get<Schemas['EarningsView']>(`/earnings?owner_id=${owner}`);
  const stated = await treasurer.get<Schemas['MonthView']>(`/statements/${paper}/lines`);
  const figures = (text: string) => new RegExp(text.replace(/[.+]/g, '\\$&'));

  await page.setViewportSize(SIZES.phone);
  await signIn(page, service, 'h01');
  await page.goto('/portal/');
  await drawn(page);
  const due = page.locator('.due .sum');
  await expect(due).toHaveText(figures(shown(earned.due)));
  await expect(due).toBeInViewport({ ratio: 1 });
  expect(await due.evaluate((figure) => parseFloat(getComputedStyle(figure).fontSize))).toBeGreaterThanOrEqual(48);
  const month = [earned.month_sales, earned.month_refunds, earned.month_other].map(minor).reduce((a, b) => a + b);
  const before = minor(earned.due) - month;
  if (before !== 0n) await expect(page.locator('.made dd')).toHaveText([shown(before), `${month < 0n ? '' : '+'}${shown(month)}`]);
  await expect(page.locator('section[aria-labelledby="month"] .tot2 .n')).toHaveText(shown(month));

  // The last day with sales, line by line; a line says why, opened by key.
  const day = earned.days[0]!.day;
  const sold = await treasurer.get<Schemas['EarningsView']>(`/earnings?owner_id=${owner}&day=${day}`);
  await page.goto(`/portal/owner/${owner}/day/${day}`);
  await drawn(page);
  const lines = page.locator('.goods').first().locator('> li:not(.tot2)');
  await expect(lines).toHaveCount(sold.lines.length);
  await expect(page.locator('.goods').first().locator('.tot2 .n')).toHaveText(shown(sold.total));
  const at = sold.lines.findIndex((line) => line.exact && line.percent);
  await lines.nth(at).locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(lines.nth(at).locator('.why dd').last()).toHaveText(shown(sold.lines[at]!.amount));
  await expect(lines.nth(at).locator('.why')).toContainText(zh.why.percent(zh.you, sold.lines[at]!.percent!));

  await page.goto(`/portal/owner/${owner}/statement/${paper}`);
  await drawn(page);
  await expect(page.locator('.goods .tot2 .n').first()).toHaveText(shown(stated.closing));
  const pdf = await page.request.get(`/api/v1/statements/${paper}/pdf`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a guardian agrees to a new way of sharing, by key alone', async ({ page, service }) => {
  await signIn(page, service, 'guardian');
  await page.goto('/portal/');
  await page.getByRole('link', { name: zh.agreement.look }).press('Enter');
  await expect(page.getByText(zh.agreement.askGuardian)).toBeVisible();
  await page.getByRole('button', { name: zh.agreement.no }).press('Enter');
  await expect(page.getByText(zh.agreement.doubts)).toBeVisible();
  await page.getByRole('button', { name: zh.agreement.yes }).press('Enter');
  await expect(page.getByText(zh.agreement.agreed)).toBeVisible();
  const version = new URL(page.url()).pathname.split('/').at(-1)!;
  const { consented_at } = await (await Office.of(service, 'treasurer')).get<Schemas['VersionInFull']>(`/agreement-versions/${version}`);
  expect(consented_at).toBeTruthy();
});

test('another family\'s addresses lead nowhere, and say so', async ({ page, service, expected }) => {
  expected('404');
  const { treasurer, owner, paper } = await family(service, 'H02');
  const { items } = await treasurer.get<{ items: Schemas['VersionView'][] }>('/agreement-versions?limit=200');
  const version = items.find((one) => one.owner_id === owner)!.id;
  const { due } = await treasurer.get<Schemas['EarningsView']>(`/earnings?owner_id=${owner}`);
  await signIn(page, service, 'h01');
  for (const path of ['', '/day/2026-06-30', '/statements', `/statement/${paper}`, `/agreement/${version}`]) {
    await page.goto(`/portal/owner/${owner}${path}`);
    await drawn(page);
    await expect(page.getByRole('alert'), path).toContainText('找不到');
    await expect(page.locator('body'), path).not.toContainText(shown(due));
    await withoutBarriers(page, { where: path });
  }
});

test('without a network it says so, and goes on when asked again', async ({ page, service, expected }) => {
  expected('ERR_FAILED');
  await signIn(page, service, 'h01');
  await page.route('**/api/v1/earnings*', (route) => route.abort());
  await page.goto('/portal/');
  await expect(page.getByRole('alert')).toContainText(shared.away.title);
  await withoutBarriers(page);
  await page.unroute('**/api/v1/earnings*');
  await page.getByRole('button', { name: shared.again }).click();
  await expect(page.locator('.due .sum')).toBeVisible();
});

test('a love shareholder never learns which family sold', async ({ page, service }) => {
  await signIn(page, service, 'supporter');
  await page.goto('/portal/');
  await drawn(page);
  for (const family of ['云朵家', '麦穗家', '云小朵', '麦小穗']) await expect(page.locator('body')).not.toContainText(family);
});

test('the door of the portal asks for a name and a password', async ({ page, expected }) => {
  expected('401');
  await page.goto('/portal/');
  await expect(page.getByLabel(shared.signIn.name)).toBeVisible();
  await withoutBarriers(page);
});
