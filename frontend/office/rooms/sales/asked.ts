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

/** Only of a single day one can say which hour: its beginning and its end are moments on the cooperative's clock. */
export function saleQuery({ hour, ...query }: Query, zone: string): SaleQuery {
  const at = /^([01]?\d|2[0-3])$/.test(hour ?? '') ? Number(hour) : undefined;
  const oneDay = query.from && query.from === query.to ? query.from : undefined;
  const moments = oneDay && at !== undefined ? { since: instant(oneDay, at, zone), before: instant(oneDay, at + 1, zone) } : {};
  return { ...query, ...moments } as SaleQuery;
}
