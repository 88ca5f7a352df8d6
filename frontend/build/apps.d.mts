export const APPS: string[];
