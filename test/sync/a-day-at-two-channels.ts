import type { Connector } from '../../src-main/core/channels/connectors/connector.ts'
import { ChannelTrouble } from '../../src-main/core/channels/connectors/trouble.ts'
import { type DayKind, dayOf } from '../../src-main/sandbox/frame/buyer-robot.ts'
import { FAULT_KINDS, type Fault } from '../../src-main/sandbox/frame/faults.ts'
import { aCore } from '../builders/a-core.ts'
import { bothSandboxes, connectedTo, hasty, withGoodsOf } from '../builders/at-both-sandboxes.ts'
import { meaningOf } from '../builders/shop-digest.ts'
import type { SandboxWorld } from '../channels/connectors/sandboxed.ts'

const HOUR = 3_600_000

/**
 * Where the faults strike: lists and details of orders, money and returns. Not where tokens are given: a refresh whose answer is lost
 * needs its owner (that is said, and has a test of its own).
 */
const PATHS: Record<SandboxWorld['connector']['channel'], readonly string[]> = {
  shopee: ['/order/', '/payment/', '/returns/', '/logistics/'],
  tiktok: ['/order/', '/finance/', '/return_refund/', '/fulfillment/'],
}
/** A share of one in twenty each; what takes long in the world takes milliseconds here. */
const faultsOf = (paths: readonly string[]): Fault[] =>
  FAULT_KINDS.flatMap((kind) =>
    paths.map((path) => ({ kind, share: 0.05, path, ...(SLOW.has(kind) ? { ms: 2 } : {}) })),
  )
const NO_LINE: Fault[] = [{ kind: 'reset', share: 1 }]
const SLOW = new Set(['slow', 'slowDrip', 'timeout'])

/** Two laptops with one consent: a channel trades each token once, and what it gave is told to both. */
function withOneConsent(connector: Connector): Connector {
  let granted: ReturnType<Connector['grant']> | null = null
  const traded = new Map<string, ReturnType<Connector['refresh']>>()
  return {
    ...hasty(connector),
    grant(...asked) {
      granted ??= connector.grant(...asked)
      return granted
    },
    refresh(app, held, line) {
      const pair = traded.get(held.refresh) ?? connector.refresh(app, held, line)
      traded.set(held.refresh, pair)
      pair.catch(() => traded.delete(held.refresh))
      return pair
    },
  }
}

/** A shop of its own that reads the same two channels. */
async function aFollower(worlds: readonly SandboxWorld[], connectors: readonly Connector[]) {
  const { client, clock, core, doors } = await aCore({
    now: worlds[0]!.now(),
    connectors: Object.fromEntries(connectors.map((connector) => [connector.channel, async () => connector])),
  })
  await withGoodsOf(client, worlds)
  const shopIds: string[] = []
  for (const world of worlds) shopIds.push(await connectedTo(client, world))
  await core.sync.idle()
  return {
    core,
    shopIds,
    async round(alsoCompare = false) {
      clock.now = worlds[0]!.now()
      await client.sync.now({ shopId: null, alsoCompare })
      await core.sync.idle()
    },
    async meaning() {
      await client.catalog.listings.mapCertain()
      return meaningOf(doors.raw)
    },
    health: () => client.sync.connections(),
  }
}

export interface WantedDay {
  seed: number
  /** Of both channels together. */
  orders: number
  /** How often the laptops ask during the day. */
  hoursBetween: number
  kind?: DayKind
  /** From the beginning of the day so long nothing at all reaches the troubled laptop, which asks all the same. */
  offlineHours?: number
}

export interface DayFollowed {
  /** What stands after one sweep in the shop that met every fault, and in the one that met none. */
  troubled: unknown[][]
  calm: unknown[][]
  orders: number
  /** How often something went wrong. */
  struck: number
  /** Still not understood, and broken connections, in the troubled shop. */
  left: number
}

/**
 * One seller sells at two channels for a day, sends everything in the evening, and is followed for four days by two laptops that ask at
 * the same moments: one whose every twentieth call meets a fault of each kind, and one that meets none.
 */
export async function aDayFollowed({
  seed,
  orders,
  hoursBetween,
  kind = 'normal',
  offlineHours = 0,
}: WantedDay): Promise<DayFollowed> {
  const worlds = Object.values(await bothSandboxes()) as SandboxWorld[]
  const begin = worlds[0]!.now()
  const purchases = dayOf({ kind, from: begin, seed, orders: Math.ceil(orders / worlds.length) })
  for (const { sandbox } of worlds)
    for (const purchase of purchases) sandbox.ground.time.at(purchase.at, { kind: 'purchase', id: '', data: purchase })
  const isOffline = () => worlds[0]!.now() - begin <= offlineHours * HOUR
  const strike = (isBad: boolean) => {
    for (const { sandbox, connector } of worlds) {
      const bad = isOffline() ? NO_LINE : faultsOf(PATHS[connector.channel])
      sandbox.ground.faults.set(isBad ? bad : [])
    }
  }
  const connectors = worlds.map(({ connector }) => withOneConsent(connector))
  const [calm, troubled] = [await aFollower(worlds, connectors), await aFollower(worlds, connectors)]
  const hour = async (hours: number, alsoCompare = false) => {
    for (const world of worlds) await world.move(hours * HOUR)
    await calm.round(alsoCompare)
    strike(true)
    await troubled.round(alsoCompare)
    strike(false)
  }
  for (let passed = 0; passed < 25; passed += hoursBetween) await hour(hoursBetween)
  await sendEverything(worlds, calm)
  for (let each = 0; each < 4; each++) await hour(24, each % 2 === 0)
  for (const world of worlds) await world.move(HOUR)
  await calm.round(true)
  await troubled.round(true)
  const struck = worlds
    .flatMap(({ sandbox }) => Object.values(sandbox.ground.faults.struck()))
    .reduce((sum, times) => sum + times, 0)
  const health = await troubled.health()
  return {
    troubled: await troubled.meaning(),
    calm: await calm.meaning(),
    orders: worlds.reduce((sum, { sandbox }) => sum + sandbox.world.orders().length, 0),
    struck,
    left: health.reduce((sum, each) => sum + each.waiting + each.unreadable + (each.state === 'connected' ? 0 : 1), 0),
  }
}

/** The seller's own hands: every order that was paid gets a courier. */
export async function sendEverything(
  worlds: readonly SandboxWorld[],
  { core, shopIds }: Pick<Awaited<ReturnType<typeof aFollower>>, 'core' | 'shopIds'>,
): Promise<void> {
  for (const [index, world] of worlds.entries()) {
    const visit = (await core.sync.visit(shopIds[index]!))!
    for (const { id } of world.sandbox.world.orders()) {
      const parcel = { orderNumber: id, packageId: '' }
      try {
        const { pickup, dropOff } = await visit.ask((shop) => shop.shipmentChoices(parcel))
        const [address] = pickup
        const choice = address
          ? { way: 'pickup' as const, addressId: address.addressId, slotId: address.slots[0]?.id ?? '' }
          : { way: 'drop-off' as const, branchId: dropOff.branches[0]?.id ?? '' }
        await visit.ask((shop) => shop.arrangeShipment(parcel, choice))
      } catch (problem) {
        // not paid, or cancelled: nobody sends it
        if (!(problem instanceof ChannelTrouble)) throw problem
      }
    }
  }
}
