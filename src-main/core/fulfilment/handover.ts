import type { HandoverGroup, ScanResult } from '../../../src-shared/fulfilment/fulfilment.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { actorNow } from '../database/actor.ts'
import { saveActs } from '../orders/order-documents.ts'
import { shownState } from '../orders/order-life.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle } from '../settling/settle.ts'
import { costOfGoodsIssued, parcelIdsAtTheDoor } from './fulfilment.repository.ts'
import { contentsChanged, handedOver, parcelStanding, scanAtDoor } from './packing.ts'
import { scannedOf } from './parcel-items.ts'
import { answer, buyerOf, courierOf, type LoadedParcel, loadParcels, parcelByCode, unknownCode } from './parcels.ts'

const natural = new Intl.Collator('id', { numeric: true, sensitivity: 'base' })

/** Serah Kurir: here goods leave the shop, so here stock and cost move. */
export const createHandover = ({ read, write, now, settle }: RoomNeeds & { settle: Settle }) => ({
  async list(): Promise<HandoverGroup[]> {
    const waiting = await loadParcels(read, await parcelIdsAtTheDoor(read))
    const groups = Map.groupBy(
      waiting.filter(({ parcel }) => parcel.heldAt === null),
      ({ order }) => courierOf(order),
    )
    return [...groups]
      .sort(([a], [b]) => natural.compare(a, b))
      .map(([courier, parcels]) => ({ courier, parcels: parcels.map(asHandoverParcel) }))
  },

  async scan(typed: string): Promise<ScanResult> {
    const code = typed.trim()
    const parcel = await parcelByCode(read, code)
    return parcel ? answer(scanAtDoor(parcel), code, parcel) : unknownCode(code)
  },

  /** All or nothing, and the same list again answers the same. */
  finish: (parcelIds: readonly string[]): Promise<{ handedOver: number; costOfGoods: number; at: Instant }> =>
    write(['fulfilment', 'orders', 'inventory', 'ledger', 'reports'], async (tx) => {
      const moment = { at: now(), by: actorNow().id, zone: (await settingsOf(tx)).zone }
      const parcels = await loadParcels(tx, parcelIds)
      const unknown = parcelIds.find((id) => !parcels.some(({ parcel }) => parcel.id === id))
      if (unknown) throw new DomainError('ORDER_NOT_FOUND', { code: unknown })
      const changed = parcels.filter((parcel) => parcelStanding(parcel) === 'contents changed')
      if (changed.length > 0) throw contentsChanged(changed)
      const orders = new Map(parcels.map(({ order }) => [order.id, order]))
      for (const each of parcels) {
        const order = orders.get(each.order.id)!
        const parcel = order.parcels.find(({ id }) => id === each.parcel.id)!
        orders.set(order.id, handedOver({ ...each, order, parcel }, moment))
      }
      const before = new Map(parcels.map(({ order }) => [order.id, order]))
      const leaving = [...orders.values()].filter((order) => order !== before.get(order.id))
      await saveActs(tx, settle, leaving, { at: moment.at, what: 'handed over' })
      const gone = [...orders.values()].flatMap(({ parcels }) =>
        parcels.filter(({ id, handedOverAt }) => handedOverAt !== null && parcelIds.includes(id)),
      )
      const goneOrders = [...orders.values()].filter(({ parcels }) => parcels.some((parcel) => gone.includes(parcel)))
      return {
        handedOver: gone.length,
        costOfGoods: await costOfGoodsIssued(
          tx,
          goneOrders.map(({ id }) => id),
        ),
        at: gone.reduce((latest, { handedOverAt }) => Math.max(latest, handedOverAt!), gone.length > 0 ? 0 : moment.at),
      }
    }),
})

const asHandoverParcel = ({ order, parcel, items }: LoadedParcel): HandoverGroup['parcels'][number] => ({
  orderId: order.id,
  orderNumber: order.number,
  channel: order.channel,
  trackingNumber: parcel.waybill,
  buyer: buyerOf(order),
  pieces: scannedOf(items),
  isCod: order.isCod,
  packedAt: parcel.packedAt!,
  state: shownState(order),
})
