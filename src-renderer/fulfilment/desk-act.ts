import { createDesk } from '../../src-shared/fulfilment/desk-act.ts'
import { newId } from '../../src-shared/kernel/ids.ts'

/** A window that is loaded again is the same desk: what it had open is still its own. */
function deskOfWindow(): string {
  const desk = sessionStorage.getItem('lumbung.desk') ?? newId()
  sessionStorage.setItem('lumbung.desk', desk)
  return desk
}

/** Names the acts of this window: a scan that is sent twice counts once, and a parcel open here is closed to other windows. */
export const deskAct = createDesk(deskOfWindow())
