import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { OrderSnapshot } from '../../../src-shared/orders/order.ts'
import {
  LATE_RISK_MS,
  type ListedOrder,
  type Order,
  type OrderRow,
  type OwnSaleDraft,
  type TimelineEvent,
} from '../../../src-shared/orders/orders.ts'
import { variantLabels } from '../catalog/catalog.repository.ts'
import type { Reader, Tx } from '../database/open.ts'
import { requireOpenDay } from '../ledger/open-day.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { actorNames } from '../settings/actors.repository.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle } from '../settling/settle.ts'
import type { OrderDocument } from './order-document.ts'
import { saveOrder } from './order-documents.ts'
import { orderFigures } from './order-figures.repository.ts'
import {
  type ListFilter,
  listingsOf,
  orderEntries,
  orderEvents,
  orderRowById,
  orderRows,
  orderTotals,
  tabCounts,
} from './order-view.repository.ts'
import { ordersByIds } from './orders.repository.ts'
import { cancelledSale, dayOfSale, ownSale, ownSaleNumber } from './own-sale.ts'
import { isTypingMistake } from './own-sale-cancelling.ts'
import { parcelByCode } from './parcels.repository.ts'
import { listedProfit, profitLadder } from './profit-ladder.ts'
import { type TakenIn, takeIn } from './take-in.ts'

export const createOrders = ({ read, write, now, settle }: RoomNeeds & { settle: Settle }) => {
  async function get(id: string): Promise<Order> {
    const stored = (await ordersByIds(read, [id])).get(id)
    const row = await orderRowById(read, id)
    if (!stored || !row) throw new DomainError('ORDER_NOT_FOUND', { code: id })
    return orderInFull(read, row, stored.document)
  }

  const stored = async (tx: Tx, id: string) => {
    const order = (await ordersByIds(tx, [id])).get(id)
    if (!order) throw new DomainError('ORDER_NOT_FOUND', { code: id })
    return order
  }

  return {
    get,
    tabs: () => tabCounts(read),

    async list({ isUrgent, ...asked }: Omit<ListFilter, 'dueBefore'> & { isUrgent?: boolean | undefined }) {
      const filter: ListFilter = isUrgent ? { ...asked, tab: 'to_ship', dueBefore: now() + LATE_RISK_MS } : asked
      const [{ rows, nextCursor }, totals] = await Promise.all([orderRows(read, filter), orderTotals(read, filter)])
      return { rows: await withProfit(read, rows), nextCursor, totals }
    },

    /** Takes in what a channel says about some orders, in one transaction. */
    takeIn: (shopId: string, snapshots: readonly OrderSnapshot[], source: string): Promise<TakenIn[]> =>
      write(['orders', 'catalog', 'inventory', 'ledger', 'fulfilment', 'reports'], async (tx) =>
        takeIn(tx, shopId, snapshots, source, { settle, calendar: await settingsOf(tx), now: now() }),
      ),

    async byCode(code: string) {
      const found = await parcelByCode(read, code)
      return found ? orderRowById(read, found.orderId) : null
    },

    /** The same draft again is the same sale. */
    async recordOwnSale(draft: OwnSaleDraft): Promise<Order> {
      await write(['orders', 'inventory', 'ledger', 'reports'], async (tx) => {
        if ((await ordersByIds(tx, [draft.id])).size > 0) return
        const { zone } = await settingsOf(tx)
        const day = dayOfSale(draft, zone)
        await requireOpenDay(tx, day, now())
        const labels = await variantLabels(
          tx,
          draft.lines.map(({ variantId }) => variantId),
        )
        for (const { variantId } of draft.lines)
          if (!labels.has(variantId)) throw new DomainError('PRODUCT_NOT_FOUND', { id: variantId })
        const shopId = await ownShop(tx, now())
        const document = ownSale(draft, shopId, await nextNumber(tx, day))
        await saveOrder(
          tx,
          settle,
          { document, seq: null },
          [...labels.values()].map(({ label, sku }) => `${label} ${sku}`).join(' '),
          {
            at: now(),
            what: draft.shipTo ? 'to_arrange' : 'completed',
          },
        )
      })
      return get(draft.id)
    },

    async cancelOwnSale(id: string, reason: string): Promise<Order> {
      await write(['orders', 'inventory', 'ledger', 'reports'], async (tx) => {
        const { document, seq } = await stored(tx, id)
        const facts = { orderNumber: document.number }
        if (document.channel !== 'own') throw new DomainError('NOT_AN_OWN_SALE', facts)
        if (document.channelState === 'cancelled') throw new DomainError('ORDER_ALREADY_CANCELLED', facts)
        if (!isTypingMistake(document, now(), await settingsOf(tx))) throw new DomainError('OWN_SALE_HAS_LEFT', facts)
        const cancelled = cancelledSale(document, now(), reason)
        await saveOrder(tx, settle, { document: cancelled, seq }, await goodsText(tx, document), {
          at: now(),
          what: 'cancelled',
          detail: reason,
        })
      })
      return get(id)
    },

    async note(id: string, note: string): Promise<{ id: string }> {
      await write(['orders'], async (tx) => {
        const { document } = await stored(tx, id)
        await tx.updateTable('sales_order').set({ own_note: note }).where('id', '=', document.id).execute()
      })
      return { id }
    },
  }
}
export type OrdersService = ReturnType<typeof createOrders>

