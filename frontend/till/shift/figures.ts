// What a shift comes to: by the service's word where it is to be had, else by what lies on this device.
import type { Schemas } from '../../lib/api/client';
import { minor, sum, type Minor } from '../../lib/money';
import type { Moving } from '../counting/drafts';
import type { Command } from '../device/db';
import type { Means } from '../order/order';
import { sold } from '../order/sold';

export interface Figures {
  /** Of the Z; `null` while the shift is open or the service has not closed it yet. */
  number: string | null;
  sales: number;
  sold: Minor;
  refunds: number;
  paidBack: Minor;
  /** Net takings of each means. */
  tenders: { means: Means; amount: Minor }[];
  /** What each owner sold; only the service knows. */
  owners: { name: string | null; grids: string[]; sold: Minor; returned: Minor }[] | null;
  /** How the drawer was counted. */
  closing: { expected: Minor; counted: Minor } | null;
}

/** What lies beside a refund, and beside a count. */
export interface PaidBack {
  paid: Minor;
  tenders: { means: Means; amount: Minor }[];
}
export interface CountedDrawer {
  counted: Minor;
  expected: Minor | null;
}

/** What this device knows of a shift. */
export interface Reckoned extends Figures {
  /** Whether all of it lies here: opened by this very enrolment. Else another device was the till meanwhile, and the service alone knows the whole. */
  isWhole: boolean;
  /** What should be in the drawer. */
  expected: Minor;
}

const MEANS: readonly Means[] = ['cash', 'wechat', 'alipay', 'voucher'];

/** Adds up the commands of one shift; `enrolment` is that of today. */
export function reckon(commands: readonly Command[], enrolment: string | null): Reckoned {
  const net = new Map<Means, Minor>();
  const take = (means: Means, amount: Minor): void => void net.set(means, (net.get(means) ?? 0n) + amount);
  const of = (kind: Command['kind']): Command[] => commands.filter((command) => command.kind === kind);

  const sales = of('sale').flatMap((command) => sold(command) ?? []);
  for (const { tenders, change } of sales) {
    for (const { means, amount } of tenders) take(means, amount);
    take('cash', -change);
  }
  const back = of('refund').map(({ about }) => about as unknown as PaidBack);
  for (const { tenders } of back) for (const { means, amount } of tenders) take(means, -amount);
  const moved = sum(of('cash_moved').map(({ about }) => {
    const { way, amount } = about as unknown as Pick<Moving, 'way'> & { amount: Minor };
    return way === 'pay_in' ? amount : -amount;
  }));
  const [opening] = of('shift_opened');
  const float = (opening?.about.float as Minor | undefined) ?? 0n;
  const [closed] = of('shift_closed').map(({ about }) => about as unknown as CountedDrawer);

  return {
    number: null,
    sales: sales.length,
    sold: sum(sales.map(({ total }) => total)),
    refunds: back.length,
    paidBack: sum(back.map(({ paid }) => paid)),
    tenders: MEANS.filter((means) => net.has(means)).map((means) => ({ means, amount: net.get(means)! })),
    owners: null,
    closing: closed && closed.expected !== null ? { counted: closed.counted, expected: closed.expected } : null,
    isWhole: opening !== undefined && opening.enrolment === enrolment,
    expected: float + (net.get('cash') ?? 0n) + moved,
  };
}

/** By the service's word. What waits in quarantine lies in the drawer as well. */
export function told(report: Schemas['ShiftReport']): Figures {
  return {
    number: report.number ?? null,
    sales: report.sales,
    sold: minor(report.sold),
    refunds: report.refunds,
    paidBack: minor(report.paid_back),
    tenders: report.tenders.map(({ means, amount }) => ({ means: means as Means, amount: minor(amount) })),
    owners: report.owners.map(({ nickname, grids, sold: came, returned }) => ({ name: nickname ?? null, grids, sold: minor(came), returned: minor(returned) })),
    closing: report.closing ? { expected: minor(report.closing.expected) + minor(report.closing.waiting), counted: minor(report.closing.counted) } : null,
  };
}

/** What should be in the drawer now, by the service's word. */
export const drawerOf = ({ drawer }: Schemas['ShiftReport']): Minor => minor(drawer.expected) + minor(drawer.waiting);
