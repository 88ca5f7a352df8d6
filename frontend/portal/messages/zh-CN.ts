const words = {
  name: '我的格子',
};
export default words;
export type Messages = typeof words;
