import type { Language } from '../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { keyFileOf, mayAskAtStart } from '../core/backup/key-file.ts'
import { atAGlance } from '../core/database/glance.ts'
import type { OpenedKeys, Outside } from '../core/outside.ts'
import { settingsOf } from '../core/settings/settings.repository.ts'
import { answerWords } from './answers.words.ts'

/**
 * The key of a shop whose passphrase is asked when it is opened; nothing is asked of another one. Who runs it from a script gives
 * LUMBUNG_KATA_SANDI or LUMBUNG_KODE; no option, which would stand in the list of processes and in the shell's history.
 * @throws START_PASSPHRASE_NEEDED where nobody can be asked, PASSPHRASE_DIFFERS, PASSPHRASE_WAITS, RECOVERY_CODE_MISTYPED, RECOVERY_CODE_DIFFERS
 */
export async function keysOpenedFor(shop: string, { secrets }: Pick<Outside, 'secrets'>): Promise<OpenedKeys> {
  const openedKeys: OpenedKeys = new Map()
  const file = keyFileOf(shop)
  if (!mayAskAtStart(file)) return openedKeys
  const { createBackupKeys } = await import('../core/backup/backup-keys.ts')
  const keys = createBackupKeys({ file, secrets, openedKeys })
  if (!keys.isWaiting()) return openedKeys
  const { LUMBUNG_KATA_SANDI: passphrase, LUMBUNG_KODE: code } = process.env
  await keys.open(code ? { code } : { passphrase: passphrase || (await typedUnseen(await languageOf(shop))) })
  return openedKeys
}

const languageOf = async (shop: string): Promise<Language> =>
  (await atAGlance(shop, settingsOf).catch(() => null))?.language ?? 'id'

const [INTERRUPTED, BACKSPACE, DELETED] = ['\u0003', '\b', '\u007f']

/** Asks at the terminal; what is typed is not shown. */
function typedUnseen(language: Language): Promise<string> {
  const { stdin, stderr } = process
  if (!stdin.isTTY) throw new DomainError('START_PASSPHRASE_NEEDED')
  stderr.write(`${answerWords[language].passphraseAsked} `)
  const typed: string[] = []
  return new Promise((resolve, reject) => {
    const end = (answer: () => void) => {
      stdin.off('data', take).setRawMode(false).pause()
      stderr.write('\n')
      answer()
    }
    const take = (some: string) => {
      for (const sign of some) {
        if (sign === INTERRUPTED) return end(() => reject(new DomainError('START_PASSPHRASE_NEEDED')))
        if (sign === '\r' || sign === '\n') return end(() => resolve(typed.join('')))
        if (sign === BACKSPACE || sign === DELETED) typed.pop()
        else typed.push(sign)
      }
    }
    stdin.setRawMode(true).setEncoding('utf8').on('data', take).resume()
  })
}
