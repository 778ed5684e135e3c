import { tiktokConnector } from '../../../../src-main/core/channels/connectors/tiktok/tiktok-connector.ts'
import { tiktok } from '../../../../src-main/sandbox/tiktok/tiktok.ts'
import { sandboxed } from '../sandboxed.ts'

interface SavedTiktok {
  products: Record<string, { skus: { id: string; sellerSku: string }[] }>
}

/** The sandbox of Tokopedia & TikTok Shop with the connector that is judged against it. */
export function aTiktokWorld() {
  let waitSeconds = (_: number): void => {}
  return sandboxed({
    marketplace: tiktok,
    // a label is drawn for some seconds, and here the clock stands still
    connector: {
      ...tiktokConnector,
      shop(session) {
        const shop = tiktokConnector.shop(session)
        const label: typeof shop.label = async (parcels) => {
          const told = await shop.label(parcels)
          if (!told.isReady) waitSeconds(4)
          return told
        }
        return { ...shop, label }
      },
    },
    app(sandbox) {
      waitSeconds = (seconds) => sandbox.ground.time.move(seconds * 1000)
      const { appKey, appSecret, serviceId } = sandbox.access() as Record<'appKey' | 'appSecret' | 'serviceId', string>
      return {
        addresses: { api: sandbox.url, tokens: sandbox.url, consent: `${sandbox.url}/open/authorize` },
        appId: appKey,
        secret: appSecret,
        serviceId,
      }
    },
    sku(sandbox, { itemId, modelId }) {
      const { products } = sandbox.world.saved() as SavedTiktok
      return products[itemId]!.skus.find(({ id }) => id === modelId)!.sellerSku
    },
    async leadBack(sandbox, address) {
      await fetch(`${sandbox.controlUrl}/tiktok/redirect`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ url: address }),
      })
    },
    // statements are made at midnight, UTC
    releasedAfterMs: 26 * 3_600_000,
    paths: {
      orders: '/orders/search',
      'set stock': '/inventory/update',
      'create item': '/product/202309/products',
      'any order': '/order/',
    },
  })
}
