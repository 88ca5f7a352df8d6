// Something that a screen shows and the service knows: not here yet, here, or not to be had, and why.
import { ask, type Answer, type Trouble } from './api/client';

type Call<T> = () => Promise<{ data?: T; error?: unknown; response: Response }>;

const signedOut = new Set<{ again: () => unknown }>();

/** Somebody has signed in again: what could not be had without is asked for once more. */
export function resume(): void {
  for (const load of [...signedOut]) void load.again();
}

/** Notes whether what somebody asked for waits for a sign-in. */
export function waits(asker: { again: () => unknown }, trouble: Trouble | null): void {
  if (trouble?.kind === 'signed-out') signedOut.add(asker);
  else signedOut.delete(asker);
}

export class Load<T> {
  value = $state.raw<T | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  busy = $state(false);
  readonly #call: Call<T>;
  #latest = 0;

  constructor(call: Call<T>) {
    this.#call = call;
    void this.again();
  }

  /** Asks (again). What was shown stays until the answer is here; an answer that was overtaken is dropped. */
  async again(): Promise<void> {
    const mine = ++this.#latest;
    this.busy = true;
    const answer: Answer<T> = await ask(this.#call());
    if (mine !== this.#latest) return;
    this.busy = false;
    this.trouble = answer.ok ? null : answer.trouble;
    waits(this, this.trouble);
    if (answer.ok) this.value = answer.value;
  }
}
