// A person's write. Its key is the id of what it makes: the same key goes along until the service has answered, so that a second
// press, or a second try after the network failed, makes the same thing and not another one.
import { ask, type Answer, type Trouble } from './api/client';
import { uuid7 } from './uuid7';

type Call<T> = (header: { 'Idempotency-Key': string }) => Promise<{ data?: T; error?: unknown; response: Response }>;

export class Write {
  busy = $state(false);
  trouble = $state.raw<Trouble | null>(null);
  #key = uuid7();
  #sent = '';

  /** Sends it. `what` says what is asked for: another wish gets another key. */
  async send<T>(what: unknown, call: Call<T>): Promise<Answer<T> | null> {
    if (this.busy) return null;
    const wish = JSON.stringify(what);
    if (this.#sent && this.#sent !== wish) this.#key = uuid7();
    this.#sent = wish;
    this.busy = true;
    const answer = await ask(call({ 'Idempotency-Key': this.#key }));
    this.busy = false;
    this.trouble = answer.ok ? null : answer.trouble;
    // Only where nobody answered may the same be sent again: a refusal is final for its key.
    if (answer.ok || answer.trouble.kind === 'refused') {
      this.#key = uuid7();
      this.#sent = '';
    }
    return answer;
  }
}
