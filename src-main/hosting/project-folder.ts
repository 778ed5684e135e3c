import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The checkout this code belongs to, wherever in it the code was bundled to. */
export const projectFolder = above(import.meta.dirname)

function above(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : above(dirname(folder))
}
