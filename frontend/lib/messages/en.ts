import type { Messages } from './zh-CN';

const words: Messages = {
  loading: 'Fetching…',
  again: 'Try again',
  close: 'Close',
  yuan: 'yuan',
  away: { title: 'No connection just now', says: 'Nothing is lost. Check the network and try again.' },
  signedOut: { title: 'Please sign in again', says: 'Your sign-in has run out.' },
  refused: 'That cannot be done',
  signIn: {
    name: 'Login name',
    password: 'Password',
    coop: 'Cooperative’s code',
    coopHint: 'May stay empty where there is only one cooperative',
    go: 'Sign in',
    busy: 'Checking…',
    again: 'Please sign in again',
    kept: 'Your sign-in has run out. What you typed is still here; sign in and go on.',
  },
  afterYes: 'After a yes: ',
  list: {
    noneLeft: 'Nothing fits these filters.',
    unfilter: 'Clear the filters',
    before: '‹ Back',
    first: '‹‹ From the start',
    after: 'Next ›',
    csv: 'Whole list as CSV',
    print: 'Print',
    walk: 'next or previous row',
    open: 'open',
  },
  chart: { table: 'As a table', total: 'Total' },
  language: { other: '中文' },
  theme: { label: 'Light or dark', machine: 'As the device', light: 'Light', dark: 'Dark' },
};
export default words;
