import { join } from 'node:path'
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import type { UnfinishedNews } from '../../src-shared/app/desktop-bridge.ts'
import type { Language } from '../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { fileSecrets } from '../hosting/secrets.ts'
import { whyClosed } from '../hosting/why-closed.ts'
import { atMost } from './at-most.ts'
import { desktopSecrets } from './desktop-secrets.ts'
import type { FromCore, ToCore } from './messages.ts'

interface CoreLinkNeeds {
  shop: Extract<ToCore, { kind: 'open' }>['shop']
  /** Of the sentences that say why a shop stays closed. */
  language: Language
  /** Before it answers: how far work is that a kill cut off. */
  onUnfinished(news: UnfinishedNews): void
  /** The core answers; also after each restart. */
  onOpened(): void
  /** The core's process ended by itself. Another one is on its way. */
  onLost(): void
  onPractice(): void
  /** The shop cannot be opened, or its core keeps ending; a person must act. */
  onRefused(sentence: string): void
}

export interface CoreLink {
  isOpen(): boolean
  /** A new line to the core, for one window. Only while it is open. */
  line(): MessagePortMain
  /** Ends once the file is checkpointed and let go of. */
  close(): Promise<void>
}

const MINUTE_MS = 60_000
const MOST_LOSSES_A_MINUTE = 4
const PATIENCE_MS = 8000

/** Keeps one core process alive: starts it, starts it again when it ends by itself, and gives it up when it keeps ending. */
export function createCoreLink({
  shop,
  language,
  onUnfinished,
  onOpened,
  onLost,
  onPractice,
  onRefused,
}: CoreLinkNeeds): CoreLink {
  let core: UtilityProcess | null = null
  let isOpen = false
  let isClosing = false
  const openedKeys = new Map<string, string>()
  const mayEndAgain = atMost(MOST_LOSSES_A_MINUTE, MINUTE_MS)

  const send = (message: ToCore, ports: MessagePortMain[] = []) => core?.postMessage(message, ports)

  const secrets = desktopSecrets(fileSecrets(join(shop.folder, 'lumbung.key')))
  const answerSecret = async ({ asked, act, text }: Extract<FromCore, { kind: 'secret' }>) => {
    const answer = await secrets[act](text).catch(() => null)
    send({ kind: 'secret', asked, text: answer })
  }

  const start = () => {
    const born = utilityProcess.fork(join(import.meta.dirname, 'core-process.js'), [], { serviceName: 'Lumbung core' })
    core = born
    born.on('message', (message: FromCore) => {
      if (message.kind === 'opened') {
        isOpen = true
        onOpened()
      } else if (message.kind === 'unfinished') onUnfinished(message)
      else if (message.kind === 'practice') onPractice()
      else if (message.kind === 'key') openedKeys.set(message.keyId, message.key)
      else if (message.kind === 'secret') void answerSecret(message)
      else onRefused(message.sentence)
    })
    born.on('exit', () => {
      core = null
      const wasOpen = isOpen
      isOpen = false
      if (isClosing) return
      if (wasOpen) onLost()
      if (!mayEndAgain()) return onRefused(whyClosed(new DomainError('CORE_KEEPS_ENDING'), language))
      // not inside the exit listener: https://github.com/electron/electron/issues/53923
      setTimeout(start, wasOpen ? 0 : 500)
    })
    send({ kind: 'open', shop, language, openedKeys: Array.from(openedKeys, ([keyId, key]) => ({ keyId, key })) })
  }
  start()

  return {
    isOpen: () => isOpen,

    line() {
      const { port1, port2 } = new MessageChannelMain()
      send({ kind: 'line' }, [port1])
      return port2
    },

    close() {
      isClosing = true
      const leaving = core
      if (!leaving) return Promise.resolve()
      return new Promise((resolve) => {
        const stop = setTimeout(() => leaving.kill(), PATIENCE_MS)
        leaving.once('exit', () => {
          clearTimeout(stop)
          resolve()
        })
        send({ kind: 'close' })
      })
    },
  }
}
