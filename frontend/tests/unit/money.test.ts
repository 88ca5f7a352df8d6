import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minor, parseMinor, shown, sum, wire } from '../../lib/money';

const amounts = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });

test('an amount on the wire reads back as itself', () => {
  fc.assert(fc.property(amounts, (value) => minor(wire(value)) === value));
});

test('a shown amount is the wire’s, with commas and a true minus', () => {
  fc.assert(fc.property(amounts, (value) => shown(value).replaceAll(',', '').replace('−', '-') === wire(value)));
  expect(shown(-123456789n)).toBe('−1,234,567.89');
  expect(shown(5n)).toBe('0.05');
});

test('a sum does not hang on the order', () => {
  fc.assert(fc.property(fc.array(amounts), (values) => sum(values) === sum([...values].reverse())));
});

test('what is no amount is not read', () => {
  for (const text of ['', ' ', '1.234', '1,00', '1e3', '--1', '.5', 'abc', '0x10', '1 2', '９']) expect(parseMinor(text), text).toBeNull();
});
