import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { Heads } from '../../../src-shared/backup/heads.ts'
import { keepJson, keptJson } from './kept-file.ts'
import { derivedKey } from './key-envelope.ts'

/*
 * How far the shop's chains reach, beside the file and under a key that is not in it. A file whose end was cut off agrees with itself;
 * with this it does not.
 */
const Anchor = z.object({ heads: Heads, mac: z.string() })

const NO_SALT = Buffer.alloc(0)

const macOf = (heads: Heads, key: Uint8Array): Buffer =>
  createHmac('sha256', derivedKey(key, NO_SALT, 'anchor'))
    .update(JSON.stringify(Heads.parse(heads)))
    .digest()

export const keepAnchor = (file: string, heads: Heads, key: Uint8Array): void =>
  keepJson(file, { heads, mac: macOf(heads, key).toString('base64url') } satisfies z.input<typeof Anchor>)

/** Undefined where there is none; null where somebody else wrote it. */
export function anchorIn(file: string, key: Uint8Array): Heads | null | undefined {
  if (!existsSync(file)) return undefined
  const kept = keptJson(file, Anchor)
  if (!kept) return null
  const [told, right] = [Buffer.from(kept.mac, 'base64url'), macOf(kept.heads, key)]
  return told.length === right.length && timingSafeEqual(told, right) ? kept.heads : null
}
