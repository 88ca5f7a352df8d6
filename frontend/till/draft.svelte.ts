// What a screen has begun: read from the device at first, and kept there at every step.
import type { Drafts } from './counting/drafts';
import type { Kept } from './device/db';
import { till } from './till.svelte';

export class Draft<K extends keyof Drafts> {
  /** `null` until the device was asked. */
  value = $state.raw<Drafts[K] | null>(null);
  readonly #name: K;

  /** `usable`: whether what lies there is still meant, else a fresh one begins. */
  constructor(name: K, fresh: () => Drafts[K], usable: (found: Drafts[K]) => boolean = () => true) {
    this.#name = name;
    void till.kept(name).then((kept) => {
      const found = kept as Drafts[K] | null | undefined;
      this.value = found && usable(found) ? found : fresh();
    });
  }

  set(value: Drafts[K]): void {
    this.value = value;
    void till.keep({ [this.#name]: value } as Partial<Kept>);
  }

  change(part: Partial<Drafts[K]>): void {
    if (this.value) this.set({ ...this.value, ...part });
  }
}
