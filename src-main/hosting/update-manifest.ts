import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { UpdateRefused } from '../../src-shared/app/desktop-bridge.ts'

/*
 * Who may publish Lumbung is decided here, before any updater or operating system is asked: the list of an update's files is signed with
 * Ed25519 (RFC 8032) by a key that is kept offline. electron-updater alone would take any file on Windows as long as no `publisherName` is
 * set, and has passed over failed checks of it (CVE-2024-39698, https://github.com/advisories/GHSA-9jxc-qjr9-vjxq).
 */
const Version = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)

export const UpdateManifest = z.object({
  version: Version,
  /** The oldest data that this version can bring along: SQLite's `user_version`. */
  minSchema: z.number().int().nonnegative(),
  /** The data that this version writes; of an older list, as old as it can be. */
  schema: z.number().int().nonnegative().optional(),
  /** An old list is no list: whoever keeps a shop at a version with a known hole would serve it for ever. */
  expires: z.iso.datetime(),
  files: z.array(z.object({ name: z.string().min(1), bytes: z.number().int().positive(), sha512: z.base64() })).min(1),
})
export type UpdateManifest = z.infer<typeof UpdateManifest>

/** As it is published: the list to the byte, so that nothing is read before its signature holds. */
const Signed = z.object({ list: z.base64(), signature: z.base64() })

export type NotTaken = Exclude<UpdateRefused, 'no list beside it' | 'other bytes'>

const MOST_BYTES = 64 * 1024
const LONGEST_MS = 30 * 24 * 3_600_000

export interface UpdateAsked {
  /** What is pinned in the program: SPKI, base64. Two, so that one can follow the other. */
  keys: readonly string[]
  version: string
  schema: number
  now: number
}

/** A list as one of our keys signed it, whenever that was. */
export function signedManifest(
  published: Uint8Array,
  keys: readonly string[],
): UpdateManifest | Extract<NotTaken, 'not signed by us' | 'unreadable'> {
  if (published.byteLength > MOST_BYTES) return 'unreadable'
  const signed = Signed.safeParse(parsed(published))
  if (!signed.success) return 'unreadable'
  const list = Buffer.from(signed.data.list, 'base64')
  const signature = Buffer.from(signed.data.signature, 'base64')
  if (!keys.some((key) => verify(null, list, publicKey(key), signature))) return 'not signed by us'
  const manifest = UpdateManifest.safeParse(parsed(list))
  return manifest.success ? manifest.data : 'unreadable'
}

/** The list of an update that may be taken, or why it may not. */
export function takenManifest(
  published: Uint8Array,
  { keys, version, schema, now }: UpdateAsked,
): UpdateManifest | NotTaken {
  const manifest = signedManifest(published, keys)
  if (typeof manifest === 'string') return manifest
  const expires = Date.parse(manifest.expires)
  if (expires < now || expires > now + LONGEST_MS) return 'expired'
  if (!isNewer(manifest.version, version)) return 'not newer'
  if (manifest.minSchema > schema) return 'data too old'
  return manifest
}

/** Whether a file is one of the list's, to the byte. */
export async function isListed(file: string, { files }: UpdateManifest): Promise<boolean> {
  const listed = files.find(({ name }) => name === basename(file))
  if (!listed || (await stat(file)).size !== listed.bytes) return false
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return hash.digest('base64') === listed.sha512
}

const publicKey = (spki: string) => createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return null
  }
}

/** `1.10.0` is newer than `1.9.3`. */
export function isNewer(a: string, b: string): boolean {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  for (const [at, number] of left.entries()) if (number !== (right[at] ?? 0)) return number > (right[at] ?? 0)
  return false
}
