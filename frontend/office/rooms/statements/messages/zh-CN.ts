const words = {};
export default words;
export type Messages = typeof words;
