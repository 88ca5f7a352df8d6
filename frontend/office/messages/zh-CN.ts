// Words of the office's frame; a room's own words stand in its folder.
const words = {
  name: '格子',
  office: '账房',
  skip: '跳到内容',
  rooms: {
    label: '九个房间，按 1–9',
    today: '今日',
    sales: '销售',
    shifts: '班次',
    entries: '凭证',
    'trial-balance': '试算',
    agreements: '协议',
    statements: '对账',
    settings: '设置',
    repair: '修复',
  },
  book: '账簿',
  day: '今天',
  demo: '演示，人和货都是编的',
  roles: {
    stallholder: '铺主',
    helper: '帮手',
    treasurer: '司库',
    organiser: '组织者',
    auditor: '监事',
    love_shareholder: '爱心股东',
    guardian: '监护人',
  },
  leave: '退出登录',
  begin: '登录账房',
  nowhere: { title: '没有这一页', says: '地址可能旧了。点左边的格子，换一个房间。', home: '回到今日' },
  closed: { title: '这个房间不归您管', says: '要看这里，请合作社的组织者给您合适的角色。' },
  stranger: { title: '账房给司库、组织者和监事用', says: '您的页面在别处：您卖了什么、该得多少，都在那里。', portal: '去我的页面' },
  lost: '这个房间没取到',
};
export default words;
export type Messages = typeof words;
