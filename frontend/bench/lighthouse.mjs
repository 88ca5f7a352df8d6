// node lighthouse.mjs URL…: how fast, how accessible, how well made and how findable a page is, on a phone and at a desk. The median of three looks.
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const ASKED = { performance: 'performance', accessibility: 'accessibility', 'best-practices': 'best practices', seo: 'search engines' };
const LOOKS = 3;
const flags = ['--headless=new', '--disable-gpu', '--disable-quic', ...(process.getuid() === 0 ? ['--no-sandbox'] : [])];
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const chrome = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: flags });
try {
  for (const url of process.argv.slice(2))
    for (const [device, config] of [['phone', undefined], ['desk', desktopConfig]]) {
      const looks = [];
      for (let i = 0; i < LOOKS; i++) {
        const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: 'error', onlyCategories: Object.keys(ASKED) }, config);
        if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
        looks.push(lhr);
      }
      const scores = Object.entries(ASKED).map(([name, says]) => `${says} ${Math.round(100 * median(looks.map((look) => look.categories[name].score)))}`);
      const kilobytes = Math.round(median(looks.map((look) => look.audits['total-byte-weight'].numericValue)) / 1024);
      const drawn = Math.round(median(looks.map((look) => look.audits['largest-contentful-paint'].numericValue)));
      console.log(`lighthouse ${device.padEnd(5)} ${new URL(url).pathname.padEnd(10)} ${scores.join(' · ')} · ${kilobytes} KB in all · drawn after ${drawn} ms`);
      for (const audit of Object.values(looks[0].audits).filter((audit) => audit.score !== null && audit.score < 0.9 && ['binary', 'metricSavings', 'numeric'].includes(audit.scoreDisplayMode)))
        console.log(`           ${audit.id}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}`);
    }
} finally {
  chrome.kill();
}
