export const SIDE: number;
export const SHELF: readonly string[];
export function source(svgs: readonly string[]): string;
