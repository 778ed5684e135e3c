import type { GoneParcel, HandoverGroup, ScanResult } from '../../../src-shared/fulfilment/fulfilment.ts'
import { businessDay, type Instant, startOfDay } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { actorNow } from '../database/actor.ts'
import type { Tx } from '../database/open.ts'
import { shownState } from '../orders/order-life.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { actorNames } from '../settings/actors.repository.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle } from '../settling/settle.ts'
import { costOfGoodsIssued, parcelIdsAtTheDoor, parcelIdsHandedOver } from './fulfilment.repository.ts'
import {
  contentsChanged,
  handedOver,
  handoverStandsBecause,
  handoverUndone,
  parcelStanding,
  scanAtDoor,
} from './packing.ts'
import { isAsWanted } from './parcel-difference.ts'
import { scannedOf } from './parcel-items.ts'
import {
  answer,
  buyerOf,
  courierOf,
  currentWaybill,
  type LoadedParcel,
  loadParcels,
  parcelByCode,
  unknownCode,
} from './parcels.ts'
import { performed } from './performed.ts'

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
    if (!parcel) return unknownCode(code)
    return { ...answer(scanAtDoor(parcel), code, parcel), currentWaybill: currentWaybill(parcel, code) }
  },

  /** All or nothing, and the same list again answers the same. */
  finish: (parcelIds: readonly string[]): Promise<HandedOver> =>
    write(['fulfilment', 'orders', 'inventory', 'ledger', 'reports'], async (tx) => {
      const moment = { at: now(), by: actorNow().id, zone: (await settingsOf(tx)).zone }
      const parcels = await existing(tx, parcelIds)
      const changed = parcels.filter((parcel) => parcelStanding(parcel) === 'contents changed')
      if (changed.length > 0) throw contentsChanged(changed)
      const orders = await performed(tx, settle, parcels, (parcel) => handedOver(parcel, moment), {
        at: moment.at,
        what: 'handed over',
      })
      const gone = orders.flatMap(({ id: orderId, parcels }) =>
        parcels.flatMap(({ id, handedOverAt }) =>
          handedOverAt !== null && parcelIds.includes(id) ? [{ orderId, handedOverAt }] : [],
        ),
      )
      return {
        handedOver: gone.length,
        costOfGoods: await costOfGoodsIssued(tx, [...new Set(gone.map(({ orderId }) => orderId))]),
        at: gone.length > 0 ? Math.max(...gone.map(({ handedOverAt }) => handedOverAt)) : moment.at,
      }
    }),

  async today(): Promise<GoneParcel[]> {
    const { zone } = await settingsOf(read)
    const nameOf = await actorNames(read)
    const since = startOfDay(businessDay(now(), zone), zone)
    const parcels = await loadParcels(read, await parcelIdsHandedOver(read, since, TODAY))
    return parcels.map(({ order, parcel, items }) => ({
      parcelId: parcel.id,
      orderId: order.id,
      orderNumber: order.number,
      channel: order.channel,
      trackingNumber: parcel.waybill,
      courier: courierOf(order),
      buyer: buyerOf(order),
      pieces: scannedOf(items),
      at: parcel.handedOverAt!,
      by: nameOf(parcel.handedOverBy),
      mayBeUndone: handoverStandsBecause(order) === null,
    }))
  },

  /** The goods come back to the shelf by settling, at the cost they left with. */
  undo: (parcelIds: readonly string[], reason: string): Promise<{ undone: number }> =>
    write(['fulfilment', 'orders', 'inventory', 'ledger', 'reports'], async (tx) => {
      const parcels = await existing(tx, parcelIds)
      const undone = parcels.filter(({ parcel }) => parcel.handedOverAt !== null)
      await performed(tx, settle, parcels, handoverUndone, {
        at: now(),
        what: 'hand-over undone',
        detail: reason,
      })
      return { undone: undone.length }
    }),
})

/** More than a shop of our size hands over in a day. */
const TODAY = 500

interface HandedOver {
  handedOver: number
  costOfGoods: number
  at: Instant
}

/** @throws ORDER_NOT_FOUND when one of them is unknown. */
async function existing(tx: Tx, parcelIds: readonly string[]): Promise<LoadedParcel[]> {
  const parcels = await loadParcels(tx, parcelIds)
  const unknown = parcelIds.find((id) => !parcels.some(({ parcel }) => parcel.id === id))
  if (unknown) throw new DomainError('ORDER_NOT_FOUND', { code: unknown })
  return parcels
}

const asHandoverParcel = ({ order, parcel, items }: LoadedParcel): HandoverGroup['parcels'][number] => ({
  parcelId: parcel.id,
  orderId: order.id,
  orderNumber: order.number,
  channel: order.channel,
  trackingNumber: parcel.waybill,
  buyer: buyerOf(order),
  pieces: scannedOf(items),
  isCod: order.isCod,
  packedAt: parcel.packedAt!,
  state: shownState(order),
  isChanged: !isAsWanted(items),
})
