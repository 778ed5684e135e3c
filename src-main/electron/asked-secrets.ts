import type { Secrets } from '../core/outside.ts'
import type { FromCore, ToCore } from './messages.ts'

/**
 * The key store is the main process's alone: `safeStorage` is not there in a utility process. So the core asks for it across.
 * https://www.electronjs.org/docs/latest/api/safe-storage
 */
export function askedSecrets(tell: (message: FromCore) => void) {
  const waiting = new Map<number, PromiseWithResolvers<string>>()
  let asked = 0
  const ask = (act: keyof Secrets, text = ''): Promise<string> => {
    const answer = Promise.withResolvers<string>()
    waiting.set(++asked, answer)
    tell({ kind: 'secret', asked, act, text })
    return answer.promise
  }
  const secrets: Secrets = {
    protection: async () => ((await ask('protection')) === 'keychain' ? 'keychain' : 'file'),
    seal: (text) => ask('seal', text),
    open: (sealed) => ask('open', sealed),
  }
  return {
    secrets,
    answered({ asked, text }: Extract<ToCore, { kind: 'secret' }>): void {
      const answer = waiting.get(asked)
      waiting.delete(asked)
      if (text === null) answer?.reject(new Error('the key store did not open it'))
      else answer?.resolve(text)
    },
  }
}
