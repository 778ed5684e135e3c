import type { PackProgress, Parcel, QueuedParcel, ScanResult } from '../../../src-shared/fulfilment/fulfilment.ts'
import { businessDay, type Instant, startOfDay } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { variantIdByCode, variantsByIds } from '../catalog/catalog-views.repository.ts'
import { variantLabel } from '../catalog/variant-label.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'
import { saveActs } from '../orders/settle-orders.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { actorNames } from '../settings/actors.repository.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle } from '../settling/settle.ts'
import { type Claim, claim, claimOf, heldByOther, leave } from './claims.ts'
import {
  handedOverSince,
  orderIdsToPack,
  parcelIdsAtTheDoor,
  parcelsToPack,
  saveScans,
} from './fulfilment.repository.ts'
import {
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
} from './packing.ts'
import {
  answer,
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
export const createPackDesk = ({ read, write, now, settle }: RoomNeeds & { settle: Settle }) => {
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

  async function scanGoodsCode(tx: Tx, code: string, parcelId: string, desk: string | undefined): Promise<ScanResult> {
    const [parcel] = await loadParcels(tx, [parcelId])
    if (!parcel) return unknownCode(code)
    const variantId = await variantIdByCode(tx, code)
    const label = variantId === null ? await parcelByCode(tx, code) : null
    if (label && makesRoomFor(parcel, label)) {
      if (desk && label.parcel.id !== parcelId) await leave(tx, parcelId, desk)
      return open(tx, code, label, desk)
    }
    const counted = await count(tx, parcel, code, variantId, desk)
    return label && counted.verdict === 'unknown code' ? { ...counted, verdict: 'other parcel' } : counted
  }

  /** A piece laid in or taken out; a closed parcel that changed is opened again by the first one. */
  async function count(
    tx: Tx,
    parcel: LoadedParcel,
    code: string,
    key: string | null,
    desk: string | undefined,
  ): Promise<ScanResult> {
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

    async queue(limit: number): Promise<{ parcels: QueuedParcel[]; total: number }> {
      const waiting = (await parcelsOfOrders(read, await orderIdsToPack(read, limit))).filter(isToPack)
      return { parcels: waiting.slice(0, limit).map(asQueued), total: await parcelsToPack(read, 'held too') }
    },

    scan({ code: typed, parcelId, takeOver, desk }: DeskScan): Promise<ScanResult> {
      const code = typed.trim()
      return write(['fulfilment', 'orders'], async (tx) => {
        if (parcelId !== null) return scanGoodsCode(tx, code, parcelId, desk)
        const parcel = await parcelByCode(tx, code)
        return parcel ? open(tx, code, parcel, desk, takeOver) : unknownCode(code)
      })
    },

    confirmPiece: (parcelId: string, key: string, desk?: string): Promise<ScanResult> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const [parcel] = await loadParcels(tx, [parcelId])
        if (!parcel) return unknownCode(key)
        return count(tx, parcel, key, parcel.items.some((item) => item.key === key) ? key : null, desk)
      }),

    /** A parcel that is closed or gone stays as it is. */
    startOver: (parcelId: string, desk?: string): Promise<Parcel> =>
      write(['fulfilment'], async (tx) => {
        const parcel = await parcelById(tx, parcelId)
        if (parcel.parcel.packedAt !== null || parcelStanding(parcel) === 'already handed over') return asParcel(parcel)
        await atDesk(tx, parcel, desk)
        await saveScans(tx, parcelId, new Map())
        return asParcel(await parcelById(tx, parcelId))
      }),

    pack: (parcelId: string, desk?: string): Promise<{ orderId: string; parcelId: string; packedAt: Instant }> =>
      write(['fulfilment', 'orders'], async (tx) => {
        const parcel = await parcelById(tx, parcelId)
        const at = now()
        const closed = packed(parcel, { at, by: actorNow().id, zone: (await settingsOf(tx)).zone })
        if (closed !== parcel.order) {
          await atDesk(tx, parcel, desk)
          await saveActs(tx, settle, [closed], { at, what: 'packed' })
          await saveScans(tx, parcelId, new Map())
          await leave(tx, parcelId)
        }
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

export interface DeskScan {
  code: string
  parcelId: string | null
  takeOver?: boolean
  desk?: string | undefined
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
