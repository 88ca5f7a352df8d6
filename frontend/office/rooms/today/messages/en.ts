import type { Messages } from './zh-CN';

const words: Messages = {
  title: 'Today',
  before: '‹ Day before',
  after: 'Day after ›',
  sold: 'Sold on this day',
  soldSays: (sales, refunds) => `${sales} sales, ${refunds} refunds`,
  yuan: 'yuan',
  shifts: 'Tills',
  till: 'Till',
  state: 'State',
  drawer: 'Should be in the drawer, yuan',
  total: 'Sold, yuan',
  open: 'open',
  closed: 'closed',
  none: 'No shift was opened on this day.',
  waits: 'What waits',
  waiting: { aside: 'Documents set aside', proposals: 'Proposals for a second person', open: 'Money to be allocated', tasks: 'Tasks' },
  nothing: 'Nothing. All is done.',
  count: (n, more) => `${n}${more ? '+' : ''}`,
};
export default words;
