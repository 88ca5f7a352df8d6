// What the lists of sales and refunds are asked for, as it stands in the address and as the service reads it.
import { instant } from '../../../lib/dates';
import type { Query } from '../../../lib/list.svelte';
import type { paths } from '../../../lib/api/schema';

export type SaleQuery = NonNullable<paths['/api/v1/sales']['get']['parameters']['query']>;
export type RefundQuery = NonNullable<paths['/api/v1/refunds']['get']['parameters']['query']>;

export const SALE_FILTERS = ['from', 'to', 'hour', 'till_id', 'shift_id', 'grid_id', 'person_id', 'means', 'at_least', 'at_most', 'text'] as const;
export const REFUND_FILTERS = ['from', 'to', 'till_id', 'shift_id', 'reason', 'at_least', 'at_most'] as const;
export const MEANS = ['cash', 'wechat', 'alipay', 'voucher'] as const;
export const REASONS = ['broken', 'unsuitable', 'wrong_goods', 'overcharged', 'unwanted', 'other'] as const;

export const hourName = (hour: number): string => `${hour % 24}:00–${(hour % 24) + 1}:00${hour < 24 ? '' : ' +1'}`;

/** Only of a single day one can say which hour: its beginning and its end are moments on the cooperative's clock. Hours from 24 on are the next morning's: a shift may run past midnight. */
export function saleQuery({ hour, ...query }: Query, zone: string): SaleQuery {
  const at = /^\d{1,2}$/.test(hour ?? '') ? Number(hour) : undefined;
  const oneDay = query.from && query.from === query.to ? query.from : undefined;
  const moments = oneDay && at !== undefined ? { since: instant(oneDay, at, zone), before: instant(oneDay, at + 1, zone) } : {};
  return { ...query, ...moments } as SaleQuery;
}
