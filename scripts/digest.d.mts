export const SOURCES: readonly string[]
export function digestOf(root: string, paths: readonly string[]): string
