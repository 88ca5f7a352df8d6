// A table that is on the screen as a CSV file (RFC 4180), as spreadsheet programs open it.

/** A text that a spreadsheet would run as a formula begins with an apostrophe; an amount may begin with a minus. */
function cell(value: string): string {
  const safe = /^[=+@\t\r-]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csv = (rows: string[][]): string => rows.map((row) => row.map(cell).join(',') + '\r\n').join('');

/** Hands a file to the person. The mark at its beginning tells spreadsheet programs that it is UTF-8. */
export function download(name: string, rows: string[][]): void {
  const address = URL.createObjectURL(new Blob(['\uFEFF', csv(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
