import type { Messages } from './zh-CN';
const words: Messages = {};
export default words;
