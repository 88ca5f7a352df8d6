// What the service might say, without a service.
import type { Trouble } from '../lib/api/client';
import { Load } from '../lib/load.svelte';

export const LONG = '住在河边老榆树底下第三排左手边那户人家做的不加糖的芝麻核桃红枣糕';
export const HUGE = 9_999_999_99n;

const none: Trouble = { kind: 'refused', slug: '', title: '', zh: '', en: '', field: null, retryAfter: null };
export const troubles: Record<string, Trouble> = {
  '不行 refused': { ...none, slug: 'shift_closed', title: '这一班已经结束', zh: '先开新的一班，再收钱。钱没有动。', en: 'Open a new shift first, then take money. No money was moved.' },
  '连不上 away': { ...none, kind: 'away' },
  '服务那边有事 the service cannot': { ...none, kind: 'away', title: '稍等', zh: '这会儿办不了，一会儿再试。什么也没丢。', en: 'Not possible just now. Try again soon; nothing is lost.' },
  '要重新登录 signed out': { ...none, kind: 'signed-out' },
  '什么也没说 without a word': none,
  '很长 long': { ...none, title: LONG, zh: LONG.repeat(4), en: 'A very long explanation that somebody wrote with care so that nobody is left wondering what to do next. '.repeat(3) },
};

const answered = <T>(answer: { data?: T; error?: unknown }, status: number) => () => Promise.resolve({ ...answer, response: new Response(null, { status }) });

/** Loads that stay in one state. */
export const loads: Record<string, () => Load<string>> = {
  '在取 loading': () => new Load<string>(() => new Promise(() => undefined)),
  '取到了 here': () => new Load(answered({ data: '云朵家 · 12 样东西' }, 200)),
  '不行 refused': () => new Load<string>(answered({ error: { type: '/problems/forbidden', title: '这件事要别人来做', detail: '请负责人来做。', detail_en: 'Ask the organiser.' } }, 403)),
  '连不上 failed': () => new Load<string>(() => Promise.reject(new TypeError('no network'))),
  '要重新登录 signed out': () => new Load<string>(answered({ error: {} }, 401)),
};
