import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FACES, MONEY, PIN, THINGS } from '../../lib/art/drawings';
import goods from '../../lib/art/goods.json';
import { SHELF, SIDE, source } from '../../build/cards.mjs';
import { about } from '../../build/png.mjs';

const ART = 'lib/art';
const names = (set: string) => readdirSync(`${ART}/${set}`).map((file) => file.replace(/\.svg$/, ''));
const drawings = readdirSync(ART, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'cards')
  .flatMap((set) => names(set.name).map((name) => `${ART}/${set.name}/${name}.svg`));

describe('drawings', () => {
  it('of goods are listed, each once, with both names', () => {
    expect(goods.map((good) => good.name).sort()).toEqual(names('goods').sort());
    expect(new Set(goods.map((good) => good.zh)).size).toBe(goods.length);
    expect(goods.filter((good) => !/\p{Script=Han}/u.test(good.zh) || !/^[A-Z]/.test(good.en))).toEqual([]);
  });

  it('of everything else are listed', () => {
    for (const [set, listed] of [['faces', FACES], ['money', MONEY], ['pin', PIN], ['things', THINGS]] as const) expect([...listed].sort()).toEqual(names(set).sort());
  });

  it('are what the demo names for each of its goods', () => {
    const [head = '', ...lines] = readFileSync('../src/demo/goods.csv', 'utf8').trim().split('\n');
    const drawing = head.split(',').indexOf('drawing');
    const known = names('goods');
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => !known.includes(line.split(',')[drawing] ?? ''))).toEqual([]);
  });

  it.each(drawings)('%s is small, square enough, and loads nothing', (file) => {
    const svg = readFileSync(file, 'utf8');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+">/);
    expect(svg).not.toMatch(/\sid=|href|url\(|<script|<style|<image|\son\w+=|NaN|undefined/);
    expect(svg.length).toBeLessThan(4500);
  });

  it('of goods have a card that a chat can show, drawn from the drawing as it is (npm run cards)', () => {
    const svg = (name: string) => readFileSync(`${ART}/goods/${name}.svg`, 'utf8');
    const cards = new Map<string, readonly string[]>([...goods.map(({ name }) => [name, [svg(name)]] as const), ['shop', SHELF.map(svg)]]);
    expect(readdirSync(`${ART}/cards`).sort()).toEqual([...cards.keys()].map((name) => `${name}.png`).sort());
    for (const [name, drawn] of cards) {
      const file = readFileSync(`${ART}/cards/${name}.png`);
      expect(about(file), name).toEqual({ width: SIDE, height: SIDE, source: source(drawn), pixels: SIDE * SIDE });
      expect(file.length, name).toBeLessThan(20_000);
    }
  });
});
