// Which language the screens speak. Chinese is part of every app; English is fetched when somebody asks for it.

export type Locale = 'zh-CN' | 'en';

const KEPT = 'gezi-language';

/** What we remember is a convenience: a browser that keeps nothing still works. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows refuse: the choice then lasts as long as the page.
  }
}

class Language {
  locale = $state<Locale>('zh-CN');
  #fetches: (() => Promise<void>)[] = [];

  get english(): boolean {
    return this.locale === 'en';
  }

  async choose(locale: Locale): Promise<void> {
    await this.#words(locale);
    this.locale = locale;
    document.documentElement.lang = locale;
    remember(KEPT, locale);
  }

  /** As it was left, before the first screen is drawn. */
  async begin(): Promise<void> {
    await this.choose(remembered(KEPT) === 'en' ? 'en' : 'zh-CN').catch(() => undefined);
  }

  join(fetch: () => Promise<void>): void {
    this.#fetches.push(fetch);
  }

  /** A part of an app that arrived later is drawn when its words are here too. */
  async settled(): Promise<void> {
    await this.#words(this.locale);
  }

  async #words(locale: Locale): Promise<void> {
    if (locale === 'en') await Promise.all(this.#fetches.map((fetch) => fetch()));
  }
}

export const language = new Language();

/** The words of an app: `const words = speak(zh, () => import('./messages/en'))`, then `words.m.sell.title`. */
export class Speech<M extends object> {
  #english = $state.raw<M | null>(null);
  readonly #chinese: M;

  constructor(chinese: M, english: () => Promise<{ default: M }>) {
    this.#chinese = chinese;
    language.join(async () => {
      this.#english ??= (await english()).default;
    });
  }

  get m(): M {
    return (language.english && this.#english) || this.#chinese;
  }
}

export const speak = <M extends object>(chinese: M, english: () => Promise<{ default: M }>): Speech<M> => new Speech(chinese, english);
