import fc from 'fast-check'
import type { ChannelState, OrderSnapshot } from '../../src-shared/orders/order.ts'
import type { aCore } from './a-core.ts'
import { SUNDAY } from './a-core.ts'
import { aProduct, aShop, aVariant } from './a-product.ts'
import { anOrder } from './an-order.ts'
import { openingStock } from './books.ts'

/**
 * A history of two orders with everything that happens to it: what the channel states and when each statement arrives, what
 * people do and when. Whatever people do has its own moment; a statement may arrive at any time after it was made.
 */
export interface History {
  /** Goods that the channel calls by our code. */
  coded: readonly What[]
  orders: readonly OrderLife[]
  acts: readonly Act[]
  /** When each statement arrives in the one world and in the other: hours after it was made. */
  delays: readonly (readonly [number, number])[]
}

interface OrderLife {
  goods: readonly { what: What; pieces: number }[]
  statements: readonly StatementOf[]
  handOver: boolean
}

interface StatementOf {
  state: ChannelState
  /** How many hours before it was made it is only known to have been true. */
  slack: number
  /** One of two names of its product, or `anew` its product, variation and code at once. */
  name: 0 | 1 | 'anew'
  hasIds: boolean
  returned: 0 | 1
  isSilent: boolean
  /** Its file says that it was made before what it tells of. */
  isWronglyDated: boolean
}

type Act = { at: number; what: What } & (
  | { do: 'map'; to: 'shirt' | 'scarf' | 'set' }
  | { do: 'unmap' }
  | { do: 'remake' }
)

type What = 'shirt' | 'set'
const PRICE = { shirt: 125_000, set: 200_000 } as const
const STEP = 10
const HOUR = 3_600_000
const COST = 10_000

const states: ChannelState[] = [
  'to_arrange',
  'arranged',
  'cancel_requested',
  'in_transit',
  'delivery_failed',
  'delivered',
  'completed',
  'return_open',
  'returned',
  'cancelled',
]

const statement: fc.Arbitrary<StatementOf> = fc.record({
  state: fc.constantFrom(...states),
  slack: fc.integer({ min: 0, max: 25 }),
  name: fc.constantFrom<StatementOf['name']>(0, 1, 'anew'),
  hasIds: fc.boolean(),
  returned: fc.constantFrom(0, 1),
  isSilent: fc.boolean(),
  isWronglyDated: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
})

const life: fc.Arbitrary<OrderLife> = fc.record({
  goods: fc.uniqueArray(
    fc.record({
      what: fc.constantFrom<What>('shirt', 'set'),
      pieces: fc.constantFrom(1, 2),
    }),
    { minLength: 1, maxLength: 2, selector: ({ what }) => what },
  ),
  statements: fc.array(statement, { minLength: 1, maxLength: 5 }),
  handOver: fc.boolean(),
})

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    do: fc.constant('map' as const),
    to: fc.constantFrom('shirt' as const, 'scarf' as const, 'set' as const),
    at: fc.integer({ min: 1, max: 80 }),
    what: fc.constantFrom<What>('shirt', 'set'),
  }),
  fc.record({
    do: fc.constant('unmap' as const),
    at: fc.integer({ min: 1, max: 80 }),
    what: fc.constantFrom<What>('shirt', 'set'),
  }),
  fc.record({
    do: fc.constant('remake' as const),
    at: fc.integer({ min: 1, max: 80 }),
    what: fc.constant<What>('set'),
  }),
)

const delay = fc.integer({ min: 0, max: 90 })
const MOST_STATEMENTS = 10

export const aHistory: fc.Arbitrary<History> = fc.record({
  coded: fc.uniqueArray(fc.constantFrom<What>('shirt', 'set')),
  orders: fc.array(life, { minLength: 1, maxLength: 2 }),
  acts: fc.array(act, { maxLength: 4 }),
  delays: fc.array(fc.tuple(delay, delay), { minLength: MOST_STATEMENTS, maxLength: MOST_STATEMENTS }),
})

