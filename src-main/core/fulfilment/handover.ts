import type { HandoverGroup, ScanResult } from '../../../src-shared/fulfilment/fulfilment.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Channel, OrderState } from '../../../src-shared/orders/order.ts'
import { saveActs } from '../orders/order-documents.ts'
import { ordersByIds } from '../orders/orders.repository.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle } from '../settling/settle.ts'
import { costOfGoodsIssued, parcelsAtTheDoor } from './fulfilment.repository.ts'
import { answer, parcelByCode, unknownCode } from './pack-desk.ts'
import { handedOver, scanAtDoor } from './packing.ts'

const natural = new Intl.Collator('id', { numeric: true, sensitivity: 'base' })

/** Serah Kurir: here goods leave the shop, so here stock and cost move. */
export const createHandover = ({ read, write, now, settle }: RoomNeeds & { settle: Settle }) => ({
  async list(): Promise<HandoverGroup[]> {
    const parcels = await parcelsAtTheDoor(read)
    const groups = Map.groupBy(parcels, ({ courier, shipping_service }) => courier || shipping_service)
    return [...groups]
      .sort(([a], [b]) => natural.compare(a, b))
      .map(([courier, rows]) => ({
        courier,
        parcels: rows.map((row) => ({
          orderId: row.id,
          orderNumber: row.number,
          channel: row.channel as Channel,
          trackingNumber: row.tracking_number,
          buyer: row.name || row.username,
          pieces: row.pieces,
          isCod: row.is_cod === 1,
          packedAt: row.packed_at!,
          state: row.state as OrderState,
        })),
      }))
  },

  async scan(typed: string): Promise<ScanResult> {
    const code = typed.trim()
    const parcel = await parcelByCode(read, code)
    return parcel ? answer(scanAtDoor(parcel.order), code, parcel) : unknownCode(code)
  },

  /** All or nothing, and the same list again answers the same. */
  finish: (orderIds: readonly string[]): Promise<{ handedOver: number; costOfGoods: number; at: Instant }> =>
    write(['fulfilment', 'orders', 'inventory', 'ledger', 'reports'], async (tx) => {
      const at = now()
      const { zone } = await settingsOf(tx)
      const stored = await ordersByIds(tx, orderIds)
      const orders = [...new Set(orderIds)].map((id) => {
        const order = stored.get(id)?.document
        if (!order) throw new DomainError('ORDER_NOT_FOUND', { code: id })
        return { before: order, after: handedOver(order, { at, zone }) }
      })
      const leaving = orders.filter(({ before, after }) => before !== after).map(({ after }) => after)
      await saveActs(tx, settle, leaving, { at, what: 'handed over' })
      const gone = orders.flatMap(({ after: { id, handedOverAt } }) => (handedOverAt ? { id, handedOverAt } : []))
      return {
        handedOver: gone.length,
        costOfGoods: await costOfGoodsIssued(
          tx,
          gone.map(({ id }) => id),
        ),
        at: gone.reduce((latest, { handedOverAt }) => Math.max(latest, handedOverAt), gone.length > 0 ? 0 : at),
      }
    }),
})
