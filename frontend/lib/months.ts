// Months as the service writes them: "2026-06".

/** The day before the first, and the last day: "2026-05-31", "2026-06-30". */
export function ends(month: string): { before: string; first: string; last: string } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  return { before: iso(new Date(Date.UTC(year, number - 1, 0))), first: `${month}-01`, last: iso(new Date(Date.UTC(year, number, 0))) };
}

export function shifted(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

export const isMonth = (text: string | null | undefined): text is string => /^2[01]\d\d-(0[1-9]|1[0-2])$/.test(text ?? '');
export const isDay = (text: string | null | undefined): text is string => /^2[01]\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text ?? '');
