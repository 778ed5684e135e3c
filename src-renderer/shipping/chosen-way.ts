import type { ShipmentChoice, ShipmentGroup } from '../../src-shared/sync/order-acts.ts'

/** What is proposed for a group: as the last time, else fetched at the usual address, else brought to a branch. */
export function firstChoice({ choices, usual }: ShipmentGroup): ShipmentChoice | null {
  if (usual) return usual
  if (!choices) return null
  const address = choices.pickup.find(({ isUsual }) => isUsual) ?? choices.pickup[0]
  if (address) return { way: 'pickup', addressId: address.addressId, slotId: address.slots[0]?.id ?? '' }
  if (choices.dropOff.isAllowed) return { way: 'drop-off', branchId: choices.dropOff.branches[0]?.id ?? '' }
  return null
}

/** The same group by another way, with what it usually is. */
export function choiceBy(way: ShipmentChoice['way'], group: ShipmentGroup): ShipmentChoice | null {
  const { choices } = group
  if (!choices) return null
  if (way === 'pickup') return firstChoice({ ...group, usual: null })
  if (way === 'drop-off') return { way, branchId: choices.dropOff.branches[0]?.id ?? '' }
  return { way, courierId: choices.ownCourier.couriers[0]?.id ?? '', waybill: '' }
}

/** Whether nothing is missing of it. */
export const isWhole = (choice: ShipmentChoice | null, orders: number): choice is ShipmentChoice =>
  choice !== null && (choice.way !== 'own courier' || (orders === 1 && choice.waybill.trim() !== ''))
