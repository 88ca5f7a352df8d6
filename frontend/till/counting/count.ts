// A drawer, counted by pieces: how many of each note and coin. Every kind keeps its place.
import type { Schemas } from '../../lib/api/client';
import { sum, wire, type Minor } from '../../lib/money';
import { PIECES, type PieceName } from '../order/pieces';

export type Count = Readonly<Partial<Record<PieceName, number>>>;

/** More of one kind than this is a slip of the finger. */
export const MOST_PIECES = 9999;

export const piecesOf = (count: Count, name: PieceName): number => count[name] ?? 0;

/** So many of a kind, as far as that can be. */
export function put(count: Count, name: PieceName, pieces: number): Count {
  const held = Math.min(Math.max(Math.trunc(pieces) || 0, 0), MOST_PIECES);
  return { ...count, [name]: held };
}

export const total = (count: Count): Minor => sum(PIECES.map(({ name, value }) => value * BigInt(piecesOf(count, name))));

/** How many notes, and how many coins. */
export function howMany(count: Count): { notes: number; coins: number } {
  const of = (coins: boolean): number => PIECES.filter((piece) => piece.isCoin === coins).reduce((all, { name }) => all + piecesOf(count, name), 0);
  return { notes: of(false), coins: of(true) };
}

/** As the service wants it: by worth, so that the note and the coin of one yuan are one. */
export function onWire(count: Count): Schemas['CountedPieces'][] {
  const byWorth = new Map<Minor, number>();
  for (const { name, value } of PIECES) byWorth.set(value, (byWorth.get(value) ?? 0) + piecesOf(count, name));
  return [...byWorth].filter(([, pieces]) => pieces > 0).map(([value, pieces]) => ({ denomination: wire(value), pieces }));
}

/** What somebody typed into the field of a kind. */
export const typed = (text: string): number => Number(text.replace(/\D/g, '').slice(0, 4) || '0');
