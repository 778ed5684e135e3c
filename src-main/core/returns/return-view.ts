import { wholeName } from '../../../src-shared/catalog/goods-name.ts'
import type { Return } from '../../../src-shared/returns/return.ts'
import { variantLabels } from '../catalog/catalog.repository.ts'
import { nameOfListing } from '../catalog/variation-name.ts'
import type { Reader } from '../database/open.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import { inspectedPieces } from '../orders/goods-back.ts'
import type { OrderDocument } from '../orders/order-document.ts'
import { listingsOf, orderRowById } from '../orders/order-view.repository.ts'
import { goodsBackOf } from '../orders/settle-orders.ts'
import { toldReturnsOf } from '../orders/told-returns.repository.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { evidenceOf } from './evidence.repository.ts'
import { paidInto, refundable } from './refundable.ts'
import { deadlineOf, expectedRow, issuedCosts } from './return-list.repository.ts'
import { claimsOf, inspectionsOf, refundsOf, returnHead } from './returns.repository.ts'

/** One return as its page shows it; of an order that has none, the goods that could come back. */
export async function returnInFull(reader: Reader, order: OrderDocument): Promise<Return> {
  const settings = await settingsOf(reader)
  const row = (await orderRowById(reader, order.id))!
  const [expected, head] = [await expectedRow(reader, order.id), await returnHead(reader, order.id)]
  const goods = await goodsBackOf(reader, order)
  const told = await toldReturnsOf(reader, [order])
  const inspections = await inspectionsOf(reader, order.id)
  // what was looked at keeps its name, whatever its line was mapped to since
  const labels = await variantLabels(reader, [
    ...goods.flatMap(({ variantId }) => variantId ?? []),
    ...inspections.map(({ variant_id }) => variant_id),
  ])
  const listings = await listingsOf(
    reader,
    order.lines.flatMap(({ listingId }) => listingId ?? []),
  )
  const costs = await issuedCosts(reader, order.id)
  const accountName = new Map((await accountsIn(reader, settings)).map(({ code, name }) => [code, name]))
  const listingName = (line: number) => {
    const listing = listings.get(order.lines.find((each) => each.line === line)?.listingId ?? '')
    return nameOfListing(listing?.productName ?? '', listing?.variationName ?? '')
  }
  return {
    orderId: order.id,
    orderNumber: order.number,
    channel: order.channel,
    shopName: row.shopName,
    why: (expected?.why as Return['why']) ?? null,
    since: expected?.since ?? null,
    deadline: expected ? deadlineOf(expected.since, settings.returnDays) : null,
    receivedAt: order.returns.receivedAt,
    pieces: expected?.pieces ?? 0,
    inspected: expected?.inspected ?? 0,
    openClaims: order.returns.openClaims,
    goods: row.goods,
    goodsName: row.goodsName,
    moreLines: row.moreLines,
    courier: row.courier,
    trackingNumber: row.trackingNumber,
    buyer: row.buyer,
    waybill: head?.waybill ?? '',
    told: told.map(({ shopId: _, orderNumber: __, pieces: ___, askedAt: ____, ...each }) => each),
    note: head?.note ?? '',
    goodsBack: goods.map((kind) => {
      const label = labels.get(kind.variantId ?? '')
      const issued = costs.get(kind.variantId ?? '')
      return {
        variantId: kind.variantId,
        line: kind.line,
        sku: label?.sku ?? '',
        label: wholeName(label?.goodsName ?? listingName(kind.line)),
        goodsName: label?.goodsName ?? listingName(kind.line),
        size: label?.size ?? '',
        colour: label?.colour ?? '',
        shelf: label?.shelf ?? '',
        photoId: label?.photoId ?? null,
        category: label?.category ?? '',
        issued: kind.issued,
        expected: kind.expected,
        inspected: inspectedPieces(kind),
        cost: issued && issued.costed === kind.issued ? issued.cost : null,
      }
    }),
    inspections: inspections.map((each) => ({
      id: each.id,
      variantId: each.variant_id,
      label: wholeName(labels.get(each.variant_id)!.goodsName),
      goodsName: labels.get(each.variant_id)!.goodsName,
      pieces: each.pieces,
      condition: each.condition as Return['inspections'][number]['condition'],
      at: each.at,
      note: each.note,
    })),
    refunds: (await refundsOf(reader, order.id)).map(({ id, day, amount, account, note }) => ({
      id,
      day,
      amount,
      account,
      accountName: accountName.get(account) ?? account,
      note,
    })),
    claims: (await claimsOf(reader, order.id)).map((claim) => ({
      id: claim.id,
      party: claim.party,
      amount: claim.amount,
      at: claim.at,
      note: claim.note,
      state: claim.paid_day !== null ? 'paid' : claim.refused_at !== null ? 'refused' : 'open',
      paid:
        claim.paid_day === null
          ? null
          : {
              day: claim.paid_day,
              amount: claim.paid_amount!,
              account: claim.paid_to!,
              accountName: accountName.get(claim.paid_to!) ?? claim.paid_to!,
            },
    })),
    evidence: await evidenceOf(reader, order.id),
    refundable: refundable(order),
    paidInto: paidInto(order),
  }
}