/** Not a sale yet, or none after all. */
const NO_SALE: ReadonlySet<OrderRow['state']> = new Set(['unpaid', 'cancelled', 'unknown'])

/** Each row with what its order leaves, as its ladder says it. */
async function withProfit(reader: Reader, rows: readonly OrderRow[]): Promise<ListedOrder[]> {
  const ids = rows.map(({ id }) => id)
  const [documents, figures] = [await ordersByIds(reader, ids), await orderFigures(reader, ids)]
  return rows.map((row) => {
    const ladder = profitLadder(documents.get(row.id)!.document, figures.get(row.id)!, row)
    return { ...row, ...listedProfit(ladder, !NO_SALE.has(row.state)) }
  })
}

/** The names an order is found by, as stored: listings at a channel, our own labels for an own sale. */
export async function goodsText(reader: Reader, document: OrderDocument): Promise<string> {
  const listings = await listingsOf(
    reader,
    document.lines.flatMap(({ listingId }) => listingId ?? []),
  )
  const labels = await variantLabels(
    reader,
    document.lines.flatMap(({ variantId }) => variantId ?? []),
  )
  return [
    ...[...listings.values()].map(({ productName, variationName, sku }) => `${productName} ${variationName} ${sku}`),
    ...[...labels.values()].map(({ label, sku }) => `${label} ${sku}`),
  ].join(' ')
}

async function ownShop(tx: Tx, now: Instant): Promise<string> {
  const shop = await tx.selectFrom('shop').select('id').where('channel', '=', 'own').executeTakeFirst()
  if (shop) return shop.id
  const id = newId(now)
  await tx
    .insertInto('shop')
    .values({ id, channel: 'own', name: 'WhatsApp & toko', created_at: now, archived_at: null })
    .execute()
  return id
}

async function nextNumber(tx: Tx, day: string): Promise<string> {
  const prefix = ownSaleNumber(day, 0).slice(0, -3)
  const last = await tx
    .selectFrom('sales_order')
    .select('number')
    .where('number', '>=', prefix)
    .where('number', '<', `${prefix}:`)
    .where('channel', '=', 'own')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return ownSaleNumber(day, Number(last?.number.slice(prefix.length) ?? 0) + 1)
}

async function orderInFull(
  read: Reader,
  row: NonNullable<Awaited<ReturnType<typeof orderRowById>>>,
  document: OrderDocument,
): Promise<Order> {
  const listings = await listingsOf(
    read,
    document.lines.flatMap(({ listingId }) => listingId ?? []),
  )
  const variantOf = (line: OrderDocument['lines'][number]) =>
    line.variantId ?? listings.get(line.listingId ?? '')?.variantId ?? null
  const labels = await variantLabels(
    read,
    document.lines.flatMap((line) => variantOf(line) ?? []),
  )
  const figures = (await orderFigures(read, [document.id])).get(document.id)!
  return {
    ...row,
    recipient: document.recipient,
    money: document.money,
    buyerPayment: document.buyerPayment,
    paymentMethod: document.paymentMethod,
    shippingService: document.shippingService,
    cancelReason: document.cancelReason,
    buyerNote: document.buyerNote,
    sellerNote: document.ownNote ?? document.sellerNote,
    holdReason: document.parcels.map(({ holdReason }) => holdReason).find(Boolean) ?? '',
    entries: await orderEntries(read, document.id),
    ladder: profitLadder(document, figures, row),
    timeline: timeline(document, await orderEvents(read, document.id), await actorNames(read)),
    lines: document.lines.map((line) => {
      const listing = listings.get(line.listingId ?? '')
      const variantId = variantOf(line)
      const label = variantId ? labels.get(variantId) : undefined
      return {
        line: line.line,
        listingId: line.listingId,
        productName: listing?.productName ?? label?.label ?? '',
        variationName: listing?.variationName ?? '',
        channelSku: listing?.sku ?? '',
        pieces: line.pieces,
        returnedPieces: line.returnedPieces,
        listPrice: line.listPrice,
        price: line.price,
        sellerDiscount: line.sellerDiscount,
        variant: variantId && label ? { id: variantId, ...label } : null,
      }
    }),
  }
}

const CHANNEL_NAME = { shopee: 'Shopee', tiktok: 'TikTok Shop', own: '' } as const

/** The channel's own moments and what was recorded here, in order of time. */
function timeline(
  order: OrderDocument,
  events: readonly TimelineEvent[],
  nameOf: (actor: string) => string,
): TimelineEvent[] {
  const said = (
    [
      ['placed', order.placedAt],
      ['paid', order.paidAt],
      ['arranged', order.arrangedAt],
      ['delivered', order.deliveredAt],
      ['completed', order.completedAt],
      ['cancelled', order.cancelledAt],
    ] as const
  )
    .filter((moment): moment is [(typeof moment)[0], number] => moment[1] !== null)
    .map(([what, at]) => ({
      at,
      what,
      source: CHANNEL_NAME[order.channel],
      actor: '',
      detail: what === 'cancelled' ? order.cancelReason : '',
    }))
  return [...said, ...events.map((event) => ({ ...event, actor: nameOf(event.actor) }))].sort((a, b) => a.at - b.at)
}
