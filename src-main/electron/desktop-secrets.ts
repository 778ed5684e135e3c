import { safeStorage } from 'electron'
import type { Secrets } from '../core/outside.ts'

/**
 * The operating system's key store: DPAPI, Keychain, libsecret or KWallet. A Linux desktop without one would seal with a
 * password that everybody knows (`basic_text`), which is no protection: then our own key file is used, and says so.
 * https://www.electronjs.org/docs/latest/api/safe-storage
 */
export function desktopSecrets(fallback: Secrets): Secrets {
  const hasKeychain = async () =>
    (await safeStorage.isAsyncEncryptionAvailable()) &&
    !(process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text')

  return {
    protection: async () => ((await hasKeychain()) ? 'keychain' : 'file'),
    async seal(text) {
      if (!(await hasKeychain())) return `file:${await fallback.seal(text)}`
      return `keychain:${(await safeStorage.encryptStringAsync(text)).toString('base64')}`
    },
    async open(sealed) {
      const [keeper, text = ''] = sealed.split(':')
      // what was sealed on the command line, or before there was a store, says no keeper
      if (keeper !== 'keychain') return fallback.open(keeper === 'file' ? text : sealed)
      return (await safeStorage.decryptStringAsync(Buffer.from(text, 'base64'))).result
    },
  }
}
