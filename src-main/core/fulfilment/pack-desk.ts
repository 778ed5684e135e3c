import { nameWithMotif } from '../../../src-shared/catalog/goods-name.ts'
import type {
  PackProgress,
  Parcel,
  ParcelItem,
  QueuedParcel,
  ScanResult,
} from '../../../src-shared/fulfilment/fulfilment.ts'
import { businessDay, type Instant, startOfDay } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { variantIdByCode, variantsByIds } from '../catalog/catalog-views.repository.ts'
import { listingsByCode } from '../catalog/listings.repository.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'
import { saveActs } from '../orders/settle-orders.ts'
import { actorNames } from '../settings/actors.repository.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { type Claim, claim, claimOf, heldByOther, leave } from './claims.ts'
import { orderIdsToPack, parcelIdsAtTheDoor, parcelsSince, parcelsToPack, saveScans } from './fulfilment.repository.ts'
import type { FulfilmentNeeds } from './fulfilment-needs.ts'
import { itemByPrintedCode } from './item-by-code.ts'
import { mistakenFor } from './mistaken-goods.ts'
import {
  closesByItself,
  held,
  isWorkedOn,
  makesRoom,
  packed,
  parcelStanding,
  released,
  reopened,
  scanGoods,
  scanParcel,
  setAside,
  startsOver,
} from './packing.ts'
import { isAsWanted } from './parcel-difference.ts'
import {
  answer,
  asInHand,
  asParcel,
  asQueued,
  currentWaybill,
  isToPack,
  type LoadedParcel,
  loadParcels,
  parcelByCode,
  parcelsOfOrders,
  unknownCode,
} from './parcels.ts'
import { performed } from './performed.ts'

