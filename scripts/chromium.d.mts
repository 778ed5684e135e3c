export const CHROMIUM_ARGS: string[]
export const LEAN_CHROMIUM_ARGS: string[]
export function findChromium(env?: Record<string, string | undefined>, platform?: NodeJS.Platform): string | null
