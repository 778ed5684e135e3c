import { join } from 'node:path'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { PracticeMarket } from '../../../src-shared/sync/practice.ts'
import { CONSENT_RETURN, ConnectedChannel } from '../../../src-shared/sync/sync.ts'
import type { OpenedMarket, PracticeMarkets } from '../../core/sync/practice/practice-markets.ts'
import type { Sandbox } from '../../sandbox/frame/sandbox.ts'
import { keepSandbox, keptSandbox, MARKETPLACES } from '../marketplaces.ts'
import { type PracticeBook, practiceBook } from './practice-book.ts'
import type { practiceBuyers } from './practice-buyers.ts'

const DAY = 86_400_000
/** So often it is seen whether something happened, and kept. */
const LOOK_EVERY_MS = 2_000
/** Beyond this a sandbox's clock is led after the laptop's: it slept. */
const SLEPT_MS = 5_000

interface OpenMarket {
  sandbox: Sandbox
  /** What was seen of it last; anything else is news. */
  seen: string
  lostShopId: string | null
}

interface Known {
  seed: number
  port: number
  isOpen: boolean
  shopId: string | null
  hasBegunAgain: boolean
}

/**
 * Marketplaces of one's own for Toko Latihan, in its own process and opened only when somebody practises. Each is kept in a file beside
 * the shop within two seconds of whatever happened at it; a kill in between takes it back by as much. Toko Latihan's clock goes with
 * theirs: a day that is passed over is over for the shop, too.
 */
export function practiceMarkets(folder: string, laptop: () => Instant): PracticeMarkets & { now: () => Instant } {
  const book = practiceBook(folder)
  const open = new Map<ConnectedChannel, OpenMarket>()
  let tellNews: (channel: ConnectedChannel) => void = () => {}
  let looking: NodeJS.Timeout | undefined
  let coming: NodeJS.Timeout | undefined
  let robot: {
    buyers: ReturnType<typeof practiceBuyers>
    paces: typeof import('./practice-buyers.ts')['PACES']
  } | null = null

  const now = () => laptop() + book.read().aheadMs
  const fileOf = (channel: ConnectedChannel) => join(folder, `latihan.pasar-${channel}.keep`)
  const change = (next: Partial<PracticeBook>) => book.write({ ...book.read(), ...next })
  const knownOf = (channel: ConnectedChannel): Known | null => book.read().markets[channel]
  const know = (channel: ConnectedChannel, known: Known) =>
    change({ markets: { ...book.read().markets, [channel]: known } })

  /** False where the disk takes nothing: practising goes on, and it is tried again. */
  const keep = (channel: ConnectedChannel, sandbox: Sandbox): boolean => {
    try {
      keepSandbox(fileOf(channel), sandbox.saved())
      return true
    } catch {
      return false
    }
  }
  const look = () => {
    for (const [channel, market] of open) {
      const behind = now() - market.sandbox.ground.time.now()
      if (behind > SLEPT_MS) market.sandbox.ground.time.move(behind)
      const seen = seenOf(market.sandbox)
      if (seen === market.seen) continue
      tellNews(channel)
      if (keep(channel, market.sandbox)) market.seen = seen
    }
  }
  const begin = () => {
    looking ??= setInterval(look, LOOK_EVERY_MS).unref()
    awaitBuyer()
  }
  const buyerComes = (): number => {
    let orders = 0
    // what one wants may be sold out
    for (const { sandbox } of open.values())
      for (let tries = 0; tries < 3; tries++)
        if (sandbox.world.buy(robot!.buyers.now(now())) !== null) {
          orders++
          break
        }
    return orders
  }
  const awaitBuyer = () => {
    clearTimeout(coming)
    const everyMs = robot?.paces[book.read().pace].everyMs ?? null
    if (open.size === 0 || !robot || everyMs === null) return
    coming = setTimeout(() => {
      buyerComes()
      awaitBuyer()
    }, robot.buyers.waitMs(everyMs)).unref()
  }
  /** Opened here before: lines that the app keeps to its old port lead nowhere, so it gets another one. */
  const wereHere = new Set<ConnectedChannel>()
  const openOne = async (channel: ConnectedChannel): Promise<OpenMarket> => {
    const { openSandbox } = await import('../../sandbox/frame/sandbox.ts')
    if (!robot) {
      const { practiceBuyers: robotOf, PACES: paces } = await import('./practice-buyers.ts')
      robot = { buyers: robotOf(laptop()), paces }
    }
    const marketplace = await MARKETPLACES[channel]()
    const kept = keptSandbox(fileOf(channel), channel)
    const known = knownOf(channel)
    const isLost = known !== null && typeof kept === 'string'
    // another seed is another account with other order numbers: nothing of the new one is taken for the old one's
    const fresh = Math.max(Math.floor(now() / 1000), (known?.seed ?? 0) + 1)
    const seed = known === null || isLost ? fresh : known.seed
    const options = typeof kept === 'string' ? { seed, startAt: now() } : { seed, saved: kept, goesOnAt: now() }
    const at = (port: number) => openSandbox(marketplace, { ...options, port })
    const sandbox = await at(wereHere.has(channel) ? 0 : (known?.port ?? 0)).catch((problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'EADDRINUSE') throw problem
      return at(0)
    })
    const market = { sandbox, seen: '', lostShopId: isLost ? known.shopId : null }
    open.set(channel, market)
    wereHere.add(channel)
    know(channel, {
      seed,
      port: Number(new URL(sandbox.url).port),
      isOpen: true,
      shopId: isLost ? null : (known?.shopId ?? null),
      hasBegunAgain: isLost,
    })
    keepSandbox(fileOf(channel), sandbox.saved())
    begin()
    return market
  }
  const end = () => {
    clearInterval(looking)
    clearTimeout(coming)
    looking = undefined
    for (const [channel, { sandbox }] of open) {
      keep(channel, sandbox)
      void sandbox.close()
    }
    open.clear()
  }

  return {
    now,
    state() {
      const { pace, aheadMs } = book.read()
      return {
        now: now(),
        daysAhead: Math.round(aheadMs / DAY),
        pace,
        markets: ConnectedChannel.options.map((channel) => marketOf(channel, knownOf(channel), open.get(channel))),
      }
    },
    async open(channel) {
      const { sandbox, lostShopId } = open.get(channel) ?? (await openOne(channel))
      return { ...accessOf(sandbox), shopId: knownOf(channel)?.shopId ?? null, lostShopId }
    },
    agree(channel) {
      const address = new URL(CONSENT_RETURN)
      for (const [name, value] of Object.entries(open.get(channel)!.sandbox.world.consent()))
        if (name !== 'state') address.searchParams.set(name, value)
      return address.href
    },
    connected: (channel, shopId) => know(channel, { ...knownOf(channel)!, shopId }),
    setPace(pace) {
      change({ pace })
      awaitBuyer()
    },
    buyer: () => (robot ? buyerComes() : 0),
    passTo(moment) {
      const from = now()
      if (moment <= from) return
      for (const { sandbox } of open.values())
        for (const purchase of robot!.buyers.between(from, moment, robot!.paces[book.read().pace].aDay))
          sandbox.ground.time.at(purchase.at, { kind: 'purchase', id: '', data: purchase })
      // the book first: a marketplace that a kill left behind is led after the clock at the next start
      change({ aheadMs: book.read().aheadMs + (moment - from) })
      look()
    },
    close() {
      const { markets } = book.read()
      end()
      const closed = (known: Known | null) => known && { ...known, isOpen: false }
      change({ markets: { shopee: closed(markets.shopee), tiktok: closed(markets.tiktok) } })
    },
    onNews(tell) {
      tellNews = tell
    },
    wereOpen: () => ConnectedChannel.options.filter((channel) => knownOf(channel)?.isOpen === true),
    stop: end,
  }
}

