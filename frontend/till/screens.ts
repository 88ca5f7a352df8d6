// Which screens there are, and which of them may stand.
import type { Shift } from './device/db';

export type Screen = 'enrol' | 'who' | 'open' | 'sell' | 'pay' | 'change' | 'receipt' | 'help';

export interface Standing {
  enrolled: boolean;
  seller: string | null;
  shift: Shift | null;
  wanted: Screen;
}

/** These need no open shift. */
const WITHOUT_SHIFT: readonly Screen[] = ['who', 'help', 'change', 'receipt'];

/** Enrolled, then somebody, then an open shift: what is missing comes first, and the wanted screen after it. */
export function screenFor({ enrolled, seller, shift, wanted }: Standing): Screen {
  if (!enrolled) return 'enrol';
  if (!seller) return 'who';
  if (!shift && !WITHOUT_SHIFT.includes(wanted)) return 'open';
  return wanted === 'enrol' || wanted === 'open' ? 'sell' : wanted;
}
