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

/** What people hand over for an amount besides the exact sum: up to the next round sum, with no note more than it takes; at most `most`. */
export function likely(amount: Minor, most: number): { pieces: Handful['pieces']; value: Minor }[] {
  const offers = new Map<Minor, Handful['pieces']>();
  for (const note of PIECES.filter((piece) => !piece.isCoin)) {
    const value = ((amount + note.value - 1n) / note.value) * note.value;
    const { pieces } = fewest(value);
    const smallest = pieces.at(-1);
    // Who could leave a note in the purse, does.
    if (value > amount && smallest && value - smallest.piece.value < amount) offers.set(value, pieces);
  }
  const handed = (pieces: Handful['pieces']): number => pieces.reduce((all, { count }) => all + count, 0);
  const risingBy = (a: bigint | number, b: bigint | number): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...offers]
    .map(([value, pieces]) => ({ value, pieces }))
    .sort((a, b) => handed(a.pieces) - handed(b.pieces) || risingBy(a.value, b.value))
    .slice(0, most)
    .sort((a, b) => risingBy(a.value, b.value));
}

export const worth = (pieces: readonly Piece[]): Minor => sum(pieces.map(({ value }) => value));
