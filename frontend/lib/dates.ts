// Days and moments as people read them. A business day is the service's ("2026-06-30") and is never moved by a time zone.
import type { Locale } from './language.svelte';

/** "2026-06-30" → 2026年6月30日 星期二 / Tue, 30 June 2026. */
export function day(date: string, locale: Locale, weekday = false): string {
  const at = new Date(`${date}T00:00:00Z`);
  const parts = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', weekday ? { ...parts, weekday: 'long' } : parts).format(at);
}

/** "2026-06" → 2026年6月 / June 2026. */
export function month(name: string, locale: Locale): string {
  const at = new Date(`${name}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(at);
}

/** A moment (RFC 3339) on the cooperative's clock: 6月30日 16:42 / 30 June, 16:42. */
export function moment(at: string, zone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(new Date(at));
}

/** Only its time: 16:42. */
export function clock(at: string, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(new Date(at));
}

/** The calendar's day where the cooperative is, as the service writes it: "2026-06-30". */
export function dayIn(zone: string, at: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);
}

export const today = (zone: string, locale: Locale): string => day(dayIn(zone), locale, true);

/** A business day some days later or earlier. */
export const shiftedDay = (date: string, by: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** The moment at which an hour of a day begins on the cooperative's clock, as the service reads it; hour 24 is the end of the day. */
export function instant(date: string, hour: number, zone: string): string {
  const wanted = Date.parse(`${date}T00:00:00Z`) + hour * 3_600_000;
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const ahead = (at: number) => Date.parse(`${wall.format(at).replace(' ', 'T')}Z`) - at;
  // The zone's offset at about that time, and then at that time: between the two it may have changed.
  return new Date(wanted - ahead(wanted - ahead(wanted))).toISOString();
}

/** How long ago, in the largest unit that fits: 2 天前 / 2 days ago. */
export function ago(at: string, now: number, locale: Locale): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(at)) / 60_000));
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  if (minutes < 60) return words.format(-minutes, 'minute');
  if (minutes < 48 * 60) return words.format(-Math.floor(minutes / 60), 'hour');
  return words.format(-Math.floor(minutes / 1440), 'day');
}
