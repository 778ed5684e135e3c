export const SOURCES: readonly string[]
export function digestOf(root: string, paths: readonly string[]): string
export function rememberedDigestOf(root: string, paths: readonly string[], memory: string, now?: number): string
