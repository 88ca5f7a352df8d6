// The proposals that wait for a second person, whole: there are never many.
import type { Schemas } from '../../../lib/api/client';
import { Load } from '../../../lib/load.svelte';
import { api } from '../../session';

export const waitingProposals = (): Load<Schemas['ProposalView'][]> =>
  new Load(async () => {
    const rows: Schemas['ProposalView'][] = [];
    let after: string | undefined;
    for (;;) {
      const { data, error, response } = await api.GET('/api/v1/proposals', { params: { query: { open: true, limit: 200, after } } });
      if (!data) return { error, response };
      rows.push(...data.items);
      after = data.next ?? undefined;
      if (!after) return { data: rows, response };
    }
  });
