// npm run types: the typed client from the API's own description.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const HEAD = '// Made from docs/openapi.json by `npm run types`. Do not edit.\n\n';

export async function schema() {
  const description = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'));
  return HEAD + astToString(await openapiTS(description));
}

if (import.meta.url === `file://${process.argv[1]}`) {
  writeFileSync(new URL('../lib/api/schema.d.ts', import.meta.url), await schema());
}
