import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Secrets } from '../core/outside.ts'

/** AES-256-GCM under a key file of mode 0600. `sealed` is base64 of nonce (12 bytes), tag (16 bytes), ciphertext. */
export function fileSecrets(keyFile: string): Secrets {
  const key = () => readFileSync(keyFile)
  const keyOrNew = () => {
    try {
      return key()
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem
    }
    mkdirSync(dirname(keyFile), { recursive: true })
    writeFileSync(keyFile, randomBytes(32), { mode: 0o600, flag: 'wx' })
    return readFileSync(keyFile)
  }
  return {
    protection: async () => 'file',
    async seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyOrNew(), nonce)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
    },
    async open(sealed) {
      const bytes = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12), { authTagLength: 16 })
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
  }
}
