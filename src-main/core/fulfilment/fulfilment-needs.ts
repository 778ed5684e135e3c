import type { RoomNeeds } from '../room-needs.ts'
import type { Settle } from '../settling/settle.ts'
import type { UpTo } from './fulfilment.repository.ts'

export interface FulfilmentNeeds extends RoomNeeds {
  settle: Settle
  /** Which orders of marketplaces are worked on here. */
  upTo: () => Promise<UpTo>
}
