const words = {
  name: '格子收银台',
  bar: {
    change: (name: string) => `${name}在卖。换人`,
    more: '更多',
    away: '没有网络，照常收款',
    sending: '正在传',
    sent: '都传好了',
    help: '请帮手看',
    shutOut: '这台机器停用了',
    unsent: ' 单等着传',
  },
  enrol: { title: '这台机器还没登记', says: '请帮手在办公室看登记码，输在这里。', coop: '合作社代号（可以不填）', code: '登记码', go: '登记这台机器' },
  who: { title: '今天谁来卖？' },
  open: { title: '开班', counted: '钱箱里有多少钱（元）', go: '开班' },
};
export default words;
export type Messages = typeof words;
