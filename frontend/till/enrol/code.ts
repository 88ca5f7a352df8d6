// The code that lets a till in, as the office shows it: eight of these letters, in two groups. What looks alike is left out.

export const CODE_LETTERS = [...'23456789ABCDEFGHJKLMNPQRSTUVWXYZ'];
export const CODE_LENGTH = 8;

const letter = (key: string): string => key.toUpperCase();

export const codeKey = (key: string): boolean => key.length === 1 && CODE_LETTERS.includes(letter(key));

export const typeCode = (code: string, key: string): string => (code.length < CODE_LENGTH && codeKey(key) ? code + letter(key) : code);

/** What of a text can be a code: hyphens and blanks do not matter. */
export const codeOf = (text: string): string => [...text].reduce(typeCode, '');

/** "7KQM-2X··": what is typed, and how much is missing. */
export function shownCode(code: string): string {
  const whole = code.padEnd(CODE_LENGTH, '·');
  return `${whole.slice(0, CODE_LENGTH / 2)} ${whole.slice(CODE_LENGTH / 2)}`;
}

/** What the office's link brings: /till/?coop=hexie&code=7KQM-2XWD. */
export function invitation(search: string): { code: string; coop: string } {
  const query = new URLSearchParams(search);
  return { code: codeOf(query.get('code') ?? ''), coop: (query.get('coop') ?? '').slice(0, 64) };
}
