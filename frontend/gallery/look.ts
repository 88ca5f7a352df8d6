// The components stand on two grounds: the till's large one, and the house of office, portal and shop.
import house from '../lib/house.css?url';
import till from '../till/till.css?url';
import screens from '../till/screens.css?url';
import widths from '../till/widths.css?url';

export type Look = 'house' | 'till';

export const look: Look = new URLSearchParams(location.search).get('look') === 'till' ? 'till' : 'house';

/** Go before the shared components' rules, as in the apps. */
export async function dress(): Promise<void> {
  const sheets = (look === 'till' ? [till, screens, widths] : [house]).map((href) => {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = href;
    return sheet;
  });
  const worn = sheets.map((sheet) => new Promise<void>((done, failed) => {
    sheet.onload = () => done();
    sheet.onerror = () => failed(new Error(`no ${sheet.href}`));
  }));
  document.head.prepend(...sheets);
  await Promise.all(worn);
}
