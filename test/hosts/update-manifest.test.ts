import { execFileSync } from 'node:child_process'
import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isListed, takenManifest, type UpdateManifest } from '../../src-main/hosting/update-manifest.ts'
import { aFolder } from '../builders/a-folder.ts'

const NOW = Date.parse('2026-11-29T00:00:00Z')
const spki = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).toString('base64')
const ours = generateKeyPairSync('ed25519')
const next = generateKeyPairSync('ed25519')
const theirs = generateKeyPairSync('ed25519')
const asked = { keys: [spki(ours.publicKey), spki(next.publicKey)], version: '1.9.3', schema: 11, now: NOW }

const LIST: UpdateManifest = {
  version: '1.10.0',
  minSchema: 1,
  expires: '2026-12-20T00:00:00Z',
  files: [{ name: 'Lumbung Setup 1.10.0.exe', bytes: 5, sha512: 'AAAA' }],
}
function published(list: unknown = LIST, { privateKey } = ours): Buffer {
  const bytes = Buffer.from(JSON.stringify(list))
  const signature = sign(null, bytes, privateKey).toString('base64')
  return Buffer.from(JSON.stringify({ list: bytes.toString('base64'), signature }))
}

test('a newer list signed by either of our keys is taken', () => {
  expect(takenManifest(published(), asked)).toEqual(LIST)
  expect(takenManifest(published(LIST, next), asked)).toEqual(LIST)
})

test.each([
  ['signed by somebody else', published(LIST, theirs), 'not signed by us'],
  ['older than what runs', published({ ...LIST, version: '1.9.2' }), 'not newer'],
  ['what runs already', published({ ...LIST, version: '1.9.3' }), 'not newer'],
  ['by its letters newer, by its numbers older', published({ ...LIST, version: '1.9.3' }), 'not newer'],
  ['replayed after its time', published({ ...LIST, expires: '2026-11-28T00:00:00Z' }), 'expired'],
  ['good for longer than any may be', published({ ...LIST, expires: '2027-11-28T00:00:00Z' }), 'expired'],
  ['for newer data than this', published({ ...LIST, minSchema: 12 }), 'data too old'],
  ['without files', published({ ...LIST, files: [] }), 'unreadable'],
  ['a version that is a path', published({ ...LIST, version: '../../x' }), 'unreadable'],
  ['a page instead of a list', Buffer.from('<html>'), 'unreadable'],
  ['endless', Buffer.alloc(1_000_000, 0x20), 'unreadable'],
  ['nothing', Buffer.alloc(0), 'unreadable'],
] as const)('not taken: %s', (_, bytes, why) => {
  expect(takenManifest(bytes, asked)).toBe(why)
})

test('any flipped bit of the list or its signature is noticed', () => {
  const { list, signature } = JSON.parse(published().toString()) as { list: string; signature: string }
  for (const part of ['list', 'signature'] as const) {
    const bytes = Buffer.from({ list, signature }[part], 'base64')
    for (let bit = 0; bit < bytes.length * 8; bit += 7) {
      const other = Buffer.from(bytes)
      other[bit >> 3]! ^= 1 << (bit & 7)
      const changed = Buffer.from(JSON.stringify({ list, signature, [part]: other.toString('base64') }))
      expect(takenManifest(changed, asked)).toBe('not signed by us')
    }
  }
})

test('without a key of ours nothing is taken at all', () => {
  expect(takenManifest(published(), { ...asked, keys: [] })).toBe('not signed by us')
})

test('what the script signs is taken, and its files are known to the byte', async () => {
  const folder = aFolder()
  const installer = join(folder, 'Lumbung Setup 2.0.0.exe')
  writeFileSync(installer, 'an installer')
  writeFileSync(join(folder, 'key.pem'), ours.privateKey.export({ format: 'pem', type: 'pkcs8' }))
  const script = join(import.meta.dirname, '../../scripts/sign-update.mjs')
  const told = execFileSync(process.execPath, [script, join(folder, 'key.pem'), '2.0.0', '1', installer]).toString()
  expect(told.trim()).toBe(spki(createPublicKey(ours.privateKey)))
  const manifest = takenManifest(readFileSync(join(folder, 'lumbung-update.json')), { ...asked, now: Date.now() })
  if (typeof manifest === 'string') throw new Error(manifest)
  expect(await isListed(installer, manifest)).toBe(true)
  writeFileSync(installer, 'AN installer')
  expect(await isListed(installer, manifest)).toBe(false)
  writeFileSync(join(folder, 'other.exe'), 'an installer')
  expect(await isListed(join(folder, 'other.exe'), manifest)).toBe(false)
})
