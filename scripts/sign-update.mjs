/**
 * Signs the list of an update: `node scripts/sign-update.mjs KEY.pem VERSION MIN_SCHEMA FILE…` writes `lumbung-update.json` beside the
 * first file. The key is Ed25519 and is kept offline: `openssl genpkey -algorithm ed25519 -out KEY.pem`. It prints the public half, which
 * belongs into `src-main/hosting/update-keys.ts`.
 */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { migrations } from '../src-main/core/database/migrations/index.ts'

const DAYS = 30
const [, , keyFile, version, minSchema, ...files] = process.argv
if (!keyFile || !version || !minSchema || files.length === 0) {
  console.error('node scripts/sign-update.mjs KEY.pem VERSION MIN_SCHEMA FILE…')
  process.exit(2)
}
const key = createPrivateKey(readFileSync(keyFile))
const list = Buffer.from(
  JSON.stringify({
    version,
    minSchema: Number(minSchema),
    schema: migrations.at(-1).number,
    expires: new Date(Date.now() + (DAYS * 24 - 1) * 3_600_000).toISOString(),
    files: files.map((file) => {
      const bytes = readFileSync(file)
      return {
        name: basename(file),
        bytes: bytes.length,
        sha512: createHash('sha512').update(bytes).digest('base64'),
      }
    }),
  }),
)
const signature = sign(null, list, key)
writeFileSync(
  join(dirname(files[0]), 'lumbung-update.json'),
  JSON.stringify({ list: list.toString('base64'), signature: signature.toString('base64') }),
)
console.log(createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64'))
