// The drawer: opened, counted, money put in and taken out.
const words = {
  counting: {
    more: (piece: string) => `${piece}，多一张`,
    less: (piece: string) => `${piece}，少一张`,
    how: (piece: string) => `${piece}有几张`,
    undo: '撤销',
    sum: '数到',
    pieces: (notes: number, coins: number) => `纸币 ${notes} 张，硬币 ${coins} 个`,
    counted: '数好了',
  },
  open: {
    title: '开班：数钱箱里的钱',
    says: '拿一张，点一下。不急，慢慢数。',
    empty: '钱箱是空的',
    broughtTitle: '再从保险柜拿多少零钱？',
    broughtSays: '没有拿，就直接开班。',
    float: '开班的零钱',
    lay: '钱箱里有',
    brought: '保险柜拿来',
    go: '开班',
  },
};
export default words;
export type CountingWords = typeof words;
