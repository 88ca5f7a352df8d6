// Codes of the service as people read them.
import { words } from './words';

/** What happened: the kind of a document or an entry. */
export const kindName = (kind: string): string => words.m.kinds[kind as keyof typeof words.m.kinds] ?? kind;

/** By what was paid. */
export const meansName = (means: string): string => words.m.means[means as keyof typeof words.m.means] ?? means;

/** A hash as people compare it: its first eight digits in two groups. */
export const short = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
