import { resolve } from 'node:path'

export interface StartOptions {
  isPractice: boolean
  /** Another folder for the shop, from `--data DIR`. */
  folder: string | null
}

/** Reads our two words from a command line and nothing else; a second instance's command line is anybody's text. */
export function startOptions(argv: readonly string[]): StartOptions {
  const at = argv.indexOf('--data')
  const folder = at >= 0 ? argv[at + 1] : undefined
  return {
    isPractice: argv.includes('--practice'),
    folder: folder && !folder.startsWith('--') ? resolve(folder) : null,
  }
}

/** A command line without `--data DIR`. */
export const withoutFolder = (argv: readonly string[]): string[] =>
  argv.filter((word, at) => word !== '--data' && argv[at - 1] !== '--data')

/**
 * The page of a development server, from electron-vite's environment. What is packaged loads its own page whatever the
 * environment says, and a checkout no page of another computer.
 */
export function developmentPage(isPackaged: boolean, env: Record<string, string | undefined>): string | null {
  const page = isPackaged ? null : URL.parse(env.ELECTRON_RENDERER_URL ?? '')
  const isHere = page?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(page.hostname)
  return isHere && page.username === '' ? page.href : null
}
