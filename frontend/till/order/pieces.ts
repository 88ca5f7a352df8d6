// Notes and coins: which there are, in their fixed places, and how to give an amount back with the fewest of them.
import { MONEY } from '../../lib/art/drawings';
import { sum, type Minor } from '../../lib/money';

export type PieceName = (typeof MONEY)[number];

export interface Piece {
  name: PieceName;
  value: Minor;
  isCoin: boolean;
}

/** From the largest down; at one yuan the note comes before the coin. */
export const PIECES: readonly Piece[] = MONEY.map((name) => ({ name, value: BigInt(name.split('-')[1]!), isCoin: name.startsWith('coin') }));
export const pieceNamed = (name: PieceName): Piece => PIECES.find((piece) => piece.name === name)!;

/** What is given out: each value once (one yuan as a note). */
const GIVEN_OUT = PIECES.filter((piece) => piece.name !== 'coin-100');
/** The smallest coin in use; below it nobody has anything to give. */
export const SMALLEST = GIVEN_OUT.at(-1)!.value;

export interface Handful {
  pieces: { piece: Piece; count: number }[];
  /** Too small for any coin. */
  rest: Minor;
}

/** The fewest notes and coins that make up the amount. Taking the largest first is the fewest for these values (a test compares). */
export function fewest(amount: Minor): Handful {
  const pieces: Handful['pieces'] = [];
  let rest = amount > 0n ? amount : 0n;
  for (const piece of GIVEN_OUT) {
    const count = Number(rest / piece.value);
    if (count > 0) pieces.push({ piece, count });
    rest %= piece.value;
  }
  return { pieces, rest };
}

/** What people hand over for an amount besides the exact sum: the next round notes above it, at most `most`. */
export function likely(amount: Minor, most: number): { pieces: Piece[]; value: Minor }[] {
  const notes = PIECES.filter((piece) => !piece.isCoin).reverse();
  const sums = new Map<Minor, Piece[]>();
  for (const piece of notes) {
    // One note that covers it, or several of the same up to the next multiple.
    const count = (amount + piece.value - 1n) / piece.value;
    if (count <= 2n) sums.set(count * piece.value, Array<Piece>(Number(count)).fill(piece)); // a larger note comes later and is one instead of two
  }
  const single = (pieces: Piece[]): number => (pieces.length === 1 ? 0 : 1);
  return [...sums]
    .filter(([value]) => value > amount)
    .map(([value, pieces]) => ({ value, pieces }))
    .sort((a, b) => single(a.pieces) - single(b.pieces) || (a.value < b.value ? -1 : 1))
    .slice(0, most)
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}

export const worth = (pieces: readonly Piece[]): Minor => sum(pieces.map(({ value }) => value));
