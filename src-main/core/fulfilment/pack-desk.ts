import type { PackProgress, Parcel, ScanResult } from '../../../src-shared/fulfilment/fulfilment.ts'
import { businessDay, type Instant, startOfDay } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { variantIdByCode, variantsByIds } from '../catalog/catalog-views.repository.ts'
import { variantLabel } from '../catalog/variant-label.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'
import type { OrderDocument } from '../orders/order-document.ts'
import { saveActs } from '../orders/order-documents.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle } from '../settling/settle.ts'
import {
  handedOverSince,
  orderIdsToPack,
  parcelIdsAtTheDoor,
  parcelsToPack,
  saveScans,
} from './fulfilment.repository.ts'
import {
  held,
  makesRoom,
  type ParcelOfOrder,
  packed,
  parcelStanding,
  released,
  reopened,
  scanGoods,
  scanParcel,
  setAside,
} from './packing.ts'
import {
  answer,
  asParcel,
  type LoadedParcel,
  loadParcels,
  parcelByCode,
  parcelsOfOrders,
  unknownCode,
} from './parcels.ts'

/** A packer works from the top of the queue; what lies deeper is counted, not listed. */
const QUEUE = 500

/** Meja Kemas: one parcel at a time, every scan kept at once. */
export const createPackDesk = ({ read, write, now, settle }: RoomNeeds & { settle: Settle }) => {
  const parcelById = async (reader: Reader, id: string): Promise<LoadedParcel> => {
    const [parcel] = await loadParcels(reader, [id])
    if (!parcel) throw new DomainError('ORDER_NOT_FOUND', { code: id })
    return parcel
  }

  /** Applies one act to all parcels of these orders and records it where it changed something. */
  async function act(
    tx: Tx,
    parcels: readonly LoadedParcel[],
    perform: (parcel: ParcelOfOrder) => OrderDocument,
    event: { at: Instant; what: string; detail?: string },
  ): Promise<OrderDocument[]> {
    const before = new Map(parcels.map(({ order }) => [order.id, order]))
    const after = new Map(before)
    for (const each of parcels) {
      const order = after.get(each.order.id)!
      const parcel = order.parcels.find(({ id }) => id === each.parcel.id)!
      after.set(order.id, perform({ ...each, order, parcel }))
    }
    const changed = [...after.values()].filter((order) => order !== before.get(order.id))
    await saveActs(tx, settle, changed, event)
    return [...after.values()]
  }

  async function scanGoodsCode(code: string, parcelId: string): Promise<ScanResult> {
    return write(['fulfilment', 'orders'], async (tx) => {
      const [parcel] = await loadParcels(tx, [parcelId])
      if (!parcel) return unknownCode(code)
      const variantId = await variantIdByCode(tx, code)
      const label = variantId === null ? await parcelByCode(tx, code) : null
      if (label && makesRoomFor(parcel, label)) return answer(scanParcel(label), code, label)
      const counted = await count(tx, parcel, code, variantId)
      return label && counted.verdict === 'unknown code' ? { ...counted, verdict: 'other parcel' } : counted
    })
  }

  /** A piece laid in or taken out; a closed parcel that changed is opened again by the first one. */
  async function count(tx: Tx, parcel: LoadedParcel, code: string, key: string | null): Promise<ScanResult> {
    const { verdict, items, counted } = scanGoods(parcel, key)
    let { order } = parcel
    if (counted !== null) {
      if (parcel.parcel.packedAt !== null) {
        order = reopened(parcel)
        await saveActs(tx, settle, [order], { at: now(), what: 'opened again' })
      }
      await saveScans(tx, parcel.parcel.id, new Map(items.map(({ key, scanned }) => [key, scanned])))
    }
    const item = items.find((each) => each.key === key) ?? (await goodsByMistake(tx, key))
    const next = order.parcels.find(({ id }) => id === parcel.parcel.id)!
    return answer(verdict, code, { order, parcel: next, items: [...items] }, item)
  }

  return {
    async progress(): Promise<PackProgress> {
      const { zone } = await settingsOf(read)
      return {
        packed: (await parcelIdsAtTheDoor(read)).length,
        waiting: await parcelsToPack(read),
        handedOverToday: await handedOverSince(read, startOfDay(businessDay(now(), zone), zone)),
      }
    },

    async queue(): Promise<Parcel[]> {
      const parcels = await parcelsOfOrders(read, await orderIdsToPack(read, QUEUE))
      return parcels.filter(({ parcel }) => parcel.packedAt === null).map(asParcel)
    },

    async scan(typed: string, parcelId: string | null): Promise<ScanResult> {
      const code = typed.trim()
      if (parcelId !== null) return scanGoodsCode(code, parcelId)
      const parcel = await parcelByCode(read, code)
      return parcel ? answer(scanParcel(parcel), code, parcel) : unknownCode(code)
    },

    confirmPiece: (parcelId: string, key: string): Promise<ScanResult> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const [parcel] = await loadParcels(tx, [parcelId])
        if (!parcel) return unknownCode(key)
        return count(tx, parcel, key, parcel.items.some((item) => item.key === key) ? key : null)
      }),

    /** A parcel that is closed or gone stays as it is. */
    startOver: (parcelId: string): Promise<Parcel> =>
      write(['fulfilment'], async (tx) => {
        const parcel = await parcelById(tx, parcelId)
        if (parcel.parcel.packedAt !== null || parcelStanding(parcel) === 'already handed over') return asParcel(parcel)
        await saveScans(tx, parcelId, new Map())
        return asParcel(await parcelById(tx, parcelId))
      }),

    pack: (parcelId: string): Promise<{ orderId: string; packedAt: Instant }> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const parcel = await parcelById(tx, parcelId)
        const at = now()
        const closed = packed(parcel, { at, by: actorNow().id, zone: (await settingsOf(tx)).zone })
        if (closed !== parcel.order) {
          await saveActs(tx, settle, [closed], { at, what: 'packed' })
          await saveScans(tx, parcelId, new Map())
        }
        return { orderId: closed.id, packedAt: closed.parcels.find(({ id }) => id === parcelId)!.packedAt! }
      }),

    hold: (orderIds: readonly string[], reason: string): Promise<{ held: number }> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const at = now()
        const parcels = await parcelsOfOrders(tx, orderIds)
        const orders = await act(tx, parcels, (parcel) => held(parcel, reason, at), {
          at,
          what: 'held',
          detail: reason,
        })
        return { held: orders.filter(({ parcels }) => parcels.some(({ heldAt }) => heldAt !== null)).length }
      }),

    release: (orderIds: readonly string[]): Promise<{ released: number }> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const orders = await act(tx, await parcelsOfOrders(tx, orderIds), released, { at: now(), what: 'released' })
        return { released: orders.length }
      }),

    /** What was scanned is taken out again: the goods go back to their shelves. */
    setAside: (parcelId: string): Promise<{ orderId: string }> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const at = now()
        const parcel = await parcelById(tx, parcelId)
        const [order] = await act(tx, [parcel], (each) => setAside(each, at), { at, what: 'set aside' })
        if (order!.parcels.find(({ id }) => id === parcelId)!.setAsideAt !== null)
          await saveScans(tx, parcelId, new Map())
        return { orderId: order!.id }
      }),
  }
}

/** The parcel's own label scanned once more, or the next one's while nothing of this one is checked. */
const makesRoomFor = (parcel: LoadedParcel, next: LoadedParcel) =>
  next.parcel.id === parcel.parcel.id || makesRoom(parcel)

/** What a packer holds in the hand when it does not belong in the parcel. */
async function goodsByMistake(reader: Reader, variantId: string | null) {
  const [variant] = variantId === null ? [] : await variantsByIds(reader, [variantId])
  return variant
    ? { ...variant, name: variantLabel(variant.productName, { motif: variant.motif, colour: '', size: '' }) }
    : null
}
