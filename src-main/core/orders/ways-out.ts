import type { Variant } from '../../../src-shared/catalog/catalog.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Substitute, WaysOut } from '../../../src-shared/orders/ways-out.ts'
import { variantsByIds, variantsLike } from '../catalog/catalog-views.repository.ts'
import type { Reader } from '../database/open.ts'
import { goodsOfOrders } from './goods-of-lines.ts'
import { ordersByIds } from './orders.repository.ts'
import { isToBeFilled } from './sending-instead.ts'

/** Nobody compares more at a glance. */
const SHOWN = 6

/** What may be done about one SKU of an order that is not there. @throws ORDER_NOT_FOUND where the order does not hold it */
export async function waysOut(
  reader: Reader,
  orderId: string,
  variantId: string,
  piecesAtReturns: (reader: Reader, variantId: string) => Promise<number>,
): Promise<WaysOut> {
  const order = (await ordersByIds(reader, [orderId])).get(orderId)?.document
  const [variant] = await variantsByIds(reader, [variantId])
  const goods = order && (await goodsOfOrders(reader, [order])).get(orderId)
  const holding = order?.lines.filter(({ line }) => goods?.get(line)?.some((each) => each.variantId === variantId))
  if (!order || !variant || !holding?.[0]) throw new DomainError('ORDER_NOT_FOUND', { code: orderId })
  // a line that is this SKU and nothing else can be sent as another one; of a set only a part would go
  const whole = holding.find(({ line }) => goods?.get(line)?.length === 1) ?? null
  const shown = whole ?? holding[0]
  return {
    orderId,
    orderNumber: order.number,
    channel: order.channel,
    shipBy: order.shipBy,
    buyer: order.recipient.name || order.recipient.username,
    goodsName: variant.goodsName,
    line: whole?.line ?? null,
    maySendInstead: whole !== null && isToBeFilled(order, whole),
    pieces: shown.pieces,
    sales: shown.price * shown.pieces,
    atReturns: await piecesAtReturns(reader, variantId),
    substitutes: whole ? nearestFirst(await variantsLike(reader, variant, whole.pieces), variant, whole.pieces) : [],
    isCancelAsked: order.channelState === 'cancel_requested',
  }
}

/** The same product before others of its kind, and of these the nearest price. */
function nearestFirst(found: readonly Variant[], sold: Variant, pieces: number): Substitute[] {
  const distance = ({ productId, price }: Variant) =>
    (productId === sold.productId ? 0 : 1_000_000_000_000) + Math.abs(price - sold.price)
  return found
    .toSorted(
      (one, other) => distance(one) - distance(other) || one.sku.localeCompare(other.sku, 'id', { numeric: true }),
    )
    .slice(0, SHOWN)
    .map(({ id, sku, goodsName, available, averageCost }) => ({
      variantId: id,
      sku,
      goodsName,
      available,
      costMore: averageCost === null || sold.averageCost === null ? null : (averageCost - sold.averageCost) * pieces,
    }))
}
