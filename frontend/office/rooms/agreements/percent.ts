// Percentages as the service reckons: whole millionths of a percent, never floats. The wire has text such as "12.5".

export type E6 = bigint;

export const HUNDRED: E6 = 100_000_000n;

/** Reads "85", "12.5", "0.000001": null where it is no percentage. */
export function parseE6(text: string): E6 | null {
  const found = /^(\d{1,3})(?:\.(\d{0,6}))?$/.exec(text.trim());
  if (!found) return null;
  const value = BigInt(found[1]! + (found[2] ?? '').padEnd(6, '0'));
  return value <= HUNDRED ? value : null;
}

/** As people write it, without zeros that say nothing: "12.5". */
export function percent(value: E6): string {
  const digits = (value < 0n ? -value : value).toString().padStart(7, '0');
  const rest = digits.slice(-6).replace(/0+$/, '');
  return `${value < 0n ? '−' : ''}${digits.slice(0, -6)}${rest && `.${rest}`}`;
}

/** Where a share begins and how wide it is, of a width: only to draw. */
export function spans(values: readonly E6[], width: number): { x: number; width: number }[] {
  let before = 0n;
  return values.map((value) => {
    const x = (Number(before) / Number(HUNDRED)) * width;
    before += value;
    return { x, width: (Number(value) / Number(HUNDRED)) * width };
  });
}
