// The guides' pictures are taken on the way of the tests, so that they show what there is: `npm run guide` writes docs/guide/pictures.
import type { Page } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';

const FOLDER = '../docs/guide/pictures';
const QUALITY = 82;

export async function guidePicture(page: Page, name: string): Promise<void> {
  if (!process.env.GEZI_GUIDE) return;
  await page.waitForTimeout(250); // pictures are there, what glides has arrived
  const browser = await page.context().newCDPSession(page);
  const { data } = await browser.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  await browser.detach();
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/${name}.webp`, Buffer.from(data, 'base64'));
}
