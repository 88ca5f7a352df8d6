// A picture for a good, by the name that is written on its tile: whoever reads little knows it again. And what it is called in English.
import { drawing } from '../lib/art/drawings';
import goods from '../lib/art/goods.json';

const known = new Map(goods.map((good) => [good.zh, good]));

export const pictureOf = (good: string): string | null => {
  const found = known.get(good);
  return found ? drawing('goods', found.name) : null;
};

export const nameOf = (good: string, english: boolean): string => (english && known.get(good)?.en) || good;
