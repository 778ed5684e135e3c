import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import type { PracticePace, Practising } from '../../../../src-shared/sync/practice.ts'
import type { ConnectedChannel } from '../../../../src-shared/sync/sync.ts'

/** What an app needs to talk to a marketplace that was opened. */
export interface OpenedMarket {
  appId: string
  secret: string
  serviceId: string
  /** Its base address on this laptop. */
  address: string
  /** The shop that was connected to it before. */
  shopId: string | null
  /** The shop of one that was lost: nothing answers it any more. */
  lostShopId: string | null
}

/** The marketplaces that a host opens to practise on, and the clock they share with Toko Latihan. */
export interface PracticeMarkets {
  state(): Practising
  /** Opens one, or answers the one that is open. */
  open(channel: ConnectedChannel): Promise<OpenedMarket>
  /** Its own consent page says yes by itself: the address at which the browser would come back. */
  agree(channel: ConnectedChannel): string
  /** Remembers which shop is connected to it. */
  connected(channel: ConnectedChannel, shopId: string): void
  setPace(pace: PracticePace): void
  /** A buyer at every open one. @returns orders made */
  buyer(): number
  /** Everything until then happens, and the clock stands there. */
  passTo(moment: Instant): void
  close(): void
  /** Calls whenever something happened at one. */
  onNews(tell: (channel: ConnectedChannel) => void): void
  /** Those that were open when the app was ended. */
  wereOpen(): readonly ConnectedChannel[]
  /** Ends with the app: what they know is kept, and they are open again at the next start. */
  stop(): void
}
