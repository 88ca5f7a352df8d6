// What a party of an agreement is called.
import { directory } from '../../directory.svelte';
import { words } from './words';

export function partyName(share: { party: string; person_id?: string | null }): string {
  return share.party === 'cooperative' ? words.m.parties.cooperative : directory.person(share.person_id) || (share.party === 'owner' ? words.m.parties.owner : words.m.parties.supporter);
}
