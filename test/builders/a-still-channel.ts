import type { Connector, ShopAtChannel } from '../../src-main/core/channels/connectors/connector.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { exampleConnector } from '../channels/connectors/example/example-connector.ts'

const FAR = Date.parse('2099-01-01T00:00:00Z')
const nothing = async () => ({ items: [], next: null })

/** A channel without a network: whoever asks is let in, into a shop of his own where nothing ever happens. */
export function aStillChannel(): Connector {
  const shop = { account: newId(), name: 'Toko Tenang', accessKey: '', consentUntil: FAR }
  const still: Partial<ShopAtChannel> = {
    about: async () => ({ ...shop, isSelling: true }),
    changedOrders: nothing,
    placedOrders: nothing,
    settlements: nothing,
    listings: nothing,
    items: nothing,
    orders: async () => [],
  }
  return {
    ...exampleConnector(),
    readConsent: () => ({ code: 'kode', account: '', state: '' }),
    grant: async () => ({
      tokens: { access: 'a', refresh: 'r', accessUntil: FAR, refreshUntil: FAR },
      shops: [{ ...shop, account: newId() }],
    }),
    shop: () => still as ShopAtChannel,
  }
}
