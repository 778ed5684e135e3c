import { businessDay, type Instant, type Zone } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { MoneyLine } from '../../../src-shared/orders/order.ts'
import { type OwnSaleDraft, PAYMENT_ACCOUNT, type PaymentKind, paysLater } from '../../../src-shared/orders/orders.ts'
import { NOT_SETTLED } from '../settlements/release.ts'
import { withDerived } from './joined-statements.ts'
import { firstParcel, NO_RETURNS, type OrderDocument, type OrderDocumentLine } from './order-document.ts'
import { joinedStates, statedOnce } from './state-order.ts'

/** Number of an own sale: `LB-261122-004`, the day and the count of that day. */
export const ownSaleNumber = (day: string, count: number): string =>
  `LB-${day.slice(2).replaceAll('-', '')}-${String(count).padStart(3, '0')}`

export const saleMoney = ({ discount, shippingPaid }: { discount: number; shippingPaid: number }): MoneyLine[] => [
  ...(discount > 0 ? [{ name: 'Diskon', kind: 'seller discount' as const, amount: discount }] : []),
  ...(shippingPaid > 0
    ? [{ name: 'Ongkos kirim', kind: 'shipping paid by buyer' as const, amount: shippingPaid }]
    : []),
]

export const buyerPays = (
  lines: readonly { price: number; pieces: number }[],
  { discount, shippingPaid }: { discount: number; shippingPaid: number },
): Rupiah => lines.reduce((total, { price, pieces }) => total + price * pieces, 0) - discount + shippingPaid

/** Goods of an own sale, sold as they are asked for. */
export const saleLine = (
  line: number,
  { variantId, pieces, price }: OwnSaleDraft['lines'][number],
): OrderDocumentLine => ({
  line,
  listingId: null,
  variantId,
  pieces,
  returnedPieces: 0,
  askedPieces: 0,
  listPrice: price,
  price,
  sellerDiscount: 0,
  channelDiscount: 0,
  weightGrams: null,
  lineId: '',
  waybill: '',
  isShipped: false,
})

/**
 * An own sale as an order. Over the counter it is paid, gone and done at once; with an address it is paid (unless COD or on
 * credit) and waits to be packed.
 */
export function ownSale(draft: OwnSaleDraft, shopId: string, number: string): OrderDocument {
  const { shipTo, soldAt } = draft
  const amounts = { discount: draft.discount ?? 0, shippingPaid: shipTo?.shippingPaid ?? 0 }
  return withDerived({
    comesBackAt: null,
    statedBackAt: null,
    returns: NO_RETURNS,
    settlements: NOT_SETTLED,
    withdrawnAt: null,
    sentInstead: [],
    id: draft.id,
    shopId,
    channel: 'own',
    number,
    channelState: 'unknown',
    rawStatus: '',
    statements: statedOnce(
      shipTo ? 'to_arrange' : 'completed',
      { atLeast: soldAt, atMost: soldAt },
      { tellsOfFailure: false },
    ),
    placedAt: soldAt,
    paidAt: paysLater(draft.payment) ? null : soldAt,
    arrangedAt: null,
    shippedAt: null,
    statedShippedAt: shipTo ? null : soldAt,
    presumedShippedAt: null,
    deliveredAt: shipTo ? null : soldAt,
    completedAt: null,
    statedCompletedAt: shipTo ? null : soldAt,
    cancelledAt: null,
    shipBy: shipTo?.shipBy ?? null,
    cancelReason: '',
    paymentMethod: draft.payment,
    isCod: draft.payment === 'cod',
    shippingService: '',
    courier: shipTo?.courier ?? '',
    trackingNumber: shipTo?.trackingNumber ?? '',
    isPickup: null,
    buyerNote: draft.note,
    sellerNote: '',
    shopFront: '',
    ownNote: null,
    paidInto: draft.paidInto ?? null,
    buyerPayment: buyerPays(draft.lines, amounts),
    money: saleMoney(amounts),
    recipient: {
      username: '',
      name: draft.buyerName,
      phone: shipTo?.phone ?? '',
      address: shipTo?.address ?? '',
      city: shipTo?.city ?? '',
      province: shipTo?.province ?? '',
    },
    lines: draft.lines.map((line, index) => saleLine(index + 1, line)),
    parcels: [firstParcel(draft.id, shipTo?.trackingNumber ?? '')],
  })
}

/** The sale after it was cancelled: nothing that was stated before is forgotten. */
export const cancelledSale = (sale: OrderDocument, at: Instant, reason: string): OrderDocument =>
  withDerived({
    ...sale,
    statements: {
      ...sale.statements,
      states: joinedStates(
        sale.statements.states,
        statedOnce('cancelled', { atLeast: at, atMost: at }, { tellsOfFailure: false }).states,
      ),
    },
    cancelledAt: at,
    cancelReason: reason,
  })

/** Where the money of an own sale lands: the wallet that was named, or the usual one of its kind of payment. */
export const walletOf = ({ paidInto, paymentMethod }: OrderDocument): AccountCode =>
  paidInto ?? PAYMENT_ACCOUNT[paymentMethod as PaymentKind]

export const dayOfSale = (draft: OwnSaleDraft, zone: Zone) => businessDay(draft.soldAt, zone)
