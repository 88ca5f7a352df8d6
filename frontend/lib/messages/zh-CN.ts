// Words of the shared components.
const words = {
  loading: '正在取……',
  again: '再试一次',
  close: '关上',
  yuan: '元',
  away: { title: '暂时连不上', says: '什么也没丢。看看网络，再试一次。' },
  signedOut: { title: '请重新登录', says: '登录已经到时间了。' },
  refused: '这样做不行',
  signIn: {
    name: '登录名',
    password: '密码',
    coop: '合作社代码',
    coopHint: '这里只有一家合作社时，可以不填',
    go: '登录',
    busy: '正在核对……',
    again: '请重新登录',
    kept: '登录到时间了。您填的都还在，登录以后接着做。',
  },
  afterYes: '同意以后：',
  list: {
    noneLeft: '没有符合这些条件的。',
    unfilter: '去掉条件',
    before: '‹ 上一页',
    first: '‹‹ 从头看',
    after: '下一页 ›',
    csv: '整张表 CSV',
    print: '打印',
    walk: '上一行、下一行',
    open: '打开',
  },
  chart: { table: '看表', total: '合计' },
  language: { other: 'English' },
  theme: { label: '明暗', machine: '跟随设备', light: '浅色', dark: '深色' },
};
export default words;
export type Messages = typeof words;
