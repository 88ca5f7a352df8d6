import type { Messages } from './zh-CN';

const words: Messages = {
  name: 'Gezi office',
};
export default words;
