// The proposals that wait for a second person, whole: there are never many.
import type { Schemas } from '../../../lib/api/client';
import { Load } from '../../../lib/load.svelte';
import { directory } from '../../directory.svelte';
import { api } from '../../session';
import { words } from './words';

type Proposal = Schemas['ProposalView'];

/** What somebody proposes, in a line. */
export function titleOf({ proposed, subject_id }: Proposal): string {
  if ('post' in proposed) return words.m.proposal.post;
  if ('dismiss' in proposed) return words.m.proposal.dismiss(proposed.dismiss.reason);
  if ('lost' in proposed) return words.m.proposal.lost(directory.till(subject_id), proposed.lost.first_seq, proposed.lost.last_seq);
  if ('opening' in proposed) return words.m.proposal.opening;
  if ('entry' in proposed) return words.m.proposal.entry(proposed.entry.note ?? '');
  if ('lot' in proposed) return words.m.proposal.lot(directory.person(proposed.lot.supporter_id), proposed.lot.name, proposed.lot.pieces, proposed.lot.value);
  if ('found' in proposed) return words.m.proposal.found(proposed.found.pieces);
  return words.m.proposal.reversal(proposed.reversal.entry_number, words.m.reversed[proposed.reversal.reason as keyof typeof words.m.reversed]);
}

/** What happens once somebody else agrees. */
export function thenOf({ proposed }: Proposal): string {
  if ('post' in proposed) return words.m.proposal.thenPost;
  if ('dismiss' in proposed) return words.m.proposal.thenDismiss;
  if ('lost' in proposed) return words.m.proposal.thenLost;
  if ('lot' in proposed) return words.m.proposal.thenLot;
  if ('found' in proposed) return words.m.proposal.thenFound;
  return 'reversal' in proposed ? words.m.proposal.thenReversal : words.m.proposal.thenWritten;
}

export const waitingProposals = (): Load<Proposal[]> =>
  new Load(async () => {
    const rows: Proposal[] = [];
    let after: string | undefined;
    for (;;) {
      const { data, error, response } = await api.GET('/api/v1/proposals', { params: { query: { open: true, limit: 200, after } } });
      if (!data) return { error, response };
      rows.push(...data.items);
      after = data.next ?? undefined;
      if (!after) return { data: rows, response };
    }
  });
