import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { APPS } from './build/apps.mjs';

/** One build makes one app: `APP=till npx vite` also serves it while it is being written, with the API of a service on port 8787. */
const app = process.env.APP ?? 'till';
const styleOnly = app === 'shop'; // the shop's pages are made by the service; here only their stylesheet is
if (!styleOnly && !APPS.includes(app)) throw new Error(`there is no app ${app}`);

export default defineConfig({
  root: app,
  base: `/${app}/`,
  plugins: styleOnly ? [] : [svelte()],
  build: {
    outDir: `../dist/${styleOnly ? 'style' : app}`,
    emptyOutDir: true,
    target: ['chrome111', 'safari16.4', 'firefox115'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // a data: address is not of our own origin
    reportCompressedSize: false,
    ...(styleOnly && { rolldownOptions: { input: `${app}/${app}.css`, output: { assetFileNames: '[name][extname]' } } }),
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8787', '/art': 'http://127.0.0.1:8787', '/media': 'http://127.0.0.1:8787', '/r/': 'http://127.0.0.1:8787' } },
});
