import type { DoorScan, HandoverDay, HandoverGroup, HandoverParcel } from '../../../src-shared/fulfilment/fulfilment.ts'
import {
  addDays,
  type BusinessDay,
  businessDay,
  type Instant,
  startOfDay,
} from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { actorNow } from '../database/actor.ts'
import type { Tx } from '../database/open.ts'
import { isCancelled } from '../orders/order-life.ts'
import { parcelLeftAt } from '../orders/order-parcels.ts'
import { actorNames } from '../settings/actors.repository.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import {
  costOfGoodsIssued,
  handoversBeside,
  orderIdsToPack,
  parcelIdsAtTheDoor,
  parcelIdsHandedOver,
} from './fulfilment.repository.ts'
import type { FulfilmentNeeds } from './fulfilment-needs.ts'
import {
  contentsChanged,
  handedOver,
  handoverStandsBecause,
  handoverUndone,
  parcelStanding,
  scanAtDoor,
  whyItStays,
} from './packing.ts'
import { piecesOf, scannedOf } from './parcel-items.ts'
import {
  answer,
  buyerOf,
  courierOf,
  currentWaybill,
  isToPack,
  type LoadedParcel,
  loadParcels,
  parcelByCode,
  parcelsOfOrders,
  unknownCode,
} from './parcels.ts'
import { performed } from './performed.ts'

const natural = new Intl.Collator('id', { numeric: true, sensitivity: 'base' })

const isHere = ({ order, parcel }: LoadedParcel) => parcelLeftAt(order, parcel) === null

/** Keeps what it is in one bag with from leaving; one that was cancelled before anything was laid in lies in no bag. */
const holdsUp = (parcel: LoadedParcel) =>
  isHere(parcel) &&
  scanAtDoor(parcel) !== 'right' &&
  !(isCancelled(parcel.order) && parcel.parcel.packedAt === null && scannedOf(parcel.items) === 0)

/** Serah Kurir: here goods leave the shop, so here stock and cost move. */
export const createHandover = ({ read, write, now, settle, upTo }: FulfilmentNeeds) => ({
  async list(): Promise<HandoverGroup[]> {
    const here = await loadParcels(read, await parcelIdsAtTheDoor(read))
    const closed = new Set(here.map(({ parcel }) => parcel.id))
    const waiting = (await parcelsOfOrders(read, await orderIdsToPack(read, MOST_WAITING, await upTo()))).filter(
      (parcel) => isToPack(parcel) && !closed.has(parcel.parcel.id),
    )
    const groups = Map.groupBy([...here, ...waiting], ({ order }) => courierOf(order))
    return [...groups]
      .sort(([a], [b]) => natural.compare(a, b))
      .map(([courier, parcels]) => ({
        courier,
        parcels: parcels.filter((parcel) => whyItStays(parcel) === null).map(asHandoverParcel),
        staying: parcels.flatMap((parcel) => {
          const why = whyItStays(parcel)
          return why ? [{ ...asHandoverParcel(parcel), why, holdReason: parcel.parcel.holdReason }] : []
        }),
      }))
  },

  async scan(typed: string): Promise<DoorScan> {
    const code = typed.trim()
    // of several orders in one bag the one that may not leave is told first
    const parcel = await parcelByCode(read, code, [holdsUp, isHere])
    if (!parcel) return { ...unknownCode(code), stays: null }
    return {
      ...answer(scanAtDoor(parcel), code, parcel),
      currentWaybill: currentWaybill(parcel, code),
      stays: whyItStays(parcel),
    }
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

  /** What one courier took at one moment is one hand-over. */
  async day(wanted?: BusinessDay): Promise<HandoverDay> {
    const { zone } = await settingsOf(read)
    const nameOf = await actorNames(read)
    const day = wanted ?? businessDay(now(), zone)
    const [from, before] = [startOfDay(day, zone), startOfDay(addDays(day, 1), zone)]
    const gone = await loadParcels(read, await parcelIdsHandedOver(read, { from, before, limit: MOST_A_DAY }))
    const { last, first } = await handoversBeside(read, { before: from, from: before })
    const handovers = Map.groupBy(gone, ({ order, parcel }) => `${parcel.handedOverAt} ${courierOf(order)}`)
    return {
      day,
      previous: last === null ? null : businessDay(last, zone),
      next: first === null ? null : businessDay(first, zone),
      handovers: [...handovers.values()].map((parcels) => ({
        courier: courierOf(parcels[0]!.order),
        at: parcels[0]!.parcel.handedOverAt!,
        by: nameOf(parcels[0]!.parcel.handedOverBy),
        parcels: parcels.map((each) => ({
          ...asHandoverParcel(each),
          mayBeUndone: handoverStandsBecause(each.order) === null,
        })),
      })),
    }
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
const MOST_A_DAY = 1000
/** Parcels that are named as not packed yet. */
const MOST_WAITING = 500

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

const asHandoverParcel = ({ order, parcel, items }: LoadedParcel): HandoverParcel => ({
  parcelId: parcel.id,
  orderId: order.id,
  orderNumber: order.number,
  channel: order.channel,
  trackingNumber: parcel.waybill,
  buyer: buyerOf(order),
  // of one that is not packed, what will be in it
  pieces: parcel.packedAt === null ? piecesOf(items) : scannedOf(items),
  isCod: order.isCod,
})
