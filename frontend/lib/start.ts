// How every app begins: theme and language first, so that nothing is drawn twice.
import { mount, type Component } from 'svelte';
import { language } from './language.svelte';
import { theme } from './theme.svelte';

export async function start(app: Component): Promise<void> {
  theme.begin();
  await language.begin();
  mount(app, { target: document.body });
}
