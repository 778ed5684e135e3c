import { createDesk } from '../../src-shared/fulfilment/desk-act.ts'

/** Names the acts of this window: a scan that is sent twice counts once, and a parcel open here is closed to other windows. */
export const deskAct = createDesk()
