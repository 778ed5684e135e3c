import type { Doors } from '../database/open.ts'
import { lastSeq } from '../orders/orders.repository.ts'
import type { RoomNeeds } from '../room-needs.ts'
import type { Settle } from '../settling/settle.ts'
import { createHandover } from './handover.ts'
import { createPackDesk } from './pack-desk.ts'
import { createPrinting } from './printing.ts'
import { createStickers } from './stickers/stickers.service.ts'

interface Needs extends RoomNeeds, Pick<Doors, 'heldState'> {
  settle: Settle
  resourcesFolder: string
}

/** The desk works with things as they are now; orders that are still coming in with others join its queue once all are in. */
export function createFulfilment({ heldState, ...rest }: Needs) {
  const upTo = async () => {
    const before = heldState()
    return before && lastSeq(before)
  }
  const needs = { ...rest, upTo }
  return {
    desk: createPackDesk(needs),
    handover: createHandover(needs),
    printing: createPrinting(needs),
    stickers: createStickers(needs),
  }
}
export type FulfilmentService = ReturnType<typeof createFulfilment>
