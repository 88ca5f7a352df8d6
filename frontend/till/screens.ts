// Which screens there are, and which of them may stand.
import type { IconName } from '../lib/components/Icon.svelte';
import type { Shift } from './device/db';

export type Screen = 'enrol' | 'who' | 'open' | 'sell' | 'pay' | 'change' | 'receipt' | 'sales' | 'drawer' | 'refund' | 'close' | 'report' | 'help';

export interface Standing {
  enrolled: boolean;
  seller: string | null;
  shift: Shift | null;
  wanted: Screen;
}

/** What stands under "more"; its words are `menu` in the messages. */
export const MENU = [
  { screen: 'who', icon: 'helper' },
  { screen: 'refund', icon: 'refund' },
  { screen: 'drawer', icon: 'cash' },
  { screen: 'sales', icon: 'paper' },
  { screen: 'report', icon: 'chart' },
  { screen: 'close', icon: 'moon' },
  { screen: 'help', icon: 'cloud' },
] as const satisfies readonly { screen: Screen; icon: IconName }[];

/** These need no open shift. */
const WITHOUT_SHIFT: readonly Screen[] = ['help', 'change', 'receipt', 'report'];

/** Enrolled, then somebody, then an open shift: what is missing comes first, and the wanted screen after it. */
export function screenFor({ enrolled, seller, shift, wanted }: Standing): Screen {
  if (!enrolled || wanted === 'enrol') return 'enrol';
  if (!seller) return 'who';
  const next = wanted === 'who' || wanted === 'open' ? 'sell' : wanted;
  return !shift && !WITHOUT_SHIFT.includes(next) ? 'open' : next;
}
