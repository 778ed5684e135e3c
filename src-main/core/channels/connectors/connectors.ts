import type { ConnectedChannel } from '../../../../src-shared/sync/sync.ts'
import type { Connector } from './connector.ts'

/** Connectors by channel, loaded when a shop of theirs is connected or about to be. Channels without one are not offered. */
export type Connectors = Partial<Record<ConnectedChannel, () => Promise<Connector>>>

export const CONNECTORS: Connectors = {
  shopee: async () => (await import('./shopee/shopee-connector.ts')).shopeeConnector,
  tiktok: async () => (await import('./tiktok/tiktok-connector.ts')).tiktokConnector,
}
