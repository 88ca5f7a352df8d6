// Days never move with a time zone; moments do.
import { expect, test } from 'vitest';
import { ago, instant, shiftedDay } from '../../lib/dates';

test('days are counted across months and leap years', () => {
  expect(shiftedDay('2026-06-30', 1)).toBe('2026-07-01');
  expect(shiftedDay('2028-03-01', -1)).toBe('2028-02-29');
});

test('an hour of a day begins where the cooperative is', () => {
  expect(instant('2026-06-30', 9, 'Asia/Shanghai')).toBe('2026-06-30T01:00:00.000Z');
  expect(instant('2026-06-30', 0, 'Asia/Shanghai')).toBe('2026-06-29T16:00:00.000Z');
  expect(instant('2026-06-30', 24, 'Asia/Shanghai')).toBe('2026-06-30T16:00:00.000Z');
  // The clocks of Berlin go back at 3:00 on 25 October.
  expect(instant('2026-10-25', 1, 'Europe/Berlin')).toBe('2026-10-24T23:00:00.000Z');
  expect(instant('2026-10-25', 12, 'Europe/Berlin')).toBe('2026-10-25T11:00:00.000Z');
});

test('how long ago is said in the largest unit that fits', () => {
  const now = Date.parse('2026-06-30T12:00:00Z');
  expect([ago('2026-06-30T11:18:00Z', now, 'zh-CN'), ago('2026-06-30T09:00:00Z', now, 'zh-CN'), ago('2026-06-28T11:00:00Z', now, 'zh-CN')]).toEqual(['42分钟前', '3小时前', '2天前']);
  expect(ago('2026-06-28T11:00:00Z', now, 'en')).toBe('2 days ago');
});
