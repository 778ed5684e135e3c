import type { RoomNeeds } from '../room-needs.ts'
import type { Settle } from '../settling/settle.ts'
import { createHandover } from './handover.ts'
import { createPackDesk } from './pack-desk.ts'
import { createPrinting } from './printing.ts'
import { createStickers } from './stickers/stickers.service.ts'

export const createFulfilment = (needs: RoomNeeds & { settle: Settle; resourcesFolder: string }) => ({
  desk: createPackDesk(needs),
  handover: createHandover(needs),
  printing: createPrinting(needs),
  stickers: createStickers(needs),
})
export type FulfilmentService = ReturnType<typeof createFulfilment>
