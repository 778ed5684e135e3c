import { z } from 'zod'
import { Id, newId } from '../kernel/ids.ts'

/**
 * Which act this is, and at which desk (a window, a station) it is done. An act sent twice is done once; the parcel that
 * lies open at one desk is closed to the others. A script that works alone and never sends twice may leave it out.
 */
export const DeskAct = z.object({ id: Id, desk: Id })
export type DeskAct = z.infer<typeof DeskAct>

/** Names the acts of one desk, one after another. */
export function createDesk(desk: Id = newId()): () => DeskAct {
  return () => ({ id: newId(), desk })
}
