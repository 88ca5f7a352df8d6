import type { Messages } from './zh-CN';

const words: Messages = {
  name: 'My grid',
};
export default words;