/** Meja Kemas: one parcel at a time, every scan kept at once. */
export const createPackDesk = ({ read, write, now, settle, upTo }: FulfilmentNeeds) => {
  const parcelById = async (reader: Reader, id: string): Promise<LoadedParcel> => {
    const [parcel] = await loadParcels(reader, [id])
    if (!parcel) throw new DomainError('ORDER_NOT_FOUND', { code: id })
    return parcel
  }

  /** Refuses an act on a parcel that lies open at another desk; else it lies open at this one. */
  async function atDesk(tx: Tx, { order, parcel }: LoadedParcel, desk: string | undefined): Promise<void> {
    const at = now()
    const other = heldByOther(await claimOf(tx, parcel.id), desk, at)
    if (other)
      throw new DomainError('PARCEL_AT_ANOTHER_DESK', {
        orderNumber: order.number,
        by: (await actorNames(tx))(other.actor),
        since: other.since,
        zone: (await settingsOf(tx)).zone,
      })
    if (desk) await claim(tx, parcel.id, desk, at)
  }

  /** The parcel a code names, opened at this desk as far as it can be worked on and no other desk has it. */
  async function open(tx: Tx, code: string, parcel: LoadedParcel, desk: string | undefined, takeOver = false) {
    const verdict = scanParcel(parcel)
    const opened = { ...answer(verdict, code, parcel), currentWaybill: currentWaybill(parcel, code) }
    if (!isWorkedOn(parcelStanding(parcel)) || !desk) return opened
    const other = heldByOther(await claimOf(tx, parcel.parcel.id), desk, now())
    if (other && !takeOver) return elsewhere(tx, code, parcel, other)
    await claim(tx, parcel.parcel.id, desk, now())
    return opened
  }

  async function elsewhere(tx: Tx, code: string, parcel: LoadedParcel, { actor, since }: Claim): Promise<ScanResult> {
    return {
      ...answer('at another desk', code, parcel),
      openAt: { by: (await actorNames(tx))(actor), since },
    }
  }

  /** The parcel closed; a closed one stays as it is. */
  async function close(tx: Tx, parcel: LoadedParcel, desk: string | undefined) {
    const at = now()
    const closed = packed(parcel, { at, by: actorNow().id, zone: (await settingsOf(tx)).zone })
    if (closed !== parcel.order) {
      await atDesk(tx, parcel, desk)
      await saveActs(tx, settle, [closed], { at, what: 'packed' })
      await saveScans(tx, parcel.parcel.id, new Map())
      await leave(tx, parcel.parcel.id)
    }
    return closed
  }

  async function scanGoodsCode(tx: Tx, { code, parcelId, desk, closes }: ScanOfGoods): Promise<ScanResult> {
    const [parcel] = await loadParcels(tx, [parcelId])
    if (!parcel) return unknownCode(code)
    const variantId = await variantIdByCode(tx, code)
    const row = itemByPrintedCode(parcel.items, code, variantId)
    // a family's code on one row may be on a sister's label in the hand
    if (row === 'several' || (row?.variantId === null && (await listingsByCode(tx, code)) > 1))
      return answer('which one', code, parcel)
    const key = row?.key ?? variantId
    const label = key === null ? await parcelByCode(tx, code) : null
    const isNext = label !== null && label.parcel.id !== parcelId
    if (isNext && closes && isAsWanted(parcel.items) && closesByItself(parcel)) {
      await close(tx, parcel, desk)
      return open(tx, code, label, desk)
    }
    if (label && makesRoomFor(parcel, label)) {
      if (desk && isNext) await leave(tx, parcelId, desk)
      return open(tx, code, label, desk)
    }
    const counted = await count(tx, parcel, { code, key, desk, closes })
    return label && counted.verdict === 'unknown code' ? { ...counted, verdict: 'other parcel' } : counted
  }

  /** A piece laid in or taken out; a closed parcel that changed is opened again by the first one. */
  async function count(tx: Tx, parcel: LoadedParcel, { code, key, desk, closes }: Piece): Promise<ScanResult> {
    const other = heldByOther(await claimOf(tx, parcel.parcel.id), desk, now())
    if (other) return elsewhere(tx, code, parcel, other)
    const { verdict, items, counted } = scanGoods(parcel, key)
    let { order } = parcel
    if (counted !== null) {
      if (desk) await claim(tx, parcel.parcel.id, desk, now())
      if (parcel.parcel.packedAt !== null) {
        order = reopened(parcel)
        await saveActs(tx, settle, [order], { at: now(), what: 'opened again' })
      }
      await saveScans(tx, parcel.parcel.id, new Map(items.map(({ key, scanned }) => [key, scanned])))
    }
    const known = items.find((each) => each.key === key)
    const item = known ?? (await goodsByMistake(tx, key))
    const mistake = verdict === 'wrong item' && item ? mistakenFor(item, items.filter(isMissing)) : null
    const next = asCounted({ order, items: [...items] }, parcel.parcel.id)
    if (!closes || verdict !== 'complete' || !closesByItself(next))
      return { ...answer(verdict, code, next, item), mistake }
    return answer(verdict, code, asCounted({ ...next, order: await close(tx, next, desk) }, parcel.parcel.id), item)
  }

  return {
    async progress(): Promise<PackProgress> {
      const { zone } = await settingsOf(read)
      const today = startOfDay(businessDay(now(), zone), zone)
      return {
        packed: (await parcelIdsAtTheDoor(read)).length,
        waiting: await parcelsToPack(read, await upTo()),
        packedToday: await parcelsSince(read, 'packed_at', today),
        handedOverToday: await parcelsSince(read, 'handed_over_at', today),
      }
    },

    async queue(limit: number): Promise<{ parcels: QueuedParcel[]; total: number }> {
      const waiting = (await parcelsOfOrders(read, await orderIdsToPack(read, limit, await upTo()))).filter(isToPack)
      return {
        parcels: waiting.slice(0, limit).map(asQueued),
        total: await parcelsToPack(read, await upTo(), 'held too'),
      }
    },

    scan({ code: typed, parcelId, takeOver, desk, closes }: DeskScan): Promise<ScanResult> {
      const code = typed.trim()
      return write(['fulfilment', 'orders'], async (tx) => {
        if (parcelId !== null) return scanGoodsCode(tx, { code, parcelId, desk, closes })
        const parcel = await parcelByCode(tx, code)
        return parcel ? open(tx, code, parcel, desk, takeOver) : goodsWithoutParcel(tx, code)
      })
    },

    /** What lies in the parcel and should not is taken out by hand whatever the owner decided. */
    confirmPiece: ({ parcelId, key, desk, closes }: PieceByHand): Promise<ScanResult> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const [parcel] = await loadParcels(tx, [parcelId])
        if (!parcel) return unknownCode(key)
        const item = parcel.items.find((each) => each.key === key)
        if (item && isMissing(item) && (await settingsOf(tx)).tickByHand === 'never')
          return answer('scan only', key, parcel, item)
        return count(tx, parcel, { code: key, key: item?.key ?? null, desk, closes })
      }),

    /** A parcel that is closed is opened for it; one that is cancelled, on hold or gone stays as it is. */
    startOver: (parcelId: string, desk?: string): Promise<Parcel> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const parcel = await parcelById(tx, parcelId)
        if (!startsOver(parcelStanding(parcel))) return asParcel(parcel)
        await atDesk(tx, parcel, desk)
        if (parcel.parcel.packedAt !== null)
          await saveActs(tx, settle, [reopened(parcel)], { at: now(), what: 'opened again' })
        await saveScans(tx, parcelId, new Map())
        return asParcel(await parcelById(tx, parcelId))
      }),

    pack: (parcelId: string, desk?: string): Promise<{ orderId: string; parcelId: string; packedAt: Instant }> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const closed = await close(tx, await parcelById(tx, parcelId), desk)
        return { orderId: closed.id, parcelId, packedAt: closed.parcels.find(({ id }) => id === parcelId)!.packedAt! }
      }),

    leave: (parcelId: string, desk: string): Promise<{ parcelId: string }> =>
      write(['fulfilment'], async (tx) => {
        await leave(tx, parcelId, desk)
        return { parcelId }
      }),

    hold: (orderIds: readonly string[], reason: string): Promise<{ held: number }> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const at = now()
        const parcels = await parcelsOfOrders(tx, orderIds)
        const orders = await performed(tx, settle, parcels, (parcel) => held(parcel, reason, at), {
          at,
          what: 'held',
          detail: reason,
        })
        for (const { parcel } of parcels) await leave(tx, parcel.id)
        return { held: orders.filter(({ parcels }) => parcels.some(({ heldAt }) => heldAt !== null)).length }
      }),

    release: (orderIds: readonly string[]): Promise<{ released: number }> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const parcels = await parcelsOfOrders(tx, orderIds)
        const orders = await performed(tx, settle, parcels, released, { at: now(), what: 'released' })
        return { released: orders.length }
      }),

    /** What was scanned is taken out again: the goods go back to their shelves. */
    setAside: (parcelId: string): Promise<{ parcelId: string }> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const at = now()
        const parcel = await parcelById(tx, parcelId)
        const [order] = await performed(tx, settle, [parcel], (each) => setAside(each, at), { at, what: 'set aside' })
        if (order!.parcels.find(({ id }) => id === parcelId)!.setAsideAt !== null) {
          await saveScans(tx, parcelId, new Map())
          await leave(tx, parcelId)
        }
        return { parcelId }
      }),
  }
}

