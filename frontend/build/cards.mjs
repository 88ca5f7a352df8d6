// npm run cards: draws lib/art/cards/ anew, what a link's preview shows. One square per good, and the shop's own: nine goods in the lattice.
// Chromium draws them; whoever changes a drawing runs this and commits what comes out (a test compares each card's source).
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { png } from './png.mjs';

export const SIDE = 480;
/** In the order of the lattice's cells. */
export const SHELF = ['knit-bear', 'corn-cake', 'mug', 'apple', 'lantern', 'honey', 'basket', 'soap', 'kite'];

const goods = 'lib/art/goods';
const cards = 'lib/art/cards';
export const source = (svgs) => createHash('sha256').update(svgs.join('\n')).digest('hex').slice(0, 16);
const read = (name) => readFileSync(`${goods}/${name}.svg`, 'utf8');

/** In the page: an array of drawings in a square of cells, each `cell` wide, on paper. */
const draw = async ({ svgs, side, lines }) => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#f3ece1';
  pen.fillRect(0, 0, side, side);
  const across = Math.sqrt(svgs.length);
  const edge = lines ? 24 : 0;
  const cell = (side - 2 * edge) / across;
  for (const [at, svg] of svgs.entries()) {
    const [x, y] = [edge + (at % across) * cell, edge + Math.floor(at / across) * cell];
    if (lines) {
      pen.fillStyle = at === 4 ? '#fbe3d6' : '#ffffff';
      pen.fillRect(x, y, cell, cell);
      pen.strokeStyle = '#1f1b16';
      pen.lineWidth = 4;
      pen.strokeRect(x, y, cell, cell);
    }
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(svg.replace('<svg ', '<svg width="960" height="960" '))}`;
    await image.decode();
    const room = cell * 0.12;
    pen.drawImage(image, x + room, y + room, cell - 2 * room, cell - 2 * room);
  }
  const { data } = pen.getImageData(0, 0, side, side);
  let text = '';
  for (let at = 0; at < data.length; at += 0x8000) text += String.fromCharCode(...data.subarray(at, at + 0x8000));
  return btoa(text);
};

async function main() {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const page = await browser.newPage();
  rmSync(cards, { recursive: true, force: true });
  mkdirSync(cards, { recursive: true });
  const make = async (name, svgs, lines) => {
    const pixels = Buffer.from(await page.evaluate(draw, { svgs, side: SIDE, lines }), 'base64');
    writeFileSync(`${cards}/${name}.png`, png(pixels, SIDE, SIDE, source(svgs)));
  };
  for (const file of readdirSync(goods)) await make(file.replace(/\.svg$/, ''), [readFileSync(`${goods}/${file}`, 'utf8')], false);
  await make('shop', SHELF.map(read), true);
  await browser.close();
}

if (process.argv[1]?.endsWith('cards.mjs')) await main();
