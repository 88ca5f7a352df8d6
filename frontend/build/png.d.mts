export function png(rgba: Uint8Array, width: number, height: number, source: string): Buffer;
export function about(file: Buffer): { width: number; height: number; source: string; pixels: number };
