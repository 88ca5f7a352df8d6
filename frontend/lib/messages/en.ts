import type { Messages } from './zh-CN';

const words: Messages = {
  loading: 'Fetching…',
  again: 'Try again',
  close: 'Close',
  yuan: 'yuan',
  away: { title: 'No connection just now', says: 'Nothing is lost. Check the network and try again.' },
  signedOut: { title: 'Please sign in again', says: 'Your sign-in has run out.' },
  refused: 'That cannot be done',
  language: { other: '中文' },
  theme: { label: 'Light or dark', machine: 'As the device', light: 'Light', dark: 'Dark' },
};
export default words;
