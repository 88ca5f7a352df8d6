const words = {
  name: '格子账房',
};
export default words;
export type Messages = typeof words;
