// What a share of a line is exactly, and what rounding to whole fen did with the rest. Whole numbers only.
import { minor, type Minor } from '../../../lib/money';

/** Percent have up to six decimals: "12.5" → 12_500_000. */
function millionths(percent: string): bigint {
  const [whole, decimals = ''] = percent.split('.');
  return BigInt(whole! + decimals.padEnd(6, '0').slice(0, 6));
}

/** Base × share in 10⁻⁸ fen. */
const fine = (base: string, percent: string): bigint => minor(base) * millionths(percent);
const FEN = 100_000_000n;

function decimal(value: bigint, scale: number, least: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const decimals = digits.slice(-scale).replace(/0+$/, '').padEnd(least, '0');
  return `${value < 0n ? '−' : ''}${digits.slice(0, -scale)}${decimals && `.${decimals}`}`;
}

/** In yuan, at least four decimals: "7.5480". */
export const exactShare = (base: string, percent: string): string => decimal(fine(base, percent), 10, 4);

/** What was credited by the share alone, less the exact share, in fen: "−0.2", "+0.45", "0". */
export function rounding(base: string, percent: string, uncapped: string): string {
  const rest = minor(uncapped) * FEN - fine(base, percent);
  return rest > 0n ? `+${decimal(rest, 8, 0)}` : decimal(rest, 8, 0);
}

/** The widths of a bar of `full`, one after the other. */
export function bars(amounts: readonly Minor[], full: number): { x: number; width: number }[] {
  const total = amounts.reduce((all, amount) => all + amount, 0n);
  let at = 0;
  return amounts.map((amount) => {
    const width = total > 0n && amount > 0n ? Number((amount * BigInt(full * 10)) / total) / 10 : 0;
    const bar = { x: at, width };
    at += width;
    return bar;
  });
}
