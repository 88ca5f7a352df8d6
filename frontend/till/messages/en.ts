import type { Messages } from './zh-CN';

const words: Messages = {
  name: 'Gezi till',
};
export default words;
