// Pages of nine: everybody keeps their page and their place on it.
export const PAGE = 9;

export function pagesOf<T>(all: readonly T[]): T[][] {
  const pages: T[][] = [];
  for (let at = 0; at < all.length; at += PAGE) pages.push(all.slice(at, at + PAGE));
  return pages;
}

/** The nine pictures, in the order in which they always lie. */
export const PICTURES = ['fish', 'flower', 'umbrella', 'cat', 'moon', 'tree', 'house', 'key', 'boat'] as const;
export type Picture = (typeof PICTURES)[number];

/** Three are a sign; their order says nothing. */
export const SIGN = 3;

/** One more, or the same taken back; never a fourth. */
export function tapped(before: readonly Picture[], picture: Picture): readonly Picture[] {
  if (before.includes(picture)) return before.filter((one) => one !== picture);
  return before.length < SIGN ? [...before, picture] : before;
}
