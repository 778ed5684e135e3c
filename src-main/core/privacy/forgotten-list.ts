import { z } from 'zod'
import { keepJson, keptJson } from '../backup/kept-file.ts'

const Kept = z.array(z.string())

/**
 * Orders whose buyers were forgotten, beside the shop and not in it: a backup from before still knows them, and once it is restored they
 * are forgotten again. Ids alone.
 */
export function createForgottenList(shopFile: string) {
  const file = shopFile.replace(/\.sqlite$/, '.dilupakan.json')
  const all = (): string[] => keptJson(file, Kept) ?? []
  return {
    all,
    add: (ids: readonly string[]): void => keepJson(file, [...new Set([...all(), ...ids])]),
  }
}
