// What somebody has answered so far, and what is not an answer yet. Nothing leaves the page before the last step.
import type { Schemas } from '../../../lib/api/client';

export const STEPS = ['setup', 'name', 'code', 'treasurer', 'login', 'organiser', 'site', 'till', 'review'] as const;
export type Step = (typeof STEPS)[number];

export interface Draft {
  setup: string;
  name: string;
  code: string;
  treasurer: string;
  login: string;
  password: string;
  /** No second person yet. */
  alone: boolean;
  organiser: string;
  organiserLogin: string;
  organiserPassword: string;
  site: string;
  till: string;
}
export type Field = Exclude<keyof Draft, 'alone'>;

export const emptyDraft = (site: string, till: string): Draft => ({
  setup: '', name: '', code: '', treasurer: '', login: '', password: '', alone: false, organiser: '', organiserLogin: '', organiserPassword: '', site, till,
});

export const FIELDS: Record<Step, readonly Field[]> = {
  setup: ['setup'],
  name: ['name'],
  code: ['code'],
  treasurer: ['treasurer'],
  login: ['login', 'password'],
  organiser: ['organiser', 'organiserLogin', 'organiserPassword'],
  site: ['site'],
  till: ['till'],
  review: [],
};

const long = (text: string, most: number) => text.trim().length >= 1 && text.trim().length <= most;
const loginName = (text: string) => text.trim().toLowerCase();
const isLogin = (text: string) => long(text, 64) && !/\s/.test(text.trim());
const isPassword = (text: string, login: string) => text.length >= 8 && text.length <= 200 && text.toLowerCase() !== loginName(login);

/** Whether a field is answered. The service asks again for itself. */
export function answers(draft: Draft, field: Field): boolean {
  if (field.startsWith('organiser') && draft.alone) return true;
  switch (field) {
    case 'setup': return /^[2-9A-HJ-NP-Z]{8}$/.test(draft.setup.replaceAll(/[\s-]/g, '').toUpperCase());
    case 'code': return /^[a-z0-9][a-z0-9-]{1,31}$/.test(draft.code.trim());
    case 'login': return isLogin(draft.login);
    case 'password': return isPassword(draft.password, draft.login);
    case 'organiserLogin': return isLogin(draft.organiserLogin) && loginName(draft.organiserLogin) !== loginName(draft.login);
    case 'organiserPassword': return isPassword(draft.organiserPassword, draft.organiserLogin);
    case 'site': return long(draft.site, 60);
    case 'till': return long(draft.till, 40);
    default: return long(draft[field], 80);
  }
}

export const isDone = (draft: Draft, step: Step): boolean => step !== 'review' && FIELDS[step].every((field) => answers(draft, field));

/** The service's name for a field → the step and field that ask for it. */
const SERVICE: Record<string, readonly [Step, Field]> = {
  setup_code: ['setup', 'setup'], name: ['name', 'name'], code: ['code', 'code'],
  'treasurer.name': ['treasurer', 'treasurer'], 'treasurer.login': ['login', 'login'], 'treasurer.password': ['login', 'password'],
  'organiser.name': ['organiser', 'organiser'], 'organiser.login': ['organiser', 'organiserLogin'], 'organiser.password': ['organiser', 'organiserPassword'],
  site: ['site', 'site'], till: ['till', 'till'],
};
export const asked = (field: string | null): readonly [Step, Field] | null => (field ? (SERVICE[field] ?? null) : null);

export function body(draft: Draft): Schemas['NewFounding'] {
  const organiser = { name: draft.organiser.trim(), login: draft.organiserLogin.trim(), password: draft.organiserPassword };
  return {
    setup_code: draft.setup.trim(),
    name: draft.name.trim(),
    code: draft.code.trim(),
    time_zone: null,
    treasurer: { name: draft.treasurer.trim(), login: draft.login.trim(), password: draft.password },
    organiser: draft.alone ? null : organiser,
    site: draft.site.trim(),
    till: draft.till.trim(),
  };
}
