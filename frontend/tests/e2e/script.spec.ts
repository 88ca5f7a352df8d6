// Somebody writes a script into every field of text there is, and into addresses. It is shown as what it is, letters, and runs nowhere:
// not at the till, not in any room of the office, not in the portal, not in the shop. The security policy has nothing to stop, either.
import { request } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import settings from '../../office/rooms/settings/messages/zh-CN';
import { Counter } from './counter';
import { reach } from './crawl';
import { expect, signIn, test, type Service } from './house';
import { Office } from './office';

const EVIL = '"><img src=x onerror="window.ran=1"><script>window.ran=1</script>{{1}}${1}';
/** A nickname has 20 letters. */
const SHORT = '<svg onload=ran=1>';
const NAME = EVIL.slice(0, 40);
const PASSWORD = 'three short words';

interface Seeded {
  site: string;
  grid: string;
  person: string;
  good: string;
  command: string;
}

async function seed(service: Service): Promise<Seeded> {
  const [organiser, treasurer] = [await Office.of(service, 'organiser'), await Office.of(service, 'treasurer')];
  const site = await organiser.make('/sites', { name: NAME, address: EVIL, opening: EVIL });
  const particulars = { name: NAME, phone: NAME, address: EVIL, note: EVIL };
  const person = await organiser.make('/people', { code: SHORT, nickname: SHORT, particulars });
  await organiser.make('/role-grants', { person_id: person, role: 'stallholder' });
  await organiser.ask('/logins', { person_id: person, name: 'evil', password: PASSWORD });
  const grid = await organiser.make('/grids', { site_id: site, code: SHORT });
  await organiser.make('/grid-owners', { grid_id: grid, owner_id: person, from_day: '2026-01-01' });
  await organiser.make('/grid-pages', { grid_id: grid, story: `${EVIL}\n${EVIL}`, published: true });
  const good = await organiser.make('/goods', { grid_id: grid, name: NAME, measure: 'piece', price: '1.00', barcode: '"><svg/onload=ran=1>' });
  const shares = [{ party: 'owner', percent: '90' }, { party: 'cooperative', percent: '10' }];
  await organiser.make('/agreement-versions', { grid_id: grid, effective_on: '2026-01-01', shares });
  return { site, grid, person, good, command: await setAside(service, organiser, treasurer, person) };
}

/** A till reports what does not add up, and somebody gives a reason for letting it be. */
async function setAside(service: Service, organiser: Office, treasurer: Office, actor: string): Promise<string> {
  const { id: till, code } = await organiser.newTill(NAME);
  const { token, epoch } = await organiser.ask<{ token: string; epoch: number }>('/enrolments', { coop: service.coop, code });
  const body = { lines: [{ voucher: NAME, name: EVIL, measure: 'piece', quantity: '1', price: '1.00' }], tenders: [{ means: 'voucher', voucher: NAME, amount: '7.00' }] };
  const envelope = { till_id: till, epoch, seq: 1, prev_hash: '0'.repeat(64), occurred_at: new Date().toISOString(), clock_offset_ms: 0, actor, practice: false, body };
  const command = randomUUID();
  const device = await request.newContext({ baseURL: service.url, extraHTTPHeaders: { authorization: `Bearer ${token}`, 'idempotency-key': command } });
  const answer = await device.post('/api/v1/sales', { data: envelope });
  expect(((await answer.json()) as { state?: string }).state, await answer.text()).toBe('quarantined');
  await device.dispose();
  await treasurer.make('/repair-proposals', { command_id: command, dismiss: { reason: EVIL } });
  return command;
}

test('a script in any field of text stays text on every screen', async ({ page, service }) => {
  test.setTimeout(240_000);
  page.on('dialog', (dialog) => expect.soft(dialog.message(), 'a script asks something').toBe(''));
  const { site, grid, person, good, command } = await seed(service);
  const aside = `/office/repair/aside/${command}`;
  const harmless = async (where: string) => {
    expect.soft(await page.evaluate(() => 'ran' in window), where).toBe(false);
    expect.soft(await page.locator('img[src="x"], svg[onload], [onerror], [onclick]').count(), where).toBe(0);
  };
  /** So that the walk did not pass by a page that says that nothing is there. */
  const shows = async (address: string, text: string) => {
    await page.goto(address);
    await expect(page.getByText(text).first()).toBeVisible();
  };
  const below = (path: string) => (to: string) => to.startsWith(path);

  await page.goto(`/till/?code=${encodeURIComponent(SHORT)}&coop=${encodeURIComponent(EVIL)}`);
  await harmless('a code in the address');
  const counter = await Counter.open(page, service);
  await counter.goesTo(SHORT);
  await counter.taps(NAME);
  await expect(page.locator('.cart .lines')).toContainText(NAME);
  await page.getByRole('searchbox').fill(EVIL);
  await harmless('a search at the till');
  await page.getByRole('searchbox').fill('img src');
  await expect(counter.tile(NAME)).toBeVisible();
  await counter.exactly();
  await counter.sold();
  await harmless('the receipt on the screen');
  await counter.next();
  await counter.allSent();

  await signIn(page, service, 'treasurer');
  const q = encodeURIComponent(EVIL);
  const rooms = await reach(page, ['/office/', `/office/sales?q=${q}`, `/office/agreements/${grid}`, aside], below('/office'), harmless);
  expect(rooms.length).toBeGreaterThan(15);
  await shows(aside, EVIL);
  await signIn(page, service, 'organiser');
  const places = [`/office/settings/goods/${good}`, `/office/settings/places/${grid}`, `/office/settings/people/${person}`];
  await reach(page, [...places, `/office/agreements/${grid}`], (to) => /^\/office\/(settings|agreements)/.test(to), harmless);
  await shows(places[0]!, NAME);
  await shows(places[1]!, EVIL);
  await shows(places[2]!, SHORT);
  await page.getByLabel(settings.sealed.purpose).selectOption('contact');
  await page.getByRole('button', { name: settings.sealed.open }).click();
  await expect(page.getByText(EVIL).first()).toBeVisible();
  await harmless('a sealed name that was opened');
  await page.goto('/office/settings/goods/import');
  await page.getByLabel('表的内容').fill(`格子,品名,单位,价格\n"${SHORT}","${EVIL.replaceAll('"', '""')}",件,"${SHORT}"\n"${SHORT}!",x,件,1.00\n`);
  await page.getByRole('button', { name: '看一看' }).click();
  await expect(page.getByText('1 行要改。').or(page.getByText('2 行要改。'))).toBeVisible();
  await harmless('a list that was looked at');

  await signIn(page, { ...service, passwords: { evil: PASSWORD } }, 'evil');
  await reach(page, ['/portal/'], below('/portal/'), harmless);
  await shows('/portal/', SHORT);
  const shop = `/shop/${service.coop}`;
  await reach(page, [shop, `${shop}/sites/${site}`, `${shop}/grids/${grid}`, `${shop}/goods?q=${q}`], below('/shop'), harmless);
  await shows(`${shop}/grids/${grid}`, EVIL);
});
