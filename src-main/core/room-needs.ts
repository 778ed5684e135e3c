import type { Instant } from '../../src-shared/kernel/business-day.ts'
import type { Doors } from './database/open.ts'

/** What every room needs; a room's factory takes this plus the steps of rooms above it. */
export interface RoomNeeds extends Pick<Doors, 'read' | 'write' | 'rehearse'> {
  now: () => Instant
}
