// An amount as it is said: 二十六元五角. A figure that is spoken is also written.
import type { Minor } from '../../lib/money';

const DIGITS = '零一二三四五六七八九';

/** Below ten thousand, as it is said: 一百零五, 十二, 二百一十. */
function belowTenThousand(value: number): string {
  let said = '';
  let gap = false;
  for (const [unit, name] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = said !== '';
      continue;
    }
    said += (gap ? '零' : '') + (unit === 10 && digit === 1 && said === '' ? '' : DIGITS[digit]!) + name;
    gap = false;
  }
  return said;
}

function whole(value: number): string {
  if (value === 0) return '零';
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  return (high ? `${belowTenThousand(high)}万${low > 0 && low < 1000 ? '零' : ''}` : '') + belowTenThousand(low);
}

/** Up to 99,999,999 yuan: more than a drawer holds. */
export function spokenChinese(amount: Minor): string {
  const yuan = Number(amount / 100n);
  const jiao = Number((amount / 10n) % 10n);
  const fen = Number(amount % 10n);
  const parts = [yuan > 0 || (jiao === 0 && fen === 0) ? `${whole(yuan)}元` : '', jiao > 0 ? `${DIGITS[jiao]!}角` : yuan > 0 && fen > 0 ? '零' : '', fen > 0 ? `${DIGITS[fen]!}分` : ''];
  return parts.join('');
}

export function spokenEnglish(amount: Minor): string {
  const fen = amount % 100n;
  return `${amount / 100n} yuan${fen > 0n ? ` ${fen.toString().padStart(2, '0')}` : ''}`;
}
