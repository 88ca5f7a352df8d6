// No rule dresses what is not there: every class of a stylesheet is a word in the sources that the sheet is for.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

function files(folder: string, kind: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && kind.test(entry.name) && !entry.parentPath.includes('messages'))
    .map((entry) => join(entry.parentPath, entry.name));
}
const text = (paths: readonly string[]): string => paths.map((path) => readFileSync(path, 'utf8')).join('\n');

/** Class names in selectors: what stands before a brace, without comments and strings. */
function classes(css: string): Set<string> {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/"[^"]*"/g, '');
  const selectors = bare.match(/[^{};]+(?=\{)/g) ?? [];
  return new Set(selectors.flatMap((selector) => [...selector.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, name]) => name!)));
}

/** What sources may mean as a class: words in quotes and in `class={…}`, in Rust also behind a dot. */
function meant(paths: readonly string[]): Set<string> {
  const rust = text(paths.filter((path) => path.endsWith('.rs'))).match(/\.[a-z][\w-]*/g) ?? [];
  const said = text(paths).match(/"[^"\n]*"|'[^'\n]*'|`[^`\n]*`|class=\{[^}]*\}+|class:[\w-]+/g) ?? [];
  return new Set([...rust, ...said].flatMap((part) => part.match(/[\w-]+/g) ?? []));
}

const SOURCES = /\.(svelte|ts|html|rs)$/;
const SHEETS: Record<string, { css: string[]; used: string[] }> = {
  till: { css: files('till', /\.css$/), used: ['till', 'lib'] },
  office: { css: files('office', /\.css$/), used: ['office', 'lib'] },
  portal: { css: files('portal', /\.css$/), used: ['portal', 'lib'] },
  shop: { css: files('shop', /\.css$/), used: ['../src/http/shop'] },
  house: { css: ['lib/house.css', 'lib/forms.css'], used: ['office', 'portal', 'gallery', 'lib'] },
  components: { css: ['lib/components.css'], used: ['till', 'office', 'portal', 'gallery', 'lib'] },
};

test.each(Object.entries(SHEETS))('%s: no class is dressed for nothing', (_, { css, used }) => {
  const words = meant(used.flatMap((folder) => files(folder, SOURCES)));
  const isNumbered = (name: string): boolean => /\d/.test(name); // made at run time
  expect([...classes(text(css))].filter((name) => !words.has(name) && !isNumbered(name)).sort()).toEqual([]);
});
