// To a round sum: the shop leaves the small change (抹零), or the customer gives it to charity.
import type { Minor } from '../../lib/money';

export interface Rounding {
  off: Minor;
  up: Minor;
  total: Minor;
}

const JIAO = 10n;
const YUAN = 100n;

/** What can be offered for a total; each stays below the shop's limit. */
export function roundings(total: Minor, limit: Minor): Rounding[] {
  const offered: Rounding[] = [];
  const offer = (off: Minor, up: Minor): void => {
    const amount = off + up;
    const to = total - off + up;
    if (amount > 0n && amount < limit && to > 0n && !offered.some((one) => one.total === to)) offered.push({ off, up, total: to });
  };
  offer(total % JIAO, 0n);
  offer(total % YUAN, 0n);
  offer(0n, (YUAN - (total % YUAN)) % YUAN);
  return offered;
}
