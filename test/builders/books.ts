import type { Doors } from '../../src-main/core/database/open.ts'
import { effectsOfOpening } from '../../src-main/core/inventory/opening-effects.ts'
import { effectsOfOrders } from '../../src-main/core/orders/settle-orders.ts'
import { createSettle, type EffectSource } from '../../src-main/core/settling/settle.ts'
import { SUNDAY } from './a-core.ts'

const none: EffectSource = async () => new Map()
const { settle, settleAgain } = createSettle(
  {
    order: effectsOfOrders,
    purchase: none,
    'stock-adjustment': none,
    'opening-stock': none,
    'opening-balance': none,
    'wallet-line': async () => new Map(),
    'cash-record': none,
    settlement: none,
  },
  () => SUNDAY,
)

/** Goods on the shelf when the books began. */
export const openingStock = (doors: Doors, variantId: string, pieces: number, unitCost: number) =>
  doors.write(['inventory'], async (tx) => {
    await tx
      .insertInto('opening_stock')
      .values({ variant_id: variantId, pieces, unit_cost: unitCost, actor: 'owner', updated_at: SUNDAY })
      .onConflict((conflict) => conflict.column('variant_id').doUpdateSet({ pieces, unit_cost: unitCost }))
      .execute()
    return settle(tx, [
      {
        ref: { kind: 'opening-stock', id: variantId },
        effects: effectsOfOpening({ variantId, sku: variantId, pieces, unitCost, day: '2026-11-01', at: 0 }),
      },
    ])
  })

/** What settling every order once more appends: nothing, if the ledgers already say what the orders say. */
export const settleOrdersAgain = (doors: Doors) =>
  doors.write(['orders'], async (tx) => {
    const orders = await tx.selectFrom('sales_order').select('id').orderBy('seq').execute()
    const { movements, entries } = await settleAgain(
      tx,
      orders.map(({ id }) => ({ kind: 'order', id })),
    )
    return { movements, entries }
  })

export interface Level {
  onHand: number
  reserved: number
  value: number
}

export const levelOf = (doors: Doors, variantId: string) =>
  doors.raw
    .prepare('SELECT on_hand AS onHand, reserved, value FROM stock_level WHERE variant_id = ?')
    .get(variantId) as Level

/** Debit positive. */
export const balanceOf = (doors: Doors, account: string) =>
  doors.raw
    .prepare('SELECT coalesce(sum(debit - credit), 0) FROM account_day WHERE account = ?')
    .pluck()
    .get(account) as number

/** Accounts that do not stand at nothing, by code. */
export const trialBalance = (doors: Doors): Record<string, number> =>
  Object.fromEntries(
    doors.raw
      .prepare(
        'SELECT account, sum(debit - credit) AS balance FROM account_day GROUP BY account HAVING balance <> 0 ORDER BY account',
      )
      .raw()
      .all() as [string, number][],
  )

/** Days on which debits and credits of a book differ. */
export const unbalancedDays = (doors: Doors): string[] =>
  doors.raw
    .prepare('SELECT book || day FROM account_day GROUP BY book, day HAVING sum(debit) <> sum(credit)')
    .pluck()
    .all() as string[]
