import type {
  PackProgress,
  Parcel,
  ParcelItem,
  ScanResult,
  ScanVerdict,
} from '../../../src-shared/fulfilment/fulfilment.ts'
import { businessDay, type Instant, startOfDay } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { variantIdByCode, variantsByIds } from '../catalog/catalog-views.repository.ts'
import { variantLabel } from '../catalog/variant-label.ts'
import type { Reader, Tx } from '../database/open.ts'
import type { OrderDocument } from '../orders/order-document.ts'
import { saveActs } from '../orders/order-documents.ts'
import { orderIdByCode, tabCounts } from '../orders/order-view.repository.ts'
import { ordersByIds } from '../orders/orders.repository.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle } from '../settling/settle.ts'
import { handedOverSince, saveScans, unpackedCount, unpackedOrderIds } from './fulfilment.repository.ts'
import { held, makesRoom, packed, parcelStanding, released, scanGoods, scanParcel, setAside } from './packing.ts'
import { asParcel, type LoadedParcel, loadParcels } from './parcels.ts'

/** A packer works from the top of the queue; what lies deeper is counted, not listed. */
const QUEUE = 500

/** Meja Kemas: one parcel at a time, every scan kept at once. */
export const createPackDesk = ({ read, write, now, settle }: RoomNeeds & { settle: Settle }) => {
  const parcelById = async (reader: Reader, id: string): Promise<LoadedParcel> => {
    const [parcel] = await loadParcels(reader, [id])
    if (!parcel) throw new DomainError('ORDER_NOT_FOUND', { code: id })
    return parcel
  }

  /** Applies one act to the orders it concerns and records it where it changed something. */
  async function act(
    tx: Tx,
    orderIds: readonly string[],
    perform: (order: OrderDocument) => OrderDocument,
    event: { at: Instant; what: string; detail?: string },
  ): Promise<OrderDocument[]> {
    const stored = [...(await ordersByIds(tx, orderIds)).values()].map(({ document }) => document)
    const done = stored.map((order) => ({ before: order, after: perform(order) }))
    const changed = done.filter(({ before, after }) => before !== after).map(({ after }) => after)
    await saveActs(tx, settle, changed, event)
    return done.map(({ after }) => after)
  }

  async function scanGoodsCode(code: string, orderId: string): Promise<ScanResult> {
    return write(['fulfilment'], async (tx) => {
      const [parcel] = await loadParcels(tx, [orderId])
      if (!parcel) return unknownCode(code)
      const variantId = await variantIdByCode(tx, code)
      const label = variantId === null ? await parcelByCode(tx, code) : null
      if (label && makesRoomFor(parcel, label)) return answer(scanParcel(label.order), code, label)
      const said = await count(tx, parcel, code, variantId)
      return label && said.verdict === 'unknown code' ? { ...said, verdict: 'other parcel' } : said
    })
  }

  async function count(tx: Tx, parcel: LoadedParcel, code: string, key: string | null): Promise<ScanResult> {
    const { verdict, items, counted } = scanGoods(parcel.order, parcel.items, key)
    if (counted !== null) await saveScans(tx, parcel.order.id, new Map(items.map(({ key, scanned }) => [key, scanned])))
    const item = items.find((each) => each.key === key) ?? (await goodsByMistake(tx, key))
    return answer(verdict, code, { order: parcel.order, items }, item)
  }

  return {
    async progress(): Promise<PackProgress> {
      const { zone } = await settingsOf(read)
      const packed = (await tabCounts(read)).filter(({ state }) => state === 'packed')
      return {
        packed: packed.reduce((total, { orders }) => total + orders, 0),
        waiting: await unpackedCount(read),
        handedOverToday: await handedOverSince(read, startOfDay(businessDay(now(), zone), zone)),
      }
    },

    async queue(): Promise<Parcel[]> {
      return (await loadParcels(read, await unpackedOrderIds(read, QUEUE))).map(asParcel)
    },

    async scan(typed: string, orderId: string | null): Promise<ScanResult> {
      const code = typed.trim()
      if (orderId !== null) return scanGoodsCode(code, orderId)
      const parcel = await parcelByCode(read, code)
      return parcel ? answer(scanParcel(parcel.order), code, parcel) : unknownCode(code)
    },

    confirmPiece: (orderId: string, key: string): Promise<ScanResult> =>
      write(['fulfilment'], async (tx) => {
        const [parcel] = await loadParcels(tx, [orderId])
        if (!parcel) return unknownCode(key)
        return count(tx, parcel, key, parcel.items.some((item) => item.key === key) ? key : null)
      }),

    /** A parcel that is closed or gone stays as it is. */
    startOver: (orderId: string): Promise<Parcel> =>
      write(['fulfilment'], async (tx) => {
        const parcel = await parcelById(tx, orderId)
        const standing = parcelStanding(parcel.order)
        if (standing === 'already packed' || standing === 'already handed over') return asParcel(parcel)
        await saveScans(tx, orderId, new Map())
        return asParcel(await parcelById(tx, orderId))
      }),

    pack: (orderId: string): Promise<{ orderId: string; packedAt: Instant }> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const { order, items } = await parcelById(tx, orderId)
        const at = now()
        const closed = packed(order, items, { at, zone: (await settingsOf(tx)).zone })
        if (closed !== order) await saveActs(tx, settle, [closed], { at, what: 'packed' })
        return { orderId, packedAt: closed.packedAt! }
      }),

    hold: (orderIds: readonly string[], reason: string): Promise<{ held: number }> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const at = now()
        const orders = await act(tx, orderIds, (order) => held(order, reason, at), { at, what: 'held', detail: reason })
        return { held: orders.filter(({ heldAt }) => heldAt !== null).length }
      }),

    release: (orderIds: readonly string[]): Promise<{ released: number }> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const orders = await act(tx, orderIds, released, { at: now(), what: 'released' })
        return { released: orders.length }
      }),

    /** What was scanned is taken out again: the goods go back to their shelves. */
    setAside: (orderId: string): Promise<{ orderId: string }> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const at = now()
        const [order] = await act(tx, [orderId], (order) => setAside(order, at), { at, what: 'set aside' })
        if (!order) throw new DomainError('ORDER_NOT_FOUND', { code: orderId })
        if (order.setAsideAt !== null) await saveScans(tx, orderId, new Map())
        return { orderId }
      }),
  }
}

