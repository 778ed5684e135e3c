import type { OpeningLine } from '../../../src-shared/inventory/inventory.ts'
import {
  addDays,
  type BusinessDay,
  businessDay,
  type Instant,
  startOfDay,
  type Zone,
} from '../../../src-shared/kernel/business-day.ts'
import type { Room, Tx } from '../database/open.ts'
import { type Effects, NO_EFFECTS } from '../effects.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { EffectSource, Settle } from '../settling/settle.ts'
import { requireUsual } from '../unusual-total.ts'
import { effectsOfOpening } from './opening-effects.ts'
import {
  documentsWithoutCost,
  type OpeningFilter,
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

/** From which day on sales tell what sells best. */
export const soldSince = (now: Instant, zone: Zone): BusinessDay => addDays(businessDay(now, zone), -90)

/** Stok Awal: what stood on the shelves when the books began, filled in at leisure. */
export const createOpeningStock = ({ read, write, now, settle }: RoomNeeds & { settle: Settle }) => ({
  async list(input: Omit<OpeningFilter, 'since'>) {
    const { zone } = await settingsOf(read)
    const since = soldSince(now(), zone)
    return { ...(await openingPage(read, { ...input, since })), ...(await openingProgress(read)) }
  },

  /** Replaces the lines given and leaves the others. `documentsCosted` counts documents that waited for these costs. */
  save: (lines: readonly OpeningLine[], isMeant?: boolean): Promise<SavedOpenings> =>
    write(TOUCHED_BY_OPENINGS, (tx) => saveOpenings(tx, lines, { now: now(), settle, isMeant })),
})

export const TOUCHED_BY_OPENINGS: Room[] = ['inventory', 'ledger', 'orders']

export interface SavedOpenings {
  saved: number
  documentsCosted: number
}

/** @throws TOTAL_UNUSUAL; BUNDLE_HAS_NO_STOCK and PRODUCT_NOT_FOUND of what cannot have stock. */
export async function saveOpenings(
  tx: Tx,
  lines: readonly OpeningLine[],
  { now, settle, isMeant }: { now: Instant; settle: Settle; isMeant?: boolean | undefined },
): Promise<SavedOpenings> {
  const openings = [...new Map(lines.map((line) => [line.variantId, line])).values()]
  const ids = openings.map(({ variantId }) => variantId)
  await requireShelvedGoods(tx, ids)
  const value = openings.reduce((sum, { pieces, unitCost }) => sum + (pieces ?? 0) * (unitCost ?? 0), 0)
  await requireUsual(tx, 'opening stock', value, isMeant)
  const before = await documentsWithoutCost(tx, ids)
  await replaceOpenings(tx, openings, now)
  const effects = await effectsOfOpenings(tx, ids)
  await settle(
    tx,
    ids.map((id) => ({ ref: { kind: 'opening-stock', id }, effects: effects.get(id) ?? NO_EFFECTS })),
  )
  const after = await documentsWithoutCost(tx, ids)
  return {
    saved: openings.length,
    documentsCosted: [...before].filter((document) => !after.has(document)).length,
  }
}
