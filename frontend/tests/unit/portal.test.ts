import { expect, test } from 'vitest';
import { isZero, ofTen, plain } from '../../portal/exact';

test('an exact amount is read without the zeros that tell nothing', () => {
  expect(['7.5480000000', '6.8000000000', '-0.0080000000', '12.0000000000', '0.0000000001'].map(plain)).toEqual(['7.548', '6.80', '−0.008', '12.00', '0.0000000001']);
  expect(['0.0000000000', '-0.00', '0.0000000001'].map(isZero)).toEqual([true, true, false]);
});

test('a share of ten yuan is told in fen', () => {
  expect(['85', '100', '0', '2.5', '33.333333', '8.125'].map(ofTen)).toEqual([850n, 1000n, 0n, 25n, 333n, 81n]);
});
