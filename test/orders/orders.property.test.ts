import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Core } from '../../src-main/core/core.ts'
import type { Doors } from '../../src-main/core/database/open.ts'
import type { OrderSnapshot } from '../../src-shared/orders/order.ts'
import { aLife, type Life, statementsOf } from '../builders/a-life.ts'
import { aPackingDesk, GOODS, type Sku } from '../builders/a-packing-desk.ts'
import { openingStock, settleOrdersAgain, unbalancedDays } from '../builders/books.ts'
import { copiesOf } from '../builders/copies-of.ts'

/** A property opens some hundred shops; a busy machine needs the time. */
const PATIENCE = 240_000

/** Orders on the same shelves: at most so many that nobody waits for goods. */
const lives = (most: number) =>
  fc.array(aLife([...Object.keys(GOODS), 'SET-LUK-TRT']), { minLength: 1, maxLength: most })

/** Which order, and which of the statements about it. */
type Place = [order: number, statement: number]
const places = (of: readonly Life[], from = 0): Place[] =>
  of.flatMap(({ path }, order) => path.slice(from).map((_, at): Place => [order, at + from]))

/** Statements in any order: some several times, some left out at first, all of them told in the end. */
const inAnyOrder = (all: readonly Place[]): fc.Arbitrary<Place[]> =>
  all.length === 0
    ? fc.constant([])
    : fc
        .tuple(
          fc.array(fc.constantFrom(...all), { maxLength: 12 }),
          fc.shuffledSubarray([...all], { minLength: all.length }),
        )
        .map(([hearsay, everything]) => [...hearsay, ...everything])

const said = (of: readonly Life[], [order, at]: Place): OrderSnapshot =>
  statementsOf(of[order]!, `ORDER-${order + 1}`)[at]!

const batchSizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 })

async function tell(core: Core, shopId: string, statements: readonly OrderSnapshot[], sizes: readonly number[]) {
  for (let start = 0, batch = 0; start < statements.length; batch++) {
    const size = sizes[batch % sizes.length]!
    await core.takeIn(shopId, statements.slice(start, start + size), 'pesanan.xlsx')
    start += size
  }
}

/** All that stands in the end: every shelf, every promise, every account on every day, every order and every kept total. */
function endState(doors: Doors) {
  const all = (query: string) => doors.raw.prepare(query).raw().all()
  return {
    levels: all('SELECT variant_id, on_hand, reserved, costed, value FROM stock_level ORDER BY variant_id'),
    reservations: all(
      `SELECT number, variant_id, sum(r.pieces) FROM reservation r JOIN sales_order o ON o.id = r.document_id
       GROUP BY number, variant_id ORDER BY number, variant_id`,
    ),
    balances: all(
      'SELECT book, account, day, debit - credit AS net FROM account_day WHERE net <> 0 ORDER BY book, account, day',
    ),
    waiting: all(
      `SELECT number, w.variant_id, sum(w.pieces) FROM uncosted_issue w JOIN sales_order o ON o.id = w.document_id
       GROUP BY number, w.variant_id ORDER BY number, w.variant_id`,
    ),
    orders: all(
      `SELECT number, state, channel_state, statements ->> 'newest' AS newest, placed_at, paid_at, arranged_at, shipped_at, delivered_at, completed_at,
         cancelled_at, is_history, pieces, gross_sales, seller_cuts, unmapped_lines FROM sales_order ORDER BY number`,
    ),
    totals: all(
      'SELECT tab, state, channel, orders, pieces, gross_sales FROM order_tab_total JOIN shop ON shop.id = shop_id WHERE orders > 0 ORDER BY 1, 2, 3',
    ),
    salesByDay: all(
      'SELECT day, channel, orders, pieces, gross_sales, seller_cuts FROM sales_day JOIN shop ON shop.id = shop_id WHERE orders > 0 ORDER BY 1, 2',
    ),
  }
}

/** What must hold after any history. */
async function expectSoundBooks(doors: Doors) {
  expect(unbalancedDays(doors)).toEqual([])
  expect(await settleOrdersAgain(doors)).toEqual({ movements: 0, entries: 0 })
}

async function shelve(doors: Doors, ids: Record<Sku, string>) {
  for (const [sku, { cost }] of Object.entries(GOODS)) await openingStock(doors, ids[sku as Sku], 500, cost)
}

test(
  'whatever order statements come in, however often, and whenever the goods were counted: the end is the same',
  async () => {
    const { doors, ids, shopId } = await aPackingDesk({ pieces: 0 })
    const inACopy = copiesOf(doors)
    await fc.assert(
      fc.asyncProperty(
        lives(5).chain((of) => fc.tuple(fc.constant(of), inAnyOrder(places(of)))),
        batchSizes,
        fc.nat(20),
        async ([of, heard], sizes, countedAfter) => {
          const asItHappened = await inACopy(async ({ core, doors }) => {
            await shelve(doors, ids)
            for (const place of places(of)) await core.takeIn(shopId, [said(of, place)], 'pesanan.xlsx')
            await expectSoundBooks(doors)
            return endState(doors)
          })
          const statements = heard.map((place) => said(of, place))
          await inACopy(async ({ core, doors }) => {
            await tell(core, shopId, statements.slice(0, countedAfter), sizes)
            await shelve(doors, ids)
            await tell(core, shopId, statements.slice(countedAfter), sizes)
            expect(endState(doors)).toEqual(asItHappened)
            await expectSoundBooks(doors)
          })
        },
      ),
      { numRuns: 60 },
    )
  },
  PATIENCE,
)

