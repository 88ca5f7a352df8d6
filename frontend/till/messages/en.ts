import type { Messages } from './zh-CN';

const words: Messages = {
  name: 'Gezi till',
  bar: {
    change: (name) => `${name} is selling. Change person`,
    more: 'More',
    away: 'No network, go on selling',
    sending: 'Sending',
    sent: 'All sent',
    help: 'A helper should look',
    shutOut: 'This till is shut out',
    unsent: ' waiting to be sent',
  },
  enrol: { title: 'This till is not known yet', says: 'A helper finds the code in the office. Type it here.', coop: 'Code of the cooperative (may be empty)', code: 'Code for this till', go: 'Let this till in' },
  who: { title: 'Who is selling today?' },
  open: { title: 'Open the shift', counted: 'Money in the drawer (yuan)', go: 'Open' },
};
export default words;
