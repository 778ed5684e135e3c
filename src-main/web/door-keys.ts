import { randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** What the door of one shop knows its callers by; kept beside the shop's file, readable by its owner alone. */
export interface DoorKeys {
  /** Signs start tickets and sessions, 32 bytes. */
  key: Buffer
  /** What a script sends as `Authorization: Bearer …`. */
  apiToken: string
}

const keyFile = (shopFile: string) => `${shopFile}.door-key`
/** Where a script finds the token, alone on one line. */
export const apiTokenFile = (shopFile: string) => `${shopFile}.api-token`

/**
 * The keys of a shop, made at its first start. They outlive the host, so that a page that was open finds back by itself
 * after a restart, and a script keeps its token. That gives nothing away: whoever can read these files can read the shop
 * itself, which lies beside them with the same permissions. Deleting them ends every session.
 */
export function doorKeys(shopFile: string): DoorKeys {
  const key = kept(keyFile(shopFile), (bytes) => bytes.length === 32) ?? made(keyFile(shopFile), randomBytes(32))
  const isToken = (bytes: Buffer) => /^[\w-]{43}\n?$/.test(bytes.toString('latin1'))
  const token =
    kept(apiTokenFile(shopFile), isToken) ??
    made(apiTokenFile(shopFile), Buffer.from(`${randomBytes(32).toString('base64url')}\n`))
  return { key, apiToken: token.toString('latin1').trim() }
}

/** A file that was cut short or tampered with is no key. */
function kept(file: string, isWhole: (bytes: Buffer) => boolean): Buffer | null {
  try {
    const bytes = readFileSync(file)
    if (!isWhole(bytes)) return null
    chmodSync(file, 0o600)
    return bytes
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem
    return null
  }
}

/** Under another name first: a host that ends in the middle leaves no half key. */
function made(file: string, bytes: Buffer): Buffer {
  writeFileSync(`${file}.part`, bytes, { mode: 0o600 })
  renameSync(`${file}.part`, file)
  return bytes
}
