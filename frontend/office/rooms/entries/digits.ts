// An amount in the cells of a voucher: one digit a cell, from 万 (or further left where it needs more) to 分.
const PLACES = 11; // 亿 to 分

/** How many cells the largest amount needs; seven (万 to 分) at least, as on paper. */
export const cells = (amounts: readonly bigint[]): number =>
  Math.min(PLACES, amounts.reduce((most, amount) => Math.max(most, (amount < 0n ? -amount : amount).toString().length), 7));

/** The digits, right-aligned in `count` cells; null where the amount does not fit and has to be written out. */
export function digits(amount: bigint, count: number): string[] | null {
  const text = (amount < 0n ? -amount : amount).toString();
  return text.length > count ? null : [...text.padStart(count, ' ')];
}
