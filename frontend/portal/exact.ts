// The way to an amount, as people read it: no more decimals than there is something to tell, and never fewer than two.
import type { Schemas } from '../lib/api/client';
import { minor, sum, type Minor } from '../lib/money';


/** "7.5480000000" → "7.548", "6.8000000000" → "6.80", "-0.0080000000" → "−0.008". */
export function plain(exact: string): string {
  const [yuan, rest = ''] = exact.replace('-', '').split('.');
  const decimals = rest.replace(/0+$/, '').padEnd(2, '0');
  return `${exact.startsWith('-') ? '−' : ''}${yuan}.${decimals}`;
}

export const isZero = (exact: string): boolean => /^-?0*\.?0*$/.test(exact);

/** What a share in percent brings of 10 yuan, in fen with at most six decimals cut to what is whole: "85" → 850n, "33.333333" → 333n. */
export function ofTen(percent: string): bigint {
  const [whole = '0', rest = ''] = percent.split('.');
  return BigInt(whole + rest.padEnd(6, '0')) / 100_000n;
}

/** What a month brought, all together. */
export const monthOf = (earned: Schemas['EarningsView']): Minor => sum([earned.month_sales, earned.month_refunds, earned.month_other].map(minor));
