// What waits for people: beside the names of rooms, on the first page, and on the parts of the room of repairs. Looked at again with every
// screen, because whatever was decided on one is gone on the next.
import type { Schemas } from '../lib/api/client';
import { Load } from '../lib/load.svelte';
import type { RoomName } from './rooms';
import { api, session } from './session';

type Asked = Schemas['AskedView'];
type Pile = Schemas['PileView'];

const isAgreement = ({ kind }: Asked) => kind === 'agreement' || kind === 'consent';
const total = (piles: Pile[]) => piles.reduce((all, { count }) => all + count, 0);

class Waiting {
  /** null where somebody may not know. */
  load = $state.raw<Load<Schemas['WaitingView']> | null>(null);

  look(): void {
    if (this.load) void this.load.again();
    else if (session.may('ReadRepairs')) this.load = new Load(() => api.GET('/api/v1/waiting'));
  }

  get #asked(): Asked[] {
    return this.load?.value?.asked ?? [];
  }
  get #piles(): Pile[] {
    return this.load?.value?.piles ?? [];
  }
  /** How many things in a room wait for whoever is signed in. */
  of(room: RoomName): number {
    const mine = this.#asked.filter((asked) => asked.mine);
    if (room === 'agreements') return mine.filter(isAgreement).length;
    if (room === 'repair') return mine.filter((asked) => !isAgreement(asked)).length + total(this.#piles.filter((pile) => pile.mine));
    return 0;
  }
  /** How many lie on a pile, whoever looks. */
  on(pile: 'task' | 'quarantine' | 'unallocated'): number {
    return total(this.#piles.filter((each) => each.pile === pile));
  }
  /** What somebody proposed and another person decides, beside agreements. */
  get proposals(): number {
    return this.#asked.filter((asked) => !isAgreement(asked)).length;
  }
}

export const waiting = new Waiting();
