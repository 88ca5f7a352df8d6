// What a keypad has typed: figures with at most so many decimals, never a value that cannot be.

export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | 'erase';
export const KEYS: readonly Key[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0', 'erase'];

export interface Limits {
  /** Digits before the point. */
  whole: number;
  /** Digits after it; 0: the point does nothing. */
  decimals: number;
}

export const PRICE: Limits = { whole: 5, decimals: 2 };
/** As a price, but in notes and coins: no fen are typed. */
export const CASH: Limits = { whole: 5, decimals: 1 };
export const KILOGRAMS: Limits = { whole: 3, decimals: 3 };
export const GRAMS: Limits = { whole: 6, decimals: 0 };
export const PERCENT: Limits = { whole: 2, decimals: 1 };

/** The next text. A key that does not fit changes nothing. */
export function press(text: string, key: Key, { whole, decimals }: Limits): string {
  if (key === 'erase') return text.slice(0, -1);
  const [before = '', after] = text.split('.');
  if (key === '.') return decimals === 0 || after !== undefined ? text : `${before || '0'}.`;
  if (after !== undefined) return after.length < decimals ? text + key : text;
  if (before === '0') return key === '0' ? text : key;
  return before.length < whole ? text + key : text;
}

/** In units of the last decimal: "8.5" with 2 decimals is 850n. */
export function value(text: string, { decimals }: Limits): bigint {
  const [before = '', after = ''] = text.split('.');
  return BigInt(before + after.padEnd(decimals, '0') || '0');
}

/** Which key of the keyboard is which of ours. */
export function keyOf(name: string): Key | null {
  if (name === 'Backspace' || name === 'Delete') return 'erase';
  if (name === ',') return '.';
  return (KEYS as readonly string[]).includes(name) && name !== 'erase' ? (name as Key) : null;
}
