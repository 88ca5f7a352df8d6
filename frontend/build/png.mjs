// A small PNG of a flat drawing: 256 colours and a word about where it came from. Chats and search engines show no SVG.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const COLOURS = 256;

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** The colours that fill most, and for each pixel the place of the nearest of them. */
function palette(rgba) {
  const filled = new Map();
  const colourAt = (at) => (rgba[at] << 16) | (rgba[at + 1] << 8) | rgba[at + 2];
  for (let at = 0; at < rgba.length; at += 4) filled.set(colourAt(at), (filled.get(colourAt(at)) ?? 0) + 1);
  const most = [...filled].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, COLOURS).map(([colour]) => colour);
  const place = new Map(most.map((colour, index) => [colour, index]));
  const away = (a, b) => ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;
  for (const colour of filled.keys()) {
    if (place.has(colour)) continue;
    place.set(colour, most.reduce((best, other, index) => (away(colour, other) < away(colour, most[best]) ? index : best), 0));
  }
  return { most, of: (at) => place.get(colourAt(at)) };
}

/** Opaque pixels, four bytes each, to PNG. */
export function png(rgba, width, height, source) {
  const { most, of } = palette(rgba);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = of((y * width + x) * 4);
  const colours = Buffer.from(most.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const said = Buffer.from(`Source\0${source}`, 'latin1');
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('tEXt', said), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** What a PNG says of itself. Throws where it is none. */
export function about(file) {
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw new Error('no PNG');
  const seen = { width: file.readUInt32BE(16), height: file.readUInt32BE(20), source: '', pixels: 0 };
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const [kind, data] = [file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + length)];
    if (crc32(file.subarray(at + 4, at + 8 + length)) !== file.readUInt32BE(at + 8 + length)) throw new Error(`${kind} is damaged`);
    if (kind === 'tEXt') seen.source = data.toString('latin1').split('\0')[1] ?? '';
    if (kind === 'IDAT') seen.pixels = inflateSync(data).length - seen.height;
    at += length + 12;
  }
  return seen;
}
