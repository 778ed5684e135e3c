import type { OpenShop } from '../hosting/open-shop.ts'
import { noteAddress } from './address-file.ts'
import type { WebHost } from './web-host.ts'

/** A shop and the host that serves it. */
export interface ServedShop {
  url: string
  startAddress(): string
  close(): Promise<void>
}

interface ServingNeeds {
  /** `reopen` is called when another file was put in its place. */
  open(reopen: () => void): Promise<OpenShop>
  /** A port: the one it had before. Null: the first time, any that suits. */
  serve(shop: OpenShop, port: number | null): Promise<WebHost>
  /** It could not be opened or served again, after it was closed. */
  onLost(problem: unknown): void
}

/**
 * Serves a shop to the browser. After a restore it is closed and opened again behind the same port; the page waits meanwhile, as
 * it does for a host that was started anew.
 */
export async function serveShop({ open, serve, onLost }: ServingNeeds): Promise<ServedShop> {
  const begin = async (port: number | null) => {
    const shop = await open(() => void again().catch(onLost))
    try {
      const host = await serve(shop, port)
      const note = noteAddress(shop.beside, host)
      return {
        host,
        async close() {
          note.forget()
          await host.close()
          shop.close()
        },
      }
    } catch (problem) {
      shop.close()
      throw problem
    }
  }
  const again = async () => {
    await now.close()
    now = await begin(Number(new URL(now.host.url).port))
  }
  let now = await begin(null)
  return { url: now.host.url, startAddress: () => now.host.startAddress(), close: () => now.close() }
}