const seenOf = ({ world, ground }: Sandbox): string => {
  const orders = world.orders()
  return `${orders.length} ${orders.reduce((last, { changedAt }) => Math.max(last, changedAt), 0)} ${ground.time.state().due}`
}

const TO_SHIP: ReadonlySet<string> = new Set(['READY_TO_SHIP', 'RETRY_SHIP', 'AWAITING_SHIPMENT', 'PARTIALLY_SHIPPING'])
const OVER: ReadonlySet<string> = new Set(['COMPLETED', 'CANCELLED'])

function marketOf(channel: ConnectedChannel, known: Known | null, market: OpenMarket | undefined): PracticeMarket {
  const statuses = market?.sandbox.world.orders().map(({ status }) => status) ?? []
  const toShip = statuses.filter((status) => TO_SHIP.has(status)).length
  const over = statuses.filter((status) => OVER.has(status)).length
  return {
    channel,
    isOpen: market !== undefined,
    shopId: known?.shopId ?? null,
    orders: { toShip, underWay: statuses.length - toShip - over, over },
    hasBegunAgain: known?.hasBegunAgain ?? false,
  }
}

function accessOf(sandbox: Sandbox): Omit<OpenedMarket, 'shopId' | 'lostShopId'> {
  const { partnerId, partnerKey, appKey, appSecret, serviceId = '' } = sandbox.access()
  return {
    appId: String(partnerId ?? appKey),
    secret: String(partnerKey ?? appSecret),
    serviceId: String(serviceId),
    address: sandbox.url,
  }
}
