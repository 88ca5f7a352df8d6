// Every word that a screen asks for is there in both languages (the types see to that), and every word that is there is asked for.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Tree = { [name: string]: unknown };

/** An app has words, and so has each room of the office. */
const modules = import.meta.glob<{ default: Tree }>(['../../*/messages/*.ts', '../../office/rooms/*/messages/*.ts'], { eager: true });
const of = (app: string, language: string): Tree => modules[`../../${app}/messages/${language}.ts`]!.default;
const apps = [...new Set(Object.keys(modules).map((path) => path.slice('../../'.length, path.indexOf('/messages/'))))];

function leaves(tree: Tree, at = ''): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? leaves(value as Tree, `${at}.${name}`) : [`${at}.${name}`],
  );
}

function source(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'messages')
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return source(path);
      return /\.(svelte|ts)$/.test(entry.name) ? readFileSync(path, 'utf8') : '';
    })
    .join('\n');
}

/** Asked for by its whole path, or through a group that is indexed with a name known only at run time: `m.reasons[code]`. */
function used(path: string, text: string): boolean {
  const names = path.split('.').slice(1);
  if (new RegExp(`\\.m\\.${names.join('\\.')}\\b`).test(text)) return true;
  return names.some((_, i) => i > 0 && text.includes(`.m.${names.slice(0, i).join('.')}[`));
}

test.each(apps)('%s: Chinese and English have the same words', (app) => {
  expect(leaves(of(app, 'en')).sort()).toEqual(leaves(of(app, 'zh-CN')).sort());
});

test.each(apps)('%s: no word is empty', (app) => {
  for (const language of ['zh-CN', 'en'])
    for (const path of leaves(of(app, language))) {
      const value = path.split('.').slice(1).reduce<unknown>((tree, name) => (tree as Tree)[name], of(app, language));
      expect(typeof value === 'function' || Array.isArray(value) || (typeof value === 'string' && value.trim() !== ''), `${language}${path}`).toBe(true);
    }
});

test.each(apps)('%s: no word is there for nothing', (app) => {
  const text = source(app);
  expect(leaves(of(app, 'zh-CN')).filter((path) => !used(path, text))).toEqual([]);
});
