// The components stand on two grounds: the till's large one, and the house of office, portal and shop.
import house from '../lib/house.css?url';
import till from '../till/till.css?url';

export type Look = 'house' | 'till';

export const look: Look = new URLSearchParams(location.search).get('look') === 'till' ? 'till' : 'house';

/** Goes before the shared components' rules, as in the apps. */
export function dress(): Promise<void> {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = look === 'till' ? till : house;
  return new Promise((worn, failed) => {
    sheet.onload = () => worn();
    sheet.onerror = () => failed(new Error(`no ${sheet.href}`));
    document.head.prepend(sheet);
  });
}