test(
  'what was packed and handed over here stands, and whatever the channel says afterwards ends the same',
  async () => {
    const desk = await aPackingDesk({ pieces: 0 })
    await shelve(desk.doors, desk.ids)
    const inACopy = copiesOf(desk.doors)
    await fc.assert(
      fc.asyncProperty(
        lives(3).chain((of) => fc.tuple(fc.constant(of), inAnyOrder(places(of, 1)))),
        fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        batchSizes,
        async ([of, heard], isHandedOver, sizes) => {
          const ends = []
          for (const later of [places(of, 1), heard])
            ends.push(
              await inACopy(async ({ core, client, doors }) => {
                for (const order of of.keys()) {
                  const first: OrderSnapshot = { ...said(of, [order, 0]), state: 'arranged' }
                  await core.takeIn(desk.shopId, [first], 'pesanan.xlsx')
                  const { parcel } = await client.fulfilment.scan({ code: first.number, parcelId: null })
                  const { orderId, items } = parcel!
                  for (const { key, pieces } of items)
                    for (let piece = 0; piece < pieces; piece++)
                      await client.fulfilment.confirmPiece({ parcelId: orderId, key })
                  await client.fulfilment.pack({ parcelId: orderId })
                  if (isHandedOver[order]) await client.fulfilment.handover.finish({ parcelIds: [orderId] })
                }
                await tell(
                  core,
                  desk.shopId,
                  later.map((place) => said(of, place)),
                  sizes,
                )
                await expectSoundBooks(doors)
                const acts = doors.raw
                  .prepare(
                    `SELECT packed_at IS NOT NULL, handed_over_at IS NOT NULL FROM parcel
                     JOIN sales_order o ON o.id = order_id ORDER BY o.number`,
                  )
                  .raw()
                expect(acts.all()).toEqual(of.map((_, order) => [1, isHandedOver[order] ? 1 : 0]))
                return endState(doors)
              }),
            )
          expect(ends[1]).toEqual(ends[0])
        },
      ),
      { numRuns: 20 },
    )
  },
  PATIENCE,
)

test(
  'acts at the desk between any two statements never unbalance a day or leave a promise behind',
  async () => {
    const desk = await aPackingDesk({ pieces: 0 })
    await shelve(desk.doors, desk.ids)
    const inACopy = copiesOf(desk.doors)
    const act = fc.constantFrom('pack', 'hand over', 'hold', 'release', 'set aside', 'nothing')
    await fc.assert(
      fc.asyncProperty(
        lives(4).chain((of) => fc.tuple(fc.constant(of), inAnyOrder(places(of)))),
        fc.array(act, { minLength: 8, maxLength: 8 }),
        async ([of, heard], acts) => {
          await inACopy(async ({ core, client, doors }) => {
            for (const [at, place] of heard.entries()) {
              const statement = said(of, place)
              await core.takeIn(desk.shopId, [statement], 'pesanan.xlsx')
              const { parcel } = await client.fulfilment.scan({ code: statement.number, parcelId: null })
              const { orderId, items } = parcel!
              const perform = {
                pack: async () => {
                  for (const { key, pieces, scanned } of items)
                    for (let piece = scanned; piece < pieces; piece++)
                      await client.fulfilment.confirmPiece({ parcelId: orderId, key })
                  await client.fulfilment.pack({ parcelId: orderId })
                },
                'hand over': () => client.fulfilment.handover.finish({ parcelIds: [orderId] }),
                hold: () => client.fulfilment.hold({ orderIds: [orderId], reason: 'Tunggu stok' }),
                release: () => client.fulfilment.release({ orderIds: [orderId] }),
                'set aside': () => client.fulfilment.setAside({ parcelId: orderId }),
                nothing: async () => undefined,
              }
              // a refusal is an answer too: what must hold is that the books stay sound
              await perform[acts[at % acts.length]!]().catch(({ code }) =>
                expect(code).toMatch(/^(ORDER|GOODS|PARCEL)_/),
              )
            }
            await expectSoundBooks(doors)
            const { levels, reservations } = endState(doors) as Record<string, [string, ...number[]][]>
            const promised = Map.groupBy(reservations!, ([, variantId]) => variantId)
            for (const [variantId, , reserved] of levels!)
              expect(reserved).toBe(
                (promised.get(variantId as never) ?? []).reduce((sum, [, , pieces]) => sum + pieces!, 0),
              )
          })
        },
      ),
      { numRuns: 20 },
    )
  },
  PATIENCE,
)

test(
  'the same file taken in twice changes nothing, and neither do the same orders in a newer file',
  async () => {
    const desk = await aPackingDesk()
    const inACopy = copiesOf(desk.doors)
    await fc.assert(
      fc.asyncProperty(lives(5), async (of) => {
        const file = of.map((life, order) => statementsOf(life, `ORDER-${order + 1}`).at(-1)!)
        await inACopy(async ({ core, doors }) => {
          const rows = () =>
            doors.raw
              .prepare(
                'SELECT (SELECT count(*) FROM entry), (SELECT count(*) FROM stock_movement), (SELECT count(*) FROM order_event)',
              )
              .raw()
              .get()
          await core.takeIn(desk.shopId, file, 'pesanan.xlsx')
          const [once, counted] = [endState(doors), rows()]
          const again = await core.takeIn(desk.shopId, file, 'pesanan.xlsx')
          expect(again.map(({ what }) => what)).toEqual(file.map(() => 'unchanged'))
          expect(endState(doors)).toEqual(once)
          expect(rows()).toEqual(counted)

          const tomorrow = file.map((statement) => ({
            ...statement,
            atLeast: statement.atLeast + 24 * 3_600_000,
            atMost: statement.atLeast + 24 * 3_600_000,
          }))
          await core.takeIn(desk.shopId, tomorrow, 'pesanan-besok.xlsx')
          expect(rows()).toEqual(counted)
          await expectSoundBooks(doors)
        })
      }),
      { numRuns: 20 },
    )
  },
  PATIENCE,
)
