// A picture for a good, by the name that is written on its tile: whoever reads little knows it again.
import { drawing } from '../lib/art/drawings';
import goods from '../lib/art/goods.json';

const known = new Map(goods.map(({ zh, name }) => [zh, name]));

export const pictureOf = (good: string): string | null => {
  const name = known.get(good);
  return name ? drawing('goods', name) : null;
};
