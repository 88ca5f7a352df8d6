// How large the tiles are on this device: nine to a page, or six large ones (30 mm on a ten-inch tablet).
import { remember, remembered } from '../lib/language.svelte';

const KEPT = 'gezi-tiles';

class Tiles {
  large = $state(remembered(KEPT) === 'large');
  /** To a page; the last is always a price to type. */
  readonly page = $derived(this.large ? 6 : 9);

  choose(large: boolean): void {
    this.large = large;
    remember(KEPT, large ? 'large' : 'nine');
  }
}

export const tiles = new Tiles();
