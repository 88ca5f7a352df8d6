import { expect, test } from 'vitest';
import { bars, exactShare, rounding } from '../../office/rooms/entries/split';

test('a share is exact to the last digit', () => {
  expect(exactShare('8.88', '85')).toBe('7.5480');
  expect(exactShare('-8.88', '5')).toBe('−0.4440');
  expect(exactShare('0.01', '33.333333')).toBe('0.0033333333');
});

test('what rounding did is told in fen', () => {
  expect(rounding('8.88', '85', '7.54')).toBe('−0.8');
  expect(rounding('8.88', '5', '0.45')).toBe('+0.6');
  expect(rounding('20.00', '10', '2.00')).toBe('0');
});

test('bars fill their length', () => {
  expect(bars([75n, 25n, 0n], 760)).toEqual([{ x: 0, width: 570 }, { x: 570, width: 190 }, { x: 760, width: 0 }]);
  expect(bars([0n], 760)).toEqual([{ x: 0, width: 0 }]);
});
