import { expect, test } from 'vitest';
import { match } from '../../lib/router.svelte';

test('a pattern names parts of an address', () => {
  expect(match('sales/:id', '/sales/7')).toEqual({ id: '7' });
  expect(match('', '/')).toEqual({});
  expect(match('sales', 'sales/7')).toBeNull();
  expect(match('sales/:id', 'sales/%E5%85%B0')).toEqual({ id: '兰' });
  expect(match('sales/:id', 'sales/%E5')).toBeNull();
});
