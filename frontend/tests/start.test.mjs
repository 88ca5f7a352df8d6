// The start page keeps what it promises: nothing from elsewhere, nothing inline (the content security policy forbids it), both languages, readable colours.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';

const folder = new URL('../start/', import.meta.url);
const html = readFileSync(new URL('index.html', folder), 'utf8');
const css = readFileSync(new URL('start.css', folder), 'utf8');
const tags = [...html.matchAll(/<([a-z0-9]+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(([, name, rest]) => ({
  name,
  attributes: new Map([...rest.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [key.toLowerCase(), value ?? ''])),
}));
const values = (key) => tags.filter((tag) => tag.attributes.has(key)).map((tag) => tag.attributes.get(key));
const links = [...values('href'), ...values('src')];

test('every link stays on this server', () => {
  assert.ok(links.length > 5);
  for (const link of links) assert.match(link, /^(#|\/(?!\/)|[\w./-]+$)/, link);
  assert.doesNotMatch(css, /url\(|@import/);
});

test('it leads to the API page, its definition and the health of the service', () => {
  for (const link of ['/api/docs', '/api/openapi.json', '/healthz']) assert.ok(links.includes(link), link);
});

test('every anchor has its place, every file is in the folder', () => {
  const ids = values('id');
  assert.equal(new Set(ids).size, ids.length);
  for (const link of links.filter((link) => link.startsWith('#'))) assert.ok(ids.includes(link.slice(1)), link);
  for (const link of links.filter((link) => !/^[#/]/.test(link))) assert.ok(existsSync(new URL(link, folder)), link);
  for (const label of values('aria-labelledby')) assert.ok(ids.includes(label), label);
});

test('nothing is inline: no script, no style, no handlers', () => {
  for (const { name, attributes } of tags) {
    assert.ok(!['script', 'style', 'iframe', 'object', 'embed'].includes(name), name);
    for (const key of attributes.keys()) assert.ok(key !== 'style' && !key.startsWith('on'), `${name} ${key}`);
  }
  assert.doesNotMatch(html, /javascript:/i);
});

test('Chinese first, English complete', () => {
  assert.equal(tags.find((tag) => tag.name === 'html').attributes.get('lang'), 'zh-CN');
  const [zh, en] = ['zh', 'en'].map((id) => new RegExp(`<section id="${id}"[\\s\\S]*?</section>`).exec(html)?.[0]);
  assert.match(en, /^<section id="en"[^>]* lang="en"/);
  assert.ok(html.indexOf(zh) < html.indexOf(en));
  const parts = (section) => [...section.matchAll(/<(h[1-6]|p)[ >]/g)].map(([, name]) => (name === 'p' ? 'p' : 'h'));
  assert.deepEqual(parts(zh), parts(en));
  assert.doesNotMatch(en.replaceAll(/<[^>]*>/g, ''), /\p{Script=Han}/u);
  for (const [, cell] of html.matchAll(/class="cell[^"]*"[^>]*>([\s\S]*?)<\/(?:a|p)>/g)) assert.match(cell, /\p{Script=Han}[\s\S]*lang="en">[A-Z]/u, cell);
});

test('one h1, headings without a gap, a main, a viewport and a description', () => {
  const levels = tags.map((tag) => /^h([1-6])$/.exec(tag.name)?.[1]).filter(Boolean).map(Number);
  assert.equal(levels.filter((level) => level === 1).length, 1);
  levels.reduce((before, level) => (assert.ok(level <= before + 1, `h${level} after h${before}`), level), 0);
  assert.equal(tags.filter((tag) => tag.name === 'main').length, 1);
  assert.deepEqual(values('name').sort(), ['color-scheme', 'description', 'viewport']);
  assert.doesNotMatch(html, /user-scalable|maximum-scale/);
});

const tokens = (text) => Object.fromEntries([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour]));
const [light, dark] = css.split('@media (prefers-color-scheme: dark)').map(tokens);
const luminance = (colour) =>
  [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
const contrast = (one, other) => {
  const [bright, dim] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
};
for (const [theme, colours] of [['light', light], ['dark', { ...light, ...dark }]]) {
  test(`text in the ${theme} theme has a contrast of 7:1 or more`, () => {
    assert.deepEqual(Object.keys(dark).sort(), Object.keys(light).sort());
    const pairs = ['ink', 'ink-soft'].flatMap((ink) => ['paper', 'surface', 'sunken', 'brand-soft'].map((ground) => [ink, ground]));
    for (const [ink, ground] of [...pairs, ['on-brand', 'brand'], ['info', 'paper']]) {
      const found = contrast(colours[ink], colours[ground]);
      assert.ok(found >= 7, `${ink} on ${ground}: ${found.toFixed(2)}`);
    }
  });
}
