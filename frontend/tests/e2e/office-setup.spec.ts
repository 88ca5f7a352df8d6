// A cooperative is founded and set up in the browser: nine questions, an agreement by two people, a list that is looked at first.
import { expect, fitsAcross, keepPicture, signIn, SIZES, test, withoutBarriers } from './house';
import { startEmpty } from './service';

/** Yesterday where the cooperative is: a day on which the demo sold. */
const monthOfYesterday = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() - 86_400_000)).slice(0, 7);

test('an agreement is tried to the fen, proposed by one, consented to, approved by another', async ({ page, browser, service }) => {
  await signIn(page, service, 'organiser');
  await page.goto('/office/agreements');
  await page.getByRole('link', { name: 'A03' }).click();
  await page.getByRole('link', { name: '提出新版本' }).click();
  const percents = page.getByLabel('百分比');
  await percents.nth(0).fill('91');
  await expect(page.getByText(/多了 \d/)).toBeVisible();
  await expect(page.getByRole('button', { name: '提出这一版' })).toBeDisabled();
  await percents.nth(1).fill('7');
  await expect(page.getByText('加起来正好 100 ✓')).toBeVisible();
  await page.getByRole('combobox', { name: '哪个月的销售' }).selectOption(monthOfYesterday());
  await expect(page.locator('.gains').getByText('多得')).toBeVisible();
  await expect(page.getByText(/加起来是 0\.00/)).toBeVisible();
  await withoutBarriers(page);
  await keepPicture(page, 'office/agreement-new', true);
  await page.getByRole('button', { name: '提出这一版' }).click();
  await expect(page.getByText('这是您提出的，要由另一个人批准。')).toBeVisible();
  await page.getByRole('button', { name: '登记铺主同意' }).click();
  await page.getByRole('button', { name: '登记同意' }).click();
  await expect(page.getByText('当面说的')).toBeVisible();
  const address = page.url();

  const other = await browser.newContext({ viewport: SIZES.phone, locale: 'zh-CN', baseURL: service.url });
  const treasurer = await other.newPage();
  await signIn(treasurer, service, 'treasurer');
  await treasurer.goto(address);
  await treasurer.getByRole('button', { name: '批准' }).click();
  await expect(treasurer.getByText('已定，还没到日子')).toBeVisible();
  await withoutBarriers(treasurer);
  await fitsAcross(treasurer);
  await other.close();
});

test('a list is looked at line by line, mended, and comes in', async ({ page, service }) => {
  await signIn(page, service, 'organiser');
  await page.goto('/office/settings/goods/import');
  const csv = page.getByLabel('表的内容');
  await csv.fill('格子,品名,单位,价格\nB10,麦秆扇,件,6.00\nZ99,草帽,件,8.00\n');
  await page.getByRole('button', { name: '看一看' }).click();
  await expect(page.getByText('1 行要改。')).toBeVisible();
  await expect(page.getByRole('button', { name: '全部导入' })).toHaveCount(0);
  await withoutBarriers(page);
  await csv.fill('格子,品名,单位,价格\nB10,麦秆扇,件,6.00\n');
  await page.getByRole('button', { name: '看一看' }).click();
  await page.getByRole('button', { name: '全部导入' }).click();
  await expect(page.getByText('导入好了：新加 1')).toBeVisible();
  await csv.fill('格子,品名,单位,价格\nB10,麦秆扇,件,6.00\n');
  await page.getByRole('button', { name: '看一看' }).click();
  await expect(page.getByRole('button', { name: '1 已经有，不动' })).toBeEnabled();
  await expect(page.getByRole('button', { name: '全部导入' })).toBeDisabled();
});

test('a first cooperative is founded in nine questions, and the door is shut', async ({ browser }) => {
  const empty = await startEmpty();
  const context = await browser.newContext({ viewport: SIZES.upright, locale: 'zh-CN', baseURL: empty.url });
  try {
    const page = await context.newPage();
    await page.goto('/office/');
    const next = () => page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('设置码', { exact: true }).fill('2222-2222');
    await next();
    await page.getByLabel('全称').fill('向阳里互助合作社');
    await next();
    await page.getByLabel('代号').fill('Xiang Yang');
    await next();
    await expect(page.getByText(/2 到 32 个小写字母/)).toBeVisible();
    await page.getByLabel('代号').fill('xiangyang');
    await next();
    await page.getByLabel('司库的姓名').fill('方敏');
    await next();
    await page.getByLabel('登录名').fill('fang');
    await page.getByLabel('密码', { exact: true }).fill('three short words');
    await next();
    await page.getByLabel('组织者的姓名').fill('李站长');
    await page.getByLabel('登录名').fill('li');
    await page.getByLabel('密码', { exact: true }).fill('three other words');
    await next();
    await next();
    await next();
    await withoutBarriers(page);
    await fitsAcross(page);
    const found = page.getByRole('button', { name: '建立合作社' });
    await found.click();
    await expect(page.getByText(/设置码不对/)).toBeVisible();
    await page.getByLabel('设置码', { exact: true }).fill(empty.setupCode);
    await next();
    await found.click();
    await expect(page.getByRole('heading', { name: '向阳里互助合作社 建好了' })).toBeVisible();
    await withoutBarriers(page);
    await page.getByRole('button', { name: '进账房' }).click();
    await expect(page.getByRole('navigation', { name: /九个房间/ })).toBeVisible();
    await context.clearCookies();
    await page.goto('/office/');
    await expect(page.getByLabel('登录名')).toBeVisible();
    await expect(page.getByText('建立合作社')).toHaveCount(0);
  } finally {
    await context.close();
    await empty.stop();
  }
});
