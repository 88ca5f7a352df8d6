// Money is a count of minor units (fen) in a bigint, never a float. The wire has decimal text with all decimals: "12.50".

export type Minor = bigint;

/** Reads "12.5", "-3", "0.05": null where it is no amount or has more than two decimals. */
export function parseMinor(text: string): Minor | null {
  const found = /^(-?)(\d{1,15})(?:\.(\d{0,2}))?$/.exec(text.trim());
  if (!found) return null;
  const minor = BigInt(found[2]! + (found[3] ?? '').padEnd(2, '0'));
  return found[1] ? -minor : minor;
}

/** An amount that our own server sent, which is always well formed. */
export function minor(text: string): Minor {
  const value = parseMinor(text);
  if (value === null) throw new RangeError(`not an amount: ${text}`);
  return value;
}

/** As the wire wants it: "12.50". */
export function wire(value: Minor): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** As people read it: "1,234.50", with a true minus sign. */
export function shown(value: Minor | string): string {
  const { sign, yuan, fen } = parts(value);
  return `${sign}${yuan}.${fen}`;
}

/** The parts of a figure that is set with small decimals. */
export function parts(value: Minor | string): { sign: string; yuan: string; fen: string } {
  const amount = typeof value === 'string' ? minor(value) : value;
  const [yuan, fen] = wire(amount < 0n ? -amount : amount).split('.') as [string, string];
  return { sign: amount < 0n ? '−' : '', yuan: yuan.replace(/\B(?=(\d{3})+$)/g, ','), fen };
}

export const sum = (values: Iterable<Minor>): Minor => {
  let total = 0n;
  for (const value of values) total += value;
  return total;
};
