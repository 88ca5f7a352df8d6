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
