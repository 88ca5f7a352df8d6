// The guides' pictures are taken on the way of the tests, so that they show what there is: `npm run guide` writes docs/guide/pictures.
import type { Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';

const FOLDER = '../docs/guide/pictures';

export async function guidePicture(page: Page, name: string): Promise<void> {
  if (!process.env.GEZI_GUIDE) return;
  mkdirSync(FOLDER, { recursive: true });
  await page.waitForTimeout(150); // what glides has arrived
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled', caret: 'hide' });
}
