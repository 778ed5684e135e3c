import { z } from 'zod'

const Text = z.string().nullish()

/** What a unit says of itself: its state in the words of the order's status, and its parcel with the state of that. */
export const UnitPlace = z.looseObject({ display_status: Text, package_status: Text, package_id: Text })

type UnitStates = Pick<z.infer<typeof UnitPlace>, 'display_status' | 'package_status'>

const CALLED_OFF = /^CANCEL(LED)?$/

/** A parcel may be called off while its goods are still to be sent; of the goods it speaks only where they say nothing. */
const isCalledOff = ({ display_status, package_status }: UnitStates) =>
  CALLED_OFF.test(display_status || package_status || '')

/**
 * What is still to be sent of an order that goes on: it is CANCELLED only once all of its units are (Partner Center, order
 * overview, 2026-11). Of one that is over, all that was bought.
 */
export function keptUnits<Unit extends UnitStates>(order: { status: string; line_items: readonly Unit[] }): Unit[] {
  const kept = order.line_items.filter((unit) => !isCalledOff(unit))
  return CALLED_OFF.test(order.status) || kept.length === 0 ? [...order.line_items] : kept
}

/** Parcels with something in them that is still to be sent; all there are where no unit tells of its own. */
export function keptPackages(order: {
  status: string
  packages?: readonly { id: string }[] | null | undefined
  line_items?: readonly z.infer<typeof UnitPlace>[] | null | undefined
}): string[] {
  const ids = (order.packages ?? []).map(({ id }) => id)
  const line_items = order.line_items ?? []
  const kept = new Set(keptUnits({ status: order.status, line_items }).map(({ package_id }) => package_id))
  const gone = new Set(line_items.map(({ package_id }) => package_id).filter((id) => !kept.has(id)))
  return ids.filter((id) => !gone.has(id))
}
