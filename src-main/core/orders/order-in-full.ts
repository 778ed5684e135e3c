import type { Order, OrderRow, TimelineEvent } from '../../../src-shared/orders/orders.ts'
import { variantLabels } from '../catalog/catalog.repository.ts'
import { nameOfListing } from '../catalog/variation-name.ts'
import type { Reader } from '../database/open.ts'
import { actorNames } from '../settings/actors.repository.ts'
import { settlementsOf } from '../settlements/settlements.repository.ts'
import { goodsOfOrders } from './goods-of-lines.ts'
import type { OrderDocument } from './order-document.ts'
import type { OrderInSheet, OrderWithProfit } from './order-export.ts'
import { orderFigures } from './order-figures.repository.ts'
import { leftAt } from './order-life.ts'
import { linesOfParcel, parcelStep } from './order-parcels.ts'
import {
  type FoundOrder,
  listingsOf,
  orderEntries,
  orderEvents,
  orderNames,
  type orderRowById,
} from './order-view.repository.ts'
import { ordersByIds } from './orders.repository.ts'
import { saleChangesOf } from './own-sales.repository.ts'
import { formerWaybills } from './parcels.repository.ts'
import {
  type ChannelPart,
  channelPart,
  keepsMore,
  listedProfit,
  type OrderOfList,
  type Profit,
  profitLadder,
  profitOfRow,
} from './profit-ladder.ts'
import { estimatedFees, sumOfFees } from './sale-for-fees.ts'
import { isToBeFilled } from './sending-instead.ts'

/** Everything that the panel of one order shows. */
export async function orderInFull(
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
  const labels = await variantLabels(read, [
    ...document.lines.flatMap((line) => variantOf(line) ?? []),
    ...document.sentInstead.map(({ variantId }) => variantId),
  ])
  const figures = (await orderFigures(read, [{ id: document.id, hasLeft: leftAt(document) !== null }])).get(
    document.id,
  )!
  return {
    ...row,
    recipient: document.recipient,
    parcels: document.parcels.map((parcel) => ({
      id: parcel.id,
      number: parcel.number,
      trackingNumber: parcel.waybill,
      lines: linesOfParcel(document, parcel).map(({ line }) => line),
      ...parcelStep(document, parcel),
    })),
    formerWaybills: await formerWaybills(read, document),
    money: document.money,
    buyerPayment: document.buyerPayment,
    paymentMethod: document.paymentMethod,
    paidInto: document.paidInto,
    shippingService: document.shippingService,
    shopFront: document.shopFront,
    cancelReason: document.cancelReason,
    buyerNote: document.buyerNote,
    sellerNote: document.ownNote ?? document.sellerNote,
    holdReason: document.parcels.map(({ holdReason }) => holdReason).find(Boolean) ?? '',
    entries: await orderEntries(read, document.id),
    ladder: profitLadder(
      document,
      (await goodsOfOrders(read, [document])).get(document.id)!,
      figures,
      row,
      // of a settled order too: what was expected stands beside what was kept
      (await estimatedFees(read, [document.id])).get(document.id) ?? [],
    ),
    timeline: timeline(document, await orderEvents(read, document.id), await actorNames(read)),
    changes: await saleChangesOf(read, document.id, await actorNames(read)),
    lines: document.lines.map((line) => {
      const listing = listings.get(line.listingId ?? '')
      const variantId = variantOf(line)
      const label = variantId ? labels.get(variantId) : undefined
      return {
        line: line.line,
        listingId: line.listingId,
        productName: listing?.productName ?? label?.label ?? '',
        variationName: listing?.variationName ?? '',
        goodsName: label?.goodsName ?? nameOfListing(listing?.productName ?? '', listing?.variationName ?? ''),
        channelSku: listing?.sku ?? '',
        pieces: line.pieces,
        returnedPieces: line.returnedPieces,
        listPrice: line.listPrice,
        price: line.price,
        sellerDiscount: line.sellerDiscount,
        variant: variantId && label ? { id: variantId, ...label } : null,
        sentInstead: insteadIn(document, line.line, labels),
        maySendInstead: isToBeFilled(document, line),
      }
    }),
  }
}

function insteadIn(
  { sentInstead }: OrderDocument,
  line: number,
  labels: Awaited<ReturnType<typeof variantLabels>>,
): Order['lines'][number]['sentInstead'] {
  const instead = sentInstead.find((each) => each.line === line)
  const label = instead && labels.get(instead.variantId)
  if (!instead || !label) return null
  const { variantId, note } = instead
  return { variantId, sku: label.sku, goodsName: label.goodsName, note }
}

const CHANNEL_NAME = { shopee: 'Shopee', tiktok: 'TikTok Shop', other: '', own: '' } as const

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

/** Not a sale yet, or none after all. */
const NO_SALE: ReadonlySet<OrderRow['state']> = new Set(['unpaid', 'cancelled', 'unknown'])

/** Each row with what its order leaves, as its ladder says it. */
export async function withProfit(reader: Reader, found: readonly FoundOrder[]): Promise<OrderWithProfit[]> {
  const profits = await listedProfits(reader, found)
  return found.map(({ row }, index) => ({ ...row, ...profits[index]! }))
}

/** Each row with its profit and with what its channel released of it, as the rows of a balance report are to be met. */
export async function asInSheet(reader: Reader, found: readonly FoundOrder[]): Promise<OrderInSheet[]> {
  const names = await orderNames(
    reader,
    found.map(({ row: { id } }) => id),
  )
  const settlements = await settlementsOf(reader, [...names.values()])
  return (await withProfit(reader, found)).map((row) => {
    const { shopId, number } = names.get(row.id)!
    const { releases } = settlements.of(shopId, number)
    return {
      ...row,
      releasedOn: [...new Set(releases.map(({ releasedOn }) => releasedOn))].sort(),
      released: releases.length === 0 ? null : releases.reduce((sum, { released }) => sum + released, 0),
    }
  })
}

/** What a list says that each of these orders leaves, in their order. */
export async function listedProfits(reader: Reader, found: readonly OrderOfList[]) {
  const profits = await profitsOf(reader, found)
  return found.map(({ row }) => {
    const { profit, ofChannel } = profits.get(row.id)!
    return { ...listedProfit(profit, !NO_SALE.has(row.state), row.isHistory), ...ofChannel }
  })
}

/** What orders leave, by id. Only where goods may have come back, or left without an SKU, is an order's document asked. */
export async function profitsOf(
  reader: Reader,
  found: readonly OrderOfList[],
): Promise<Map<string, { profit: Profit; ofChannel: ChannelPart }>> {
  const figures = await orderFigures(
    reader,
    found.map(({ row: { id }, hasLeft }) => ({ id, hasLeft })),
  )
  const known = new Map(found.map((each) => [each.row.id, profitOfRow(each, figures.get(each.row.id)!)]))
  const documents = await ordersByIds(
    reader,
    [...known].filter(([, profit]) => profit === null).map(([id]) => id),
    'left out',
  )
  const goods = await goodsOfOrders(
    reader,
    [...documents.values()].map(({ document }) => document),
  )
  const toCome = await estimatedFees(
    reader,
    found.flatMap(({ row }) => (keepsMore(row, figures.get(row.id)!) ? [row.id] : [])),
  )
  return new Map(
    found.map(({ row }) => [
      row.id,
      {
        profit:
          known.get(row.id) ??
          profitLadder(documents.get(row.id)!.document, goods.get(row.id)!, figures.get(row.id)!, row),
        ofChannel: channelPart(figures.get(row.id)!, sumOfFees(toCome.get(row.id) ?? [])),
      },
    ]),
  )
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