interface AtDesk {
  desk?: string | undefined
  /** Whether the last piece closes the parcel by itself. */
  closes: boolean
}
interface ScanOfGoods extends AtDesk {
  code: string
  parcelId: string
}
/** The code or key that was given, and the item it names; null for none that anybody knows. */
interface Piece extends AtDesk {
  code: string
  key: string | null
}
interface PieceByHand extends AtDesk {
  parcelId: string
  key: string
}
interface DeskScan extends AtDesk {
  code: string
  parcelId: string | null
  takeOver: boolean
}

const isMissing = ({ scanned, pieces }: Pick<ParcelItem, 'scanned' | 'pieces'>) => scanned < pieces

/** The parcel as it stands in its order now. */
const asCounted = ({ order, items }: Pick<LoadedParcel, 'order' | 'items'>, parcelId: string): LoadedParcel => ({
  order,
  parcel: order.parcels.find(({ id }) => id === parcelId)!,
  items,
})

/** The parcel's own label scanned once more, or the next one's while nothing of this one is checked. */
const makesRoomFor = (parcel: LoadedParcel, next: LoadedParcel) =>
  next.parcel.id === parcel.parcel.id || makesRoom(parcel)

/** Goods scanned before their parcel: they are known, and belong in nothing yet. */
async function goodsWithoutParcel(reader: Reader, code: string): Promise<ScanResult> {
  const item = await goodsByMistake(reader, await variantIdByCode(reader, code))
  return item ? { ...unknownCode(code), verdict: 'wrong item', item: asInHand(item) } : unknownCode(code)
}

/** What a packer holds in the hand when it does not belong in the parcel. */
async function goodsByMistake(reader: Reader, variantId: string | null) {
  const [variant] = variantId === null ? [] : await variantsByIds(reader, [variantId])
  return variant ? { ...variant, name: nameWithMotif({ product: variant.productName, motif: variant.motif }) } : null
}
