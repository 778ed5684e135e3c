import { addDays, businessDay, startOfDay } from '../../../src-shared/kernel/business-day.ts'
import type { Tx } from '../database/open.ts'
import type { Effects } from '../effects.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { EffectSource, Settle } from '../settling/settle.ts'
import { requireUsual } from '../unusual-total.ts'
import { effectsOfOpening } from './opening-effects.ts'
import {
  documentsWithoutCost,
  type OpeningLine,
  openingPage,
  openingProgress,
  openingsByVariants,
  replaceOpenings,
} from './opening-stock.repository.ts'
import { requireShelvedGoods } from './shelved-goods.ts'

/** How settling finds the effects of opening stock; a document's id is its variant's. */
export const effectsOfOpenings: EffectSource = async (tx, variantIds): Promise<Map<string, Effects>> => {
  const { startDay: day, zone } = await settingsOf(tx)
  const at = startOfDay(day, zone)
  const openings = await openingsByVariants(tx, variantIds)
  return new Map(openings.map((opening) => [opening.variantId, effectsOfOpening({ ...opening, day, at })]))
}

/** Stok Awal: what stood on the shelves when the books began, filled in at leisure. */
export const createOpeningStock = ({ read, write, now, settle }: RoomNeeds & { settle: Settle }) => ({
  async list(input: { query: string; cursor?: string | undefined; limit: number }) {
    const { zone } = await settingsOf(read)
    const since = addDays(businessDay(now(), zone), -90)
    return { ...(await openingPage(read, { ...input, since })), ...(await openingProgress(read)) }
  },

  /** Replaces the lines given and leaves the others. `documentsCosted` counts documents that waited for these costs. */
  save: (lines: readonly OpeningLine[], isMeant?: boolean): Promise<{ saved: number; documentsCosted: number }> =>
    write(['inventory', 'ledger', 'orders'], async (tx: Tx) => {
      const openings = [...new Map(lines.map((line) => [line.variantId, line])).values()]
      const ids = openings.map(({ variantId }) => variantId)
      await requireShelvedGoods(tx, ids)
      const value = openings.reduce((sum, { pieces, unitCost }) => sum + pieces * (unitCost ?? 0), 0)
      await requireUsual(tx, 'opening stock', value, isMeant)
      const before = await documentsWithoutCost(tx, ids)
      await replaceOpenings(tx, openings, now())
      const effects = await effectsOfOpenings(tx, ids)
      await settle(
        tx,
        [...effects].map(([id, effects]) => ({ ref: { kind: 'opening-stock', id }, effects })),
      )
      const after = await documentsWithoutCost(tx, ids)
      return {
        saved: openings.length,
        documentsCosted: [...before].filter((document) => !after.has(document)).length,
      }
    }),
})
