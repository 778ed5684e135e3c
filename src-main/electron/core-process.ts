import { RPCHandler } from '@orpc/server/message-port'
import { RequestHeadersPlugin } from '@orpc/server/plugins'
import { THIS_LAPTOP } from '../core/access/gate.ts'
import type { CallContext } from '../core/api.ts'
import type { OpenedKeys } from '../core/outside.ts'
import { defectLog } from '../hosting/defect-log.ts'
import type { OpenShop } from '../hosting/open-shop.ts'
import { openShopOrRescue } from '../hosting/rescue.ts'
import { whyClosed } from '../hosting/why-closed.ts'
import { askedSecrets } from './asked-secrets.ts'
import type { FromCore, OpenedKey, ToCore } from './messages.ts'

/**
 * The utility process that owns the core and the shop's file. Neither the window nor the main process ever waits for
 * SQL, and when this process dies the main process starts another: what was acknowledged is on disk.
 */
const main = process.parentPort
let shop: OpenShop | null = null
let rpc: RPCHandler<CallContext> | null = null
let context: CallContext = {}

const tell = (message: FromCore) => main.postMessage(message)
const keyStore = askedSecrets(tell)

/** The main process outlives this one, and gives them to the next. */
function toldKeys(known: readonly OpenedKey[]): OpenedKeys {
  const keys = new Map<string, Uint8Array>(known.map(({ keyId, key }) => [keyId, Buffer.from(key, 'base64')]))
  return {
    get: (keyId) => keys.get(keyId),
    set(keyId, key) {
      keys.set(keyId, key)
      tell({ kind: 'key', keyId, key: Buffer.from(key).toString('base64') })
    },
  }
}

/** Oftener than this nobody reads. */
const TELL_EVERY_MS = 200

function tellUnfinished() {
  let told = Number.NEGATIVE_INFINITY
  return (about: string, done: number, total: number) => {
    if (performance.now() - told < TELL_EVERY_MS) return
    told = performance.now()
    tell({ kind: 'unfinished', about, done, total })
  }
}

main.on('message', async ({ data, ports }) => {
  const message = data as ToCore
  switch (message.kind) {
    case 'open':
      try {
        shop = await openShopOrRescue({
          ...message.shop,
          secrets: keyStore.secrets,
          openedKeys: toldKeys(message.openedKeys),
          unfinished: {
            onProgress: tellUnfinished(),
            // it waits, and the window says so where it shows work under way
            onHalt() {},
          },
          // a core that ends by itself is started again, and then the restored file stands in its place
          reopen() {
            shop?.close()
            process.exit(0)
          },
          async startPractice() {
            tell({ kind: 'practice' })
            return null
          },
        })
        rpc = new RPCHandler(shop.core.router, { plugins: [new RequestHeadersPlugin()] })
        context = { noteDefect: defectLog(message.shop.folder), gate: shop.core.gateAt(THIS_LAPTOP) }
        tell({ kind: 'opened' })
      } catch (problem) {
        tell({ kind: 'refused', sentence: whyClosed(problem, message.language) })
      }
      return
    case 'secret':
      keyStore.answered(message)
      return
    case 'line': {
      const [line] = ports
      if (!line || !rpc) return
      rpc.upgrade(line, { context })
      line.start()
      return
    }
    case 'close':
      try {
        shop?.close()
      } finally {
        // in the middle of a write there is no checkpoint; what was acknowledged waits in the log for the next start
        process.exit(0)
      }
  }
})
