// Light or dark: what the person chose, else what the machine prefers. The root element always says which.
import { remember, remembered } from './language.svelte';

export type Choice = 'machine' | 'light' | 'dark';

const KEPT = 'gezi-theme';
const prefersDark = matchMedia('(prefers-color-scheme: dark)');

class Theme {
  choice = $state<Choice>('machine');

  choose(choice: Choice): void {
    this.choice = choice;
    remember(KEPT, choice);
    this.#show();
  }

  begin(): void {
    const kept = remembered(KEPT);
    if (kept === 'light' || kept === 'dark') this.choice = kept;
    prefersDark.addEventListener('change', () => this.#show());
    this.#show();
  }

  #show(): void {
    const dark = this.choice === 'dark' || (this.choice === 'machine' && prefersDark.matches);
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }
}

export const theme = new Theme();