type Core = Awaited<ReturnType<typeof aCore>>

interface Happening {
  at: number
  /** Statements arrive before people act in the same hour. */
  rank: number
  run: () => Promise<unknown>
}

let worlds = 0

/** Two shops in one file that live through the same history, each hearing of it in its own order, hour by hour together. */
export async function liveThrough(core: Core, history: History) {
  const start = SUNDAY + ++worlds * 200 * HOUR
  core.clock.now = start - 2 * HOUR
  await core.client.settings.confirmClock()
  const both = [await aWorld(core, `${worlds}A`), await aWorld(core, `${worlds}B`)] as const
  const happenings = both
    .flatMap((world, which) => happeningsOf(core, world, history, start, which as 0 | 1))
    .sort((a, b) => a.at - b.at || a.rank - b.rank)
  for (const { at, run } of happenings) {
    core.clock.now = start + at * HOUR
    await run()
  }
  return both.map((world) => digest(core, world, start))
}

type World = Awaited<ReturnType<typeof aWorld>>

async function aWorld({ client, doors }: Core, name: string) {
  const code = (what: string) => `${what}-${name}`
  const [shirt, scarf] = ['shirt', 'scarf'].map((what) => aVariant({ sku: code(what) }))
  const components = [
    { variantId: shirt!.id, pieces: 1 },
    { variantId: scarf!.id, pieces: 1 },
  ]
  const set = aProduct({ name: code('Set'), variants: [aVariant({ sku: code('set'), components })] })
  for (const variant of [shirt!, scarf!]) {
    await client.catalog.products.save(aProduct({ name: variant.sku, variants: [variant] }))
    await openingStock(doors, variant.id, 30, COST)
  }
  await client.catalog.products.save(set)
  const shopId = aShop(doors, 'shopee', name)
  return { name, shopId, code, set, ids: { shirt: shirt!.id, scarf: scarf!.id, set: set.variants[0]!.id } }
}

function happeningsOf(core: Core, world: World, history: History, start: number, which: 0 | 1): Happening[] {
  const number = (order: number) => `${world.name}-${order}`
  let told = 0
  const arrivals = history.orders.flatMap((order, at) =>
    order.statements.map((_, step): Happening => {
      const [made, late] = [step * STEP, history.delays[told++ % MOST_STATEMENTS]![which]]
      const isFirst = step === 0
      return {
        at: isFirst ? 0 : made + late,
        rank: isFirst ? at : 10 + ((made * 7 + late * (which + 3)) % 50),
        run: () =>
          core.core.takeIn(
            world.shopId,
            [snapshotOf(world, number(at), order, step, { start, coded: history.coded })],
            'pesanan.xlsx',
          ),
      }
    }),
  )
  const handOvers = history.orders.flatMap(({ handOver }, at): Happening[] =>
    handOver ? [{ at: 0.5, rank: at, run: () => packAndHandOver(core, number(at)) }] : [],
  )
  const acts = history.acts.map(
    (each): Happening => ({ at: each.at + 0.5, rank: 100, run: () => perform(core, world, each) }),
  )
  return [...arrivals, ...handOvers, ...acts]
}

function snapshotOf(
  world: World,
  number: string,
  order: OrderLife,
  step: number,
  { start, coded }: { start: number; coded: readonly What[] },
): OrderSnapshot {
  const { state, slack, name, hasIds, returned, isSilent, isWronglyDated } = order.statements[step]!
  const made = start + step * STEP * HOUR
  const isFirst = step === 0
  const isAnew = !isFirst && name === 'anew'
  const shown = order.goods.reduce(
    (told, { what, pieces }) =>
      told.withLine(coded.includes(what) && !isAnew ? world.code(what) : '', pieces, {
        productName: `${what} ${isFirst ? 0 : name}`,
        variationName: isAnew ? `${what} lain` : what,
        price: PRICE[what],
        returnedPieces: isFirst ? 0 : Math.min(returned, pieces),
        ...(hasIds && !isFirst ? { itemId: what, modelId: '1' } : {}),
      }),
    anOrder(number),
  )
  const silent = isSilent && !isFirst
  const since = (...reached: ChannelState[]) => {
    const at = order.statements.findIndex((each, at) => at > 0 && at <= step && reached.includes(each.state))
    return silent || at === -1 ? null : start + (at * STEP - 1) * HOUR
  }
  return shown
    .with({
      state: isFirst ? 'arranged' : state,
      rawStatus: state,
      atLeast: made - slack * HOUR,
      atMost: isWronglyDated ? 0 : made,
      placedAt: start - HOUR,
      paidAt: start - HOUR,
      arrangedAt: silent ? null : start - HOUR,
      shippedAt: since('in_transit', 'delivery_failed'),
      deliveredAt: since('delivered'),
      completedAt: since('completed'),
      cancelledAt: since('cancelled'),
      trackingNumber: '',
    })
    .snapshot()
}

