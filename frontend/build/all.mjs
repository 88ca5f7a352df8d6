// npm run build [-- APP…]: every app, the shop's stylesheet and the drawings, into dist/.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { build } from 'vite';
import { APPS } from './apps.mjs';
import { precompress } from './precompress.mjs';

const asked = process.argv.slice(2);
for (const name of asked) if (![...APPS, 'shop', 'art'].includes(name)) throw new Error(`there is no app ${name}: ${APPS.join(', ')}, shop, art`);
const wanted = (name) => asked.length === 0 || asked.includes(name);
if (asked.length === 0) rmSync('dist', { recursive: true, force: true });

for (const app of APPS.filter(wanted)) {
  process.env.APP = app;
  await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
  precompress(`dist/${app}`);
}
if (wanted('shop')) {
  process.env.APP = 'shop';
  await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
  precompress('dist/style');
}
if (wanted('art')) {
  rmSync('dist/art', { recursive: true, force: true });
  for (const set of readdirSync('lib/art', { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    mkdirSync(`dist/art/${set.name}`, { recursive: true });
    cpSync(`lib/art/${set.name}`, `dist/art/${set.name}`, { recursive: true });
  }
  precompress('dist/art');
}
