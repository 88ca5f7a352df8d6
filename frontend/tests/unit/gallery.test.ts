// What lib/components has, the gallery shows: the tests that look at every state look there.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const components = readdirSync('lib/components').filter((file) => file.endsWith('.svelte'));
const stories = readdirSync('gallery/stories');

test.each(components)('%s is shown in the gallery', (file) => {
  expect(stories, `write gallery/stories/${file}`).toContain(file);
  const story = readFileSync(`gallery/stories/${file}`, 'utf8');
  const name = file.replace('.svelte', '');
  expect(story).toContain(`'../../lib/components/${file}'`);
  expect(story, `gallery/stories/${file} shows no <${name}>`).toMatch(new RegExp(`<${name}[\\s/>]`));
});