/** The parcel a tracking number or order number names, whatever its case and the blanks around it. */
export async function parcelByCode(reader: Reader, code: string): Promise<LoadedParcel | null> {
  const id = await orderIdByCode(reader, code)
  const [parcel] = id ? await loadParcels(reader, [id]) : []
  return parcel ?? null
}

export const unknownCode = (code: string): ScanResult => ({
  verdict: 'unknown code',
  code,
  parcel: null,
  item: null,
  cancelled: null,
})

export function answer(
  verdict: ScanVerdict,
  code: string,
  parcel: LoadedParcel,
  item: Pick<ParcelItem, 'name' | 'size' | 'colour' | 'shelf'> | null = null,
): ScanResult {
  const { order } = parcel
  return {
    verdict,
    code,
    parcel: asParcel(parcel),
    item: item && { name: item.name, size: item.size, colour: item.colour, shelf: item.shelf },
    cancelled: verdict === 'cancelled' ? { at: order.cancelledAt, reason: order.cancelReason } : null,
  }
}

/** The parcel's own label scanned once more, or the next one's while nothing of this one is checked. */
const makesRoomFor = (parcel: LoadedParcel, next: LoadedParcel) =>
  next.order.id === parcel.order.id || makesRoom(parcel.order, parcel.items)

/** What a packer holds in the hand when it does not belong in the parcel. */
async function goodsByMistake(reader: Reader, variantId: string | null) {
  const [variant] = variantId === null ? [] : await variantsByIds(reader, [variantId])
  return variant
    ? { ...variant, name: variantLabel(variant.productName, { motif: variant.motif, colour: '', size: '' }) }
    : null
}
