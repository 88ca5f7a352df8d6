// The real program (a debug build, which has the gallery) in a real Chromium. Each worker has a service and a database of its own: tests/e2e/service.ts.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** Debian's browser; Playwright's own download is never needed. */
function chromium(): string {
  const names = [process.env.CHROMIUM ?? '', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].filter(Boolean);
  const places = names.flatMap((name) => (name.includes('/') ? [name] : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))));
  const found = places.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error('a browser is needed: sudo apt-get install -y chromium (or name one in CHROMIUM)');
  return found;
}

export default defineConfig({
  // What is measured is no test: it prints figures (npm run measure).
  testDir: process.env.GEZI_MEASURE ? 'tests/bench' : 'tests/e2e',
  outputDir: '../target/browser/traces',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 8_000 },
  forbidOnly: !!process.env.CI,
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 10_000,
    // A trace of every test fills a disk: GEZI_TRACE=1 where something has to be found.
    trace: process.env.GEZI_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium(),
      // Chromium refuses its sandbox to root, as in most containers.
      args: ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
});
