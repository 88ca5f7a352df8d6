// Movements of cash as people call them.
import { words } from './words';

export const movementName = (movement: string): string => words.m.source.movements[movement as keyof typeof words.m.source.movements] ?? movement;
export const expenseName = (reason: string | null | undefined): string => (reason ? (words.m.source.expense[reason as keyof typeof words.m.source.expense] ?? reason) : '');
