import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Where the keys of the shop in this file lie. */
export const keyFileOf = (file: string): string => join(dirname(file), `${basename(file, '.sqlite')}.kunci.json`)

/**
 * Whether a passphrase may be asked before the shop of these keys is opened. Of most shops none is, and a short command that knows it
 * need not load all that opens keys; `createBackupKeys` looks closely.
 */
export function mayAskAtStart(keyFile: string): boolean {
  try {
    return (JSON.parse(readFileSync(keyFile, 'utf8')) as { atStart?: unknown }).atStart != null
  } catch {
    // what cannot be understood asks nothing, there as here
    return false
  }
}
