import { channelWords } from '../../../../src-shared/app/parts.words.ts'
import {
  addDays,
  atWallClock,
  type BusinessDay,
  businessDay,
  type Instant,
} from '../../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../../src-shared/kernel/refusal.ts'
import type { PracticePace, Practising } from '../../../../src-shared/sync/practice.ts'
import type { ConnectedChannel } from '../../../../src-shared/sync/sync.ts'
import { shops } from '../../channels/shops.repository.ts'
import type { Doors } from '../../database/open.ts'
import { settingsOf } from '../../settings/settings.repository.ts'
import { connectionOf, endConnection } from '../connections.repository.ts'
import { makeDue } from '../streams.repository.ts'
import type { SyncService } from '../sync.service.ts'
import type { OpenedMarket, PracticeMarkets } from './practice-markets.ts'

/** A day that was passed over ends where the next one's work begins. */
const WORK_BEGINS = 8

interface PractisingNeeds extends Pick<Doors, 'read' | 'write' | 'clock'> {
  now: () => Instant
  sync: Pick<SyncService, 'begin' | 'finish' | 'now' | 'engine'>
  /** Null where nobody practises. */
  markets: PracticeMarkets | null
  /** Every answer may be old: the day is another one. */
  tellAll: () => void
}

/** Toko Latihan at marketplaces of its own: connected as any shop is, by the same doors. */
export function createPractising({ read, write, clock, now, sync, markets, tellAll }: PractisingNeeds) {
  /** @throws NOT_PRACTICE */
  const there = (): PracticeMarkets => {
    if (!markets) throw new DomainError('NOT_PRACTICE')
    return markets
  }

  markets?.onNews((channel) => {
    const shopId = markets.state().markets.find((each) => each.channel === channel)?.shopId
    // what cannot be asked now (a doubtful clock) is asked with the next round
    if (shopId) ask(shopId).catch(() => undefined)
  })
  /** What a channel would tell by itself, if a laptop could be called. */
  const ask = async (shopId: string) => {
    await write(['channels'], (tx) => makeDue(tx, shopId, ['orders', 'returns'], now()), 'quiet step')
    await sync.engine.begins(shopId)
  }

  const isConnected = async (shopId: string, address: string): Promise<boolean> => {
    const connection = await connectionOf(read, shopId)
    return (
      connection !== null &&
      connection.sealedTokens !== null &&
      connection.broken === null &&
      connection.addresses.api.startsWith(address)
    )
  }
  const connect = async (channel: ConnectedChannel, opened: OpenedMarket): Promise<void> => {
    const known = await shops(read)
    const shop = known.find(({ id }) => id === opened.shopId)
    const shopId = shop?.id ?? newId(now())
    const { attemptId } = await sync.begin({
      channel,
      shopId,
      newName: shop ? null : freeName(channel, new Set(known.map(({ name }) => name))),
      appId: opened.appId,
      secret: opened.secret,
      serviceId: opened.serviceId,
      sandbox: opened.address,
    })
    await sync.finish(attemptId, there().agree(channel), null)
    there().connected(channel, shopId)
  }
  const disconnect = async (shopIds: readonly string[], as: 'act' | 'step'): Promise<void> => {
    for (const shopId of shopIds) sync.engine.holds(shopId)
    await write(
      ['channels'],
      async (tx) => {
        for (const shopId of shopIds) {
          const connection = await connectionOf(tx, shopId)
          if (connection && connection.endedAt === null) await endConnection(tx, shopId, now())
        }
        return { shopIds }
      },
      as === 'step' ? 'step' : undefined,
    )
  }
  const open = async (channel: ConnectedChannel): Promise<void> => {
    const opened = await there().open(channel)
    if (opened.lostShopId) await disconnect([opened.lostShopId], 'step')
    if (opened.shopId && (await isConnected(opened.shopId, opened.address))) return
    await connect(channel, opened)
  }

  return {
    state: async (): Promise<Practising> => there().state(),

    /** @throws NOT_PRACTICE, CHANNEL_NOT_CONNECTABLE, CHANNEL_SAID_NO, SHOP_NAME_TAKEN */
    async open(channel: ConnectedChannel): Promise<Practising> {
      await open(channel)
      return there().state()
    },

    async pace(pace: PracticePace): Promise<Practising> {
      there().setPace(pace)
      return there().state()
    },

    buyer: async () => ({ orders: there().buyer() }),

    async nextDay(day: BusinessDay): Promise<Practising> {
      const { zone } = await settingsOf(read)
      if (businessDay(now(), zone) === day) {
        there().passTo(atWallClock(addDays(day, 1), WORK_BEGINS, 0, 0, zone))
        // somebody passed the day on purpose: it is no clock that jumped
        await clock.trust()
        tellAll()
        await sync.now(null, false)
      }
      return there().state()
    },

    async close(): Promise<Practising> {
      const shopIds = there()
        .state()
        .markets.flatMap(({ shopId }) => shopId ?? [])
      await disconnect(shopIds, 'act')
      there().close()
      return there().state()
    },

    /** With the app: what was open is open again, before the first round asks for it. */
    async resume(): Promise<void> {
      // one that cannot be opened any more must not keep Toko Latihan shut; its page says that it is closed
      for (const channel of markets?.wereOpen() ?? []) await open(channel).catch(() => undefined)
    },
    stop: () => markets?.stop(),
  }
}
export type PractisingService = ReturnType<typeof createPractising>

/** As it stands in the list of shops; what began anew is another shop. */
function freeName(channel: ConnectedChannel, taken: ReadonlySet<string>): string {
  const name = `Pasar Latihan ${channelWords.id[channel]}`
  for (let count = 1; ; count++) {
    const numbered = count === 1 ? name : `${name} ${count}`
    if (!taken.has(numbered)) return numbered
  }
}
