import type { CountingWords } from '../zh-CN/counting';

const words: CountingWords = {
  counting: {
    more: (piece) => `${piece}, one more`,
    less: (piece) => `${piece}, one less`,
    how: (piece) => `${piece}: how many`,
    undo: 'Undo',
    sum: 'Counted',
    pieces: (notes, coins) => `${notes} notes, ${coins} coins`,
    counted: 'Counted',
  },
  open: {
    title: 'Open: count the drawer',
    says: 'Take one, tap once. No hurry.',
    empty: 'The drawer is empty',
    broughtTitle: 'How much change from the safe?',
    broughtSays: 'If you brought none, just open.',
    float: 'To begin with',
    lay: 'In the drawer',
    brought: 'From the safe',
    go: 'Open',
  },
};
export default words;
