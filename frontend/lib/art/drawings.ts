// Which drawings there are, and where: /art/<set>/<name>.svg. `goods.json` lists the goods.

export const FACES = Array.from({ length: 24 }, (_, i) => `face-${i + 1}`);
export const PIN = ['boat', 'cat', 'fish', 'flower', 'house', 'key', 'moon', 'tree', 'umbrella'] as const;
/** By what they are worth in fen. */
export const MONEY = ['note-10000', 'note-5000', 'note-2000', 'note-1000', 'note-500', 'note-100', 'coin-100', 'coin-50', 'coin-10'] as const;
export const THINGS = ['printer'] as const;

export const drawing = (set: 'faces' | 'goods' | 'money' | 'pin' | 'things', name: string) => `/art/${set}/${encodeURIComponent(name)}.svg`;
