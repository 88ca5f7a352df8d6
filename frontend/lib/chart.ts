// What stands beside a chart's bars: round amounts, in fen.
import type { Minor } from './money';

/** Steps of 1, 2, 5 or 10 times a power of ten yuan, at most four, the last one not below `most`: 95.40 → 0, 50, 100. */
export function scale(most: Minor): [Minor, ...Minor[]] {
  let ten = 100n;
  while (ten * 40n < most) ten *= 10n;
  const step = [1n, 2n, 5n].map((of) => of * ten).find((step) => step * 4n >= most) ?? ten * 10n;
  const ticks: [Minor, ...Minor[]] = [0n];
  for (let tick = step; tick < most + step; tick += step) ticks.push(tick);
  return ticks;
}
