import { shopeeConnector } from '../../../../src-main/core/channels/connectors/shopee/shopee-connector.ts'
import { shopeeSandbox } from '../../../../src-main/sandbox/shopee/world.ts'
import { sandboxed } from '../sandboxed.ts'

interface SavedShopee {
  items: Map<number, { itemId: number; models: { modelId: number; sku: string }[] }>
}

/** The sandbox of Shopee with the connector that is judged against it. */
export const aShopeeWorld = () =>
  sandboxed({
    marketplace: shopeeSandbox,
    connector: shopeeConnector,
    app(sandbox) {
      const { partnerId, partnerKey } = sandbox.access() as { partnerId: number; partnerKey: string }
      return {
        addresses: { api: sandbox.url, tokens: sandbox.url, consent: `${sandbox.url}/auth` },
        appId: String(partnerId),
        secret: partnerKey,
        serviceId: '',
      }
    },
    sku(sandbox, { itemId, modelId }) {
      const { items } = sandbox.world.saved() as SavedShopee
      const item = [...items.values()].find((each) => String(each.itemId) === itemId)
      return item!.models.find((model) => String(model.modelId) === (modelId || '0'))!.sku
    },
    releasedAfterMs: 1000,
    paths: {
      orders: 'order/get_order_list',
      'set stock': 'product/update_stock',
      'create item': 'product/add_item',
      'any order': 'order/get_order_detail',
    },
  })
