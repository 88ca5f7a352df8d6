// What a screen has begun and not reported yet. Each lies on the device, so that a reload finds it where it was left.
import type { Minor } from '../../lib/money';
import type { Count } from './count';

/** A drawer that is being counted. */
export interface Counting {
  /** The shift that it ends; `null` where it begins one. */
  shift: string | null;
  count: Count;
  step: 'count' | 'brought';
  /** What is brought from the safe, as it is typed. */
  brought: string;
}

/** Cash that is put in or taken out. */
export interface Moving {
  /** The id of the movement: told twice by mistake, it is one. */
  id: string;
  movement: 'pay_in' | 'pay_out' | 'drop' | null;
  reason: string | null;
  typed: string;
  /** Reported: what it came to. */
  done: Minor | null;
}

export interface Drafts {
  counting: Counting;
  moving: Moving;
}
