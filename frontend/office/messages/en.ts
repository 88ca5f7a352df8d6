import type { Messages } from './zh-CN';

const words: Messages = {
  name: 'Gezi',
  office: 'Office',
  skip: 'Skip to the content',
  rooms: {
    label: 'Nine rooms, keys 1–9',
    today: 'Today',
    sales: 'Sales',
    shifts: 'Shifts',
    entries: 'Entries',
    'trial-balance': 'Balance',
    agreements: 'Shares',
    statements: 'Statements',
    settings: 'Settings',
    repair: 'Repair',
  },
  book: 'Books',
  day: 'Today',
  demo: 'A demo: its people and goods are made up',
  roles: {
    stallholder: 'Stallholder',
    helper: 'Helper',
    treasurer: 'Treasurer',
    organiser: 'Organiser',
    auditor: 'Auditor',
    love_shareholder: 'Love shareholder',
    guardian: 'Guardian',
  },
  leave: 'Sign out',
  begin: 'Sign in to the office',
  nowhere: { title: 'There is no such page', says: 'The address may be old. Choose another room in the lattice.', home: 'To today' },
  closed: { title: 'This room is not in your care', says: 'To see it, ask the cooperative’s organiser for a role that opens it.' },
  stranger: { title: 'The office is for treasurer, organiser and auditor', says: 'Your own pages are elsewhere: what you sold, and what is due to you.', portal: 'To my pages' },
  lost: 'This room did not arrive',
};
export default words;
