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
