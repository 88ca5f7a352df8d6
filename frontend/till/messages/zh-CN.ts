const words = {
  name: '格子收银台',
};
export default words;
export type Messages = typeof words;
