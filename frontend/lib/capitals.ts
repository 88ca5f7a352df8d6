// An amount in the capital numerals of Chinese vouchers (GB/T 15835; Measures for accounting basic work, art. 52): 捌元捌角捌分, 壹佰元整.

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/** Four digits: "0305" → 叁佰零伍, without a leading or trailing 零. */
function group(digits: string): string {
  let text = '';
  let zero = false;
  for (const [i, digit] of [...digits.padStart(4, '0')].entries()) {
    if (digit === '0') {
      zero = text !== '';
      continue;
    }
    text += (zero ? '零' : '') + DIGITS[Number(digit)]! + PLACES[3 - i]!;
    zero = false;
  }
  return text;
}

function whole(yuan: bigint): string {
  const digits = yuan.toString();
  let text = '';
  for (let end = digits.length, at = 0; end > 0; end -= 4, at++) {
    const part = digits.slice(Math.max(0, end - 4), end);
    const said = group(part);
    // 壹万零伍: a group that does not fill its thousands, below one that is there, is joined by 零.
    const joined = text && !text.startsWith('零') && Number(digits.slice(end, end + 4)) < 1000 ? `零${text}` : text;
    text = said ? said + GROUPS[at]! + joined : joined;
  }
  return text;
}

export function capitals(minor: bigint): string {
  const amount = minor < 0n ? -minor : minor;
  const [yuan, jiao, fen] = [amount / 100n, Number((amount / 10n) % 10n), Number(amount % 10n)];
  const sign = minor < 0n ? '负' : '';
  const head = yuan > 0n ? `${whole(yuan)}元` : '';
  if (jiao === 0 && fen === 0) return `${sign}${head || '零元'}整`;
  const cents = (jiao > 0 ? `${DIGITS[jiao]}角` : head ? '零' : '') + (fen > 0 ? `${DIGITS[fen]}分` : '');
  return sign + head + cents;
}