async function packAndHandOver({ client }: Core, number: string) {
  const { parcel } = await client.fulfilment.scan({ code: number, parcelId: null })
  const { parcelId, items } = parcel!
  for (const { key, pieces } of items)
    for (let piece = 0; piece < pieces; piece++) await client.fulfilment.confirmPiece({ parcelId, key })
  await client.fulfilment.pack({ parcelId })
  await client.fulfilment.handover.finish({ parcelIds: [parcelId] })
}

async function perform({ client, doors }: Core, world: World, each: Act) {
  if (each.do === 'remake') {
    const twoScarves = [{ variantId: world.ids.scarf, pieces: 2 }]
    const stored = await client.catalog.products.get({ id: world.set.id })
    const isRemade = stored.variants[0]!.components.length === 1
    const components = isRemade ? world.set.variants[0]!.components : twoScarves
    await client.catalog.products.save({ ...world.set, variants: [{ ...world.set.variants[0]!, components }] })
    return
  }
  const listingId = doors.raw
    .prepare('SELECT listing_id FROM listing_alias WHERE shop_id = ? AND product_name = ?')
    .pluck()
    .get(world.shopId, `${each.what} 0`) as string | undefined
  if (!listingId) return
  const variantId = each.do === 'map' ? world.ids[each.to] : null
  await client.catalog.listings.map({ mappings: [{ listingId, variantId }] })
}

/** What stands in the end: every shelf, every promise and every account on every day. */
function digest({ doors }: Core, { shopId, ids }: World, start: number) {
  const orders = doors.raw.prepare('SELECT id FROM sales_order WHERE shop_id = ?').pluck().all(shopId) as string[]
  const all = (query: string) => doors.raw.prepare(query).raw().all(JSON.stringify(orders)) as [string, ...unknown[]][]
  const goods = new Map<unknown, string>(Object.entries(ids).map(([what, id]) => [id, what]))
  const levels = Object.entries(ids).map(([what, id]) => [
    what,
    doors.raw.prepare('SELECT on_hand, reserved, costed, value FROM stock_level WHERE variant_id = ?').raw().get(id) ??
      [],
  ])
  return {
    levels,
    reservations: all(
      `SELECT variant_id, sum(pieces) FROM reservation WHERE document_kind = 'order'
       AND document_id IN (SELECT value FROM json_each(?)) GROUP BY variant_id`,
    )
      .map(([id, pieces]) => [goods.get(id), pieces])
      .sort(),
    balances: all(
      `SELECT account, e.day, sum(amount) AS net FROM entry e JOIN posting p ON p.entry_id = e.id
       WHERE document_kind = 'order' AND document_id IN (SELECT value FROM json_each(?))
       GROUP BY account, e.day HAVING net <> 0 ORDER BY account, e.day`,
    ),
    orders: all(
      `SELECT substr(number, instr(number, '-')), state, channel_state, shipped_at - ${start}, completed_at - ${start},
         left_at - ${start}, pieces, gross_sales, unmapped_lines FROM sales_order
       WHERE id IN (SELECT value FROM json_each(?)) ORDER BY number`,
    ),
  }
}
