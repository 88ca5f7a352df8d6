// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schema } from '../../build/types.mjs';

test('the client’s types are those of the API: npm run types', async () => {
  expect(readFileSync('lib/api/schema.d.ts', 'utf8')).toBe(await schema());
}, 30_000);
