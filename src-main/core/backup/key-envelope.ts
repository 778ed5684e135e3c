import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'

/*
 * The data key of a shop's backups: 32 random bytes, never derived from anything a person knows. It travels in the head of each
 * backup, wrapped by the recovery code and, where the owner wants one, by a passphrase; either opens it on any laptop.
 * The code is 128 random bits, so it needs no slow hash; a passphrase does: scrypt with N = 2^17, r = 8 (128 MiB), p = 1,
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html (2026-11).
 */
const scryptAsync = promisify(scrypt) as (
  password: string,
  salt: Buffer,
  length: number,
  options: { N: number; r: number; p: number; maxmem: number },
) => Promise<Buffer>
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }

export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A key sealed under another one: base64 of nonce, tag and ciphertext, and the salt that the other was made with. */
export const WrappedKey = z.object({ salt: z.string().max(64), sealed: z.string().max(256) })
export type WrappedKey = z.infer<typeof WrappedKey>

export const KeyWraps = z.object({
  /** Names the data key, so that files of another one are known at sight. */
  keyId: z.string().regex(/^[0-9a-f]{8}$/),
  byCode: WrappedKey,
  byPassphrase: WrappedKey.nullable(),
})
export type KeyWraps = z.infer<typeof KeyWraps>

export const newDataKey = (): { key: Buffer; keyId: string } => ({
  key: randomBytes(KEY_BYTES),
  keyId: randomBytes(4).toString('hex'),
})

/** A key for one purpose, from a longer-lived one. RFC 5869 */
export const derivedKey = (secret: Uint8Array, salt: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, `lumbung ${purpose}`, KEY_BYTES))

export function wrapByCode(key: Buffer, keyId: string, code: Uint8Array): WrappedKey {
  const salt = randomBytes(16)
  return { salt: salt.toString('base64'), sealed: sealKey(key, derivedKey(code, salt, 'recovery code'), keyId) }
}

/** Null: another code. */
export const unwrapByCode = ({ keyId, byCode }: KeyWraps, code: Uint8Array): Buffer | null =>
  openKey(byCode.sealed, derivedKey(code, Buffer.from(byCode.salt, 'base64'), 'recovery code'), keyId)

export async function wrapByPassphrase(key: Buffer, keyId: string, passphrase: string): Promise<WrappedKey> {
  const salt = randomBytes(16)
  return { salt: salt.toString('base64'), sealed: sealKey(key, await stretched(passphrase, salt), keyId) }
}

/** Null: another passphrase, or none was set. */
export async function unwrapByPassphrase(wraps: KeyWraps, passphrase: string): Promise<Buffer | null> {
  const { keyId, byPassphrase } = wraps
  if (!byPassphrase) return null
  return openKey(byPassphrase.sealed, await stretched(passphrase, Buffer.from(byPassphrase.salt, 'base64')), keyId)
}

const stretched = (passphrase: string, salt: Buffer): Promise<Buffer> =>
  scryptAsync(passphrase.normalize('NFKC'), salt, KEY_BYTES, SCRYPT)

/** A text under a key that is used for nothing else: base64 of nonce, tag and ciphertext. */
export function sealText(text: string, under: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', under, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** @throws when the seal is broken or was made with another key. */
export function openText(sealed: string, under: Buffer): string {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', under, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
}

function sealKey(key: Buffer, under: Buffer, keyId: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', under, nonce).setAAD(Buffer.from(keyId))
  const sealed = Buffer.concat([cipher.update(key), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

function openKey(sealed: string, under: Buffer, keyId: string): Buffer | null {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length !== NONCE_BYTES + TAG_BYTES + KEY_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', under, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(keyId)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}
