// What a screen has begun and not reported yet. Each lies on the device, so that a reload finds it where it was left.
import type { Minor } from '../../lib/money';
import type { PieceName } from '../order/pieces';
import type { Refunding } from '../refund/draft';
import type { Count } from './count';

/** A drawer that is being counted. */
export interface Counting {
  /** The shift that it ends; `null` where it begins one. */
  shift: string | null;
  count: Count;
  step: 'count' | 'brought' | 'result';
  /** What is brought from the safe, as it is typed. */
  brought: string;
}

/** The ways that money moves without a sale: with the safe, or out for something small. */
export const WAYS = ['pay_in', 'drop', 'supplies', 'transport', 'repairs', 'other'] as const;
export type Way = (typeof WAYS)[number];

/** As the service wants it: what is neither put in nor taken to the safe is an expense for that reason. */
export const wayOf = (way: Way): { movement: 'pay_in' | 'pay_out' | 'drop'; reason?: string } =>
  way === 'pay_in' || way === 'drop' ? { movement: way } : { movement: 'pay_out', reason: way };

/** Cash that is put in or taken out. */
export interface Moving {
  /** The id of the movement: told twice by mistake, it is one. */
  id: string;
  way: Way | null;
  typed: string;
  /** Reported: what it came to. */
  done: Minor | null;
}

/** Change that is being handed over: the pieces of one sale that the customer has by now. */
export interface Giving {
  sale: string;
  given: readonly PieceName[];
}

export interface Drafts {
  counting: Counting;
  giving: Giving;
  moving: Moving;
  refund: Refunding;
}
