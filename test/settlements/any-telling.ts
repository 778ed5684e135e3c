import fc from 'fast-check'
import { expect } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { OrderSnapshot } from '../../src-shared/orders/order.ts'
import type { SettlementStatement } from '../../src-shared/settlements/settlement-file.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aStatement } from '../builders/a-release.ts'
import { anOrder } from '../builders/an-order.ts'
import { settleOrdersAgain, trialBalance, unbalancedDays } from '../builders/books.ts'

const DAY = 24 * 3_600_000

/** What may be told of one order, by files: each knows its number only. */
const TELLINGS = {
  sent: (number: string) => [told(number).inTransit(SUNDAY).snapshot()],
  completed: (number: string) => [
    told(number)
      .inTransit(SUNDAY)
      .completed(SUNDAY + DAY)
      .snapshot(),
  ],
  returned: (number: string) => {
    const order = told(number)
      .inTransit(SUNDAY)
      .completed(SUNDAY + DAY)
      .snapshot()
    return [
      {
        ...order,
        atLeast: SUNDAY + 6 * DAY,
        atMost: SUNDAY + 6 * DAY,
        lines: order.lines.map((line) => ({ ...line, returnedPieces: 1 })),
      },
    ]
  },
  income: (number: string) => [release(number, { 'Biaya Administrasi': -20_000 })],
  finer: (number: string) => [release(number, { 'Biaya Administrasi': -14_000, 'Biaya Layanan': -6_000 })],
  adjusted: (number: string) => [
    aStatement(number, '2026-11-28', { 'Selisih Ongkos Kirim': -3_500 }, { kind: 'adjustment' }),
  ],
  refunded: (number: string) => [
    aStatement(number, '2026-11-29', { 'Jumlah Pengembalian Dana ke Pembeli': -125_000, 'Biaya Administrasi': 10_000 }),
  ],
} satisfies Record<string, (number: string) => (OrderSnapshot | SettlementStatement)[]>
type Telling = keyof typeof TELLINGS

const told = (number: string) => anOrder(number).withLine('KMJ', 2)
const release = (number: string, fees: Record<string, number>) =>
  aStatement(number, '2026-11-25', { 'Harga Asli Produk': 250_000, ...fees, 'Biaya Proses Pesanan': -1_250 })

/** `again` is told once more afterwards; `undone` is told first, and that file taken back. */
interface Step {
  telling: Telling
  how: 'once' | 'again' | 'undone'
}

const life = fc
  .uniqueArray(fc.constantFrom(...(Object.keys(TELLINGS) as Telling[])), { minLength: 1 })
  .chain((chosen) => {
    const way = fc
      .shuffledSubarray(chosen, { minLength: chosen.length })
      .chain((order) =>
        fc.tuple(
          ...order.map((telling) =>
            fc.record({ telling: fc.constant(telling), how: fc.constantFrom('once', 'again', 'undone') }),
          ),
        ),
      )
    return fc.tuple(way, way)
  })

/**
 * Order files, later ones, income files, adjustments, the same once more, files taken back in between: in whatever order they
 * come, the books end with the same balances, every day balances, settling again adds nothing, and the ladder is the books.
 */
export async function anyTelling(numRuns: number): Promise<void> {
  const { client, core, doors, clock } = await aCore()
  doors.raw.pragma('synchronous = OFF')
  const shopId = newId()
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  clock.now = SUNDAY + 10 * DAY
  await client.settings.confirmClock()
  let numbers = 0
  let files = 0
  const taken = (stated: readonly (OrderSnapshot | SettlementStatement)[]) => {
    const file = { name: `berkas ${++files}`, at: clock.now + files }
    return 'released' in stated[0]!
      ? core.takeInSettlements(shopId, { ...file, settlements: stated as SettlementStatement[] })
      : core.takeInStatements(shopId, { ...file, snapshots: stated as OrderSnapshot[] })
  }
  const takenBack = async (importId: string) => {
    for await (const _ of await client.channels.files.withdraw({ importId }));
  }

  const lived = async (steps: readonly Step[]) => {
    const number = `261121ANY${String(++numbers).padStart(5, '0')}`
    const before = trialBalance(doors)
    for (const { telling, how } of steps) {
      const stated = TELLINGS[telling](number)
      if (how === 'undone') await takenBack((await taken(stated)).importId)
      await taken(stated)
      if (how === 'again') await taken(stated)
    }
    const after = trialBalance(doors)
    const changed = Object.keys({ ...before, ...after })
      .map((account): [string, number] => [account, (after[account] ?? 0) - (before[account] ?? 0)])
      .filter(([, amount]) => amount !== 0)
    return { number, changed: Object.fromEntries(changed.sort(([a], [b]) => (a < b ? -1 : 1))) }
  }

  await fc.assert(
    fc.asyncProperty(life, async ([one, other]) => {
      const [first, second] = [await lived(one as Step[]), await lived(other as Step[])]
      expect(second.changed).toEqual(first.changed)
      const { rows } = await client.orders.list({ query: first.number, limit: 1 })
      if (rows[0]) {
        const { ladder } = await client.orders.get({ id: rows[0].id })
        const profit = Object.entries(first.changed).reduce(
          (sum, [account, amount]) => sum - (account >= '4000' && account < '9000' ? amount : 0),
          0,
        )
        if (!ladder.isEstimate) expect(ladder.profit).toBe(profit)
      }
    }),
    { numRuns },
  )
  expect(unbalancedDays(doors)).toEqual([])
  expect(await settleOrdersAgain(doors)).toEqual({ movements: 0, entries: 0 })
  expect((await client.ledger.verify()).ok).toBe(true)
}
