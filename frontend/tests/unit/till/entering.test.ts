// Being let in by a code, and the three pictures.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODE_LENGTH, CODE_LETTERS, codeKey, codeOf, invitation, shownCode, typeCode } from '../../../till/enrol/code';
import { PAGE, PICTURES, SIGN, pagesOf, tapped } from '../../../till/who/pages';

test('a code is read as people type it', () => {
  expect(codeOf(' 7kqm-2xwd ')).toBe('7KQM2XWD');
  expect(codeOf('O0I1')).toBe(''); // what looks alike is no letter of a code
  expect(typeCode('7KQM2XWD', 'A')).toBe('7KQM2XWD');
  expect([codeKey('k'), codeKey('0'), codeKey('Enter')]).toEqual([true, false, false]);
  expect([shownCode(''), shownCode('7KQM2')]).toEqual(['···· ····', '7KQM 2···']);
  fc.assert(fc.property(fc.string(), (text) => [...codeOf(text)].every((letter) => CODE_LETTERS.includes(letter)) && codeOf(text).length <= CODE_LENGTH));
});

test('the office’s link brings the code along', () => {
  expect(invitation('?coop=hexie&code=7KQM-2XWD')).toEqual({ code: '7KQM2XWD', coop: 'hexie' });
  expect(invitation('')).toEqual({ code: '', coop: '' });
});

test('pages of nine lose nobody and keep everybody’s place', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 60 }), (all) => {
      const pages = pagesOf(all);
      expect(pages.flat()).toEqual(all);
      expect(pages.every((page, at) => page.length === PAGE || (at === pages.length - 1 && page.length > 0))).toBe(true);
    }),
  );
});

test('three pictures, each once, and any can be taken back', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PICTURES), { maxLength: 20 }), (taps) => {
      const sign = taps.reduce(tapped, [] as ReturnType<typeof tapped>);
      expect(sign.length <= SIGN && new Set(sign).size === sign.length).toBe(true);
    }),
  );
  expect(tapped(['fish', 'moon'], 'fish')).toEqual(['moon']);
});
