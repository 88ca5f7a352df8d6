import type { Messages } from './zh-CN';

const words: Messages = {
  parts: 'Pages of sales',
  tabs: { sales: 'Sales', refunds: 'Refunds' },
  sales: { title: 'Sales', says: 'each leads to its entry', empty: 'No sales yet. Open a shift and sell something.' },
  refunds: { title: 'Refunds', says: 'what came back, and why', empty: 'No refunds.' },
  from: 'From',
  to: 'To',
  no: 'Receipt',
  day: 'Day',
  time: 'Time',
  till: 'Till',
  seller: 'At the till',
  total: 'Received, yuan',
  refunded: 'Refunded, yuan',
  paid: 'Paid back, yuan',
  reason: 'Why',
  entry: (n) => `Entry ${n}`,
  sale: (no) => `Sale ${no}`,
  refund: (no) => `Refund ${no}`,
  back: '‹ Back to the list',
  refundsOf: 'Refunds',
  refundN: (n) => `Refund ${n}`,
};
export default words;
