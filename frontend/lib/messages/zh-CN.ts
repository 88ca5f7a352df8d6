// Words of the shared components.
const words = {
  loading: '正在取……',
  again: '再试一次',
  close: '关上',
  yuan: '元',
  away: { title: '暂时连不上', says: '什么也没丢。看看网络，再试一次。' },
  signedOut: { title: '请重新登录', says: '登录已经到时间了。' },
  refused: '这样做不行',
  language: { other: 'English' },
  theme: { label: '明暗', machine: '跟随设备', light: '浅色', dark: '深色' },
};
export default words;
export type Messages = typeof words;
