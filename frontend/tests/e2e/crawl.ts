// Every screen of a part of an app: from its first page along its links, one address of each shape ("/office/sales/:id" once, however many
// sales there are).
import { expect, type Page } from '@playwright/test';
import { fitsAcross, keepPicture, SIZES, withoutBarriers, type Language, type Size } from './house';

const MOST = 60;

/** Ids, numbers, days and codes of grids are what differs between addresses of one screen; of a query only which filters there are. */
function shape(address: URL): string {
  const path = address.pathname.replace(/\/[0-9a-f]{8}-[0-9a-f-]{27}\b|\/\d[\d-]*\b|\/[A-Z]\d{2}\b/g, '/:id');
  const query = [...address.searchParams.keys()].sort().join('&');
  return path.replace(/\/$/, '') + (query && `?${query}`);
}

/** Drawn: something is there, and nothing is on its way any more. */
export async function drawn(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('.loading')).toHaveCount(0);
}

export interface Look {
  /** Of the pictures' folder. */
  name: string;
  language: Language;
  /** The first one is looked at closest: for barriers in light and dark. */
  sizes: readonly [Size, ...Size[]];
  /** Which of the addresses that are found belong here. */
  belongs: (path: string) => boolean;
  /** Contrast of 7:1. */
  strict?: boolean;
  dark?: boolean;
}

/** Goes to the first addresses and to every screen that can be reached from them; `look` is told which it is. */
export async function reach(page: Page, first: readonly string[], belongs: (path: string) => boolean, look: (shape: string) => Promise<void>): Promise<string[]> {
  const seen = new Set<string>();
  const waiting: string[] = [];
  const visit = async (address: string) => {
    await page.goto(address);
    await drawn(page);
    const home = new URL(page.url()).origin;
    const found = await page.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>('a[href]:not([download])')].map((link) => link.href));
    for (const href of found) {
      const to = new URL(href);
      to.hash = '';
      if (to.origin === home && belongs(to.pathname) && !/\.\w+$/.test(to.pathname)) waiting.push(to.href);
    }
    await look(shape(new URL(page.url())));
  };
  for (const address of first) {
    await visit(address);
    seen.add(shape(new URL(page.url())));
  }
  for (let address = waiting.shift(); address; address = waiting.shift()) {
    const of = shape(new URL(address));
    if (seen.has(of)) continue;
    seen.add(of);
    expect(seen.size, `more screens than the ${MOST} that were thought of: does an address carry something new?\n${[...seen].join('\n')}`).toBeLessThanOrEqual(MOST);
    await visit(address);
  }
  return [...seen];
}

/** Looks at every screen that can be reached, and says which there were. */
export async function everyScreen(page: Page, first: string, look: Look): Promise<string[]> {
  return reach(page, [first], look.belongs, (of) => inspect(page, of, look));
}

async function inspect(page: Page, of: string, { name, language, sizes, strict, dark }: Look): Promise<void> {
  const called = `${name}/${of.replace(/[/:?&]+/g, '-').replace(/^-/, '')}-${language}`;
  await page.emulateMedia({ colorScheme: 'light' });
  for (const size of sizes) {
    await page.setViewportSize(SIZES[size]);
    await fitsAcross(page, `${of} at ${size}`);
    await keepPicture(page, `${called}-${size}`);
    if (size === sizes[0] || size === 'phone') await withoutBarriers(page, { strict, where: `${of} at ${size}` });
  }
  await page.setViewportSize(SIZES[sizes[0]]);
  if (!dark) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await withoutBarriers(page, { strict, where: `${of}, dark` });
  await keepPicture(page, `${called}-${sizes[0]}-dark`);
}
