const words = {
  title: '今日',
  before: '‹ 前一天',
  after: '后一天 ›',
  sold: '这一天卖了',
  soldSays: (sales: number, refunds: number) => `${sales} 单，退款 ${refunds} 单`,
  yuan: '元',
  shifts: '收银台',
  till: '台',
  state: '状态',
  drawer: '钱箱应有 元',
  total: '卖了 元',
  open: '开着',
  closed: '已交班',
  none: '这一天没有开班。',
  waits: '等着要看的',
  waiting: { aside: '放在一边的单据', proposals: '等第二个人的方案', open: '待分配的钱', tasks: '待办' },
  nothing: '没有。都办好了。',
  count: (n: number, more: boolean) => `${n}${more ? '+' : ''} 件`,
};
export default words;
export type Messages = typeof words;
