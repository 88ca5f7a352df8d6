// Spans of days that people name.
import { shiftedDay } from '../../lib/dates';
import { ends, shifted } from '../../lib/months';

export const PERIODS = ['today', 'yesterday', 'week', 'month', 'lastMonth'] as const;
export type Period = (typeof PERIODS)[number];
export interface Span {
  from: string;
  to: string;
}

/** From which day to which, seen from `today`; a week is the last seven days. */
export function spanOf(period: Period, today: string): Span {
  const month = today.slice(0, 7);
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: shiftedDay(today, -1), to: shiftedDay(today, -1) };
    case 'week':
      return { from: shiftedDay(today, -6), to: today };
    case 'month':
      return { from: `${month}-01`, to: today };
    case 'lastMonth': {
      const { first, last } = ends(shifted(month, -1));
      return { from: first, to: last };
    }
  }
}

/** What a span is called, if it has a name. */
export const periodOf = (from: string | undefined, to: string | undefined, today: string): Period | undefined =>
  PERIODS.find((period) => {
    const span = spanOf(period, today);
    return span.from === from && span.to === to;
  });
