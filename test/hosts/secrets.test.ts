import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { desktopSecrets } from '../../src-main/electron/desktop-secrets.ts'
import { fileSecrets } from '../../src-main/hosting/secrets.ts'

/** An operating system's key store, there or not. */
const store = vi.hoisted(() => ({ isThere: true, backend: 'gnome_libsecret' }))
vi.mock('electron', () => ({
  safeStorage: {
    isAsyncEncryptionAvailable: async () => store.isThere,
    getSelectedStorageBackend: () => store.backend,
    encryptStringAsync: async (text: string) => Buffer.from(`os(${text})`),
    decryptStringAsync: async (sealed: Buffer) => ({ result: sealed.toString().slice(3, -1), shouldReEncrypt: false }),
  },
}))

function aDesktop() {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-rahasia-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
    Object.assign(store, { isThere: true, backend: 'gnome_libsecret' })
  })
  return desktopSecrets(fileSecrets(join(folder, 'key')))
}

test("a secret is sealed by the system's key store where there is one", async () => {
  const secrets = aDesktop()
  expect(await secrets.protection()).toBe('keychain')
  expect(await secrets.open(await secrets.seal('token'))).toBe('token')
})

test.skipIf(process.platform !== 'linux')(
  'a store that seals with a password everybody knows does not count',
  async () => {
    const secrets = aDesktop()
    store.backend = 'basic_text'
    expect(await secrets.protection()).toBe('file')
    expect(await secrets.seal('token')).toMatch(/^file:/)
  },
)

test('what was sealed without a key store still opens once there is one', async () => {
  const secrets = aDesktop()
  store.isThere = false
  const sealed = await secrets.seal('token')
  store.isThere = true
  expect(await secrets.seal('token')).not.toContain('file:')
  expect(await secrets.open(sealed)).toBe('token')
})
