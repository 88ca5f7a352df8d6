// Who is signed in with cookies, and what they may do: shared by the office and the portal.
import { ask, withCookies, type Schemas, type Trouble } from './api/client';
import { resume } from './load.svelte';

export class Session {
  /** null until we know; stays when the sign-in runs out, so that what was typed stays too. */
  me = $state.raw<Schemas['Me'] | null>(null);
  /** `over`: the sign-in ran out while somebody was at work. */
  state = $state<'asking' | 'out' | 'in' | 'over' | 'trouble'>('asking');
  trouble = $state.raw<Trouble | null>(null);

  readonly api = withCookies(() => {
    if (this.state === 'in') this.state = 'over';
  });

  constructor() {
    void this.look();
  }

  /** Who am I? Asked when the page opens and after each sign-in. */
  async look(): Promise<void> {
    const before = this.me;
    const answer = await ask(this.api.GET('/api/v1/me'));
    this.trouble = answer.ok ? null : answer.trouble;
    if (!answer.ok) {
      this.state = answer.trouble.kind === 'signed-out' ? 'out' : 'trouble';
      return;
    }
    // Another person at the same desk must not find what the first one was at.
    if (before && before.id !== answer.value.id) return location.reload();
    this.me = answer.value;
    this.state = 'in';
    resume();
  }

  async leave(): Promise<void> {
    await ask(this.api.POST('/api/v1/sign-out', { body: {} }));
    location.reload();
  }

  /** Whether a permission of docs/ROLES.md is theirs for the whole cooperative (`all`) or at least for what is their own. */
  may(permission: string, reach: 'all' | 'own' = 'all'): boolean {
    return this.me?.permissions.some(({ name, reach: given }) => name === permission && (given === 'all' || reach === 'own')) ?? false;
  }
}
