import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { MoneyLine } from '../../../src-shared/orders/order.ts'
import {
  type OwnSaleChange,
  type PaymentKind,
  paysLater,
  type SaleFact,
  type SaleFactChanged,
} from '../../../src-shared/orders/orders.ts'
import { withDerived } from './joined-statements.ts'
import type { OrderDocument, OrderDocumentLine } from './order-document.ts'
import { withParcels } from './order-parcels.ts'
import { buyerPays, saleLine, saleMoney } from './own-sale.ts'
import type { StatedStates } from './state-order.ts'

/** A changed own sale is a new statement of the same document; what was done with its parcel here stays. Pure. */

const amountOf = (money: readonly MoneyLine[], kind: MoneyLine['kind']) =>
  money.filter((line) => line.kind === kind).reduce((total, { amount }) => total + amount, 0)

/** What a sale says today, in the words of a change. */
export const factsOfSale = (sale: OrderDocument) => ({
  soldAt: sale.placedAt!,
  payment: sale.paymentMethod as PaymentKind,
  paidInto: sale.paidInto,
  discount: amountOf(sale.money, 'seller discount'),
  shippingPaid: amountOf(sale.money, 'shipping paid by buyer'),
  buyerName: sale.recipient.name,
  phone: sale.recipient.phone,
  address: sale.recipient.address,
  city: sale.recipient.city,
  province: sale.recipient.province,
  courier: sale.courier,
  trackingNumber: sale.trackingNumber,
  shipBy: sale.shipBy,
  note: sale.buyerNote,
})

/**
 * The sale after a change. Its number stays, whatever day it is moved to: people have it on paper.
 * @param lastLine the last number that a line of this sale ever had; goods added now come after it.
 */
export function changedSale(
  sale: OrderDocument,
  change: OwnSaleChange,
  { now, lastLine }: { now: Instant; lastLine: number },
): OrderDocument {
  const facts = { ...factsOfSale(sale), ...withoutBlanks(change) }
  const { soldAt, payment, discount, shippingPaid, buyerName, phone, address, city, province } = facts
  // a wallet was named for the kind of payment that stands no more
  const paidInto = change.payment !== undefined && change.paidInto === undefined ? null : facts.paidInto
  const moved = (at: Instant | null) => (at === sale.placedAt ? soldAt : at)
  const prices = new Map(change.prices?.map(({ line, price }) => [line, price]))
  const pieces = new Map(change.pieces?.map((each) => [each.line, each.pieces]))
  const lines = [
    ...sale.lines
      .map((line) => {
        const price = prices.get(line.line) ?? line.price
        return { ...line, listPrice: price, price, pieces: pieces.get(line.line) ?? line.pieces }
      })
      .filter((line) => line.pieces > 0),
    ...(change.added ?? []).map((goods, index) => saleLine(lastLine + 1 + index, goods)),
  ]
  return withParcels(
    withDerived({
      ...sale,
      placedAt: soldAt,
      paidAt: paysLater(payment) ? null : soldAt,
      statedShippedAt: moved(sale.statedShippedAt),
      deliveredAt: moved(sale.deliveredAt),
      statedCompletedAt: moved(sale.statedCompletedAt),
      statements: {
        ...sale.statements,
        states: Object.fromEntries(
          Object.entries(sale.statements.states).map(([state, stated]) => [
            state,
            {
              ...stated,
              since: moved(stated.since)!,
              atLeast: moved(stated.atLeast)!,
              atMost: moved(stated.atMost)!,
            },
          ]),
        ) as StatedStates,
        newest: { atLeast: moved(sale.statements.newest.atLeast)!, atMost: moved(sale.statements.newest.atMost)! },
      },
      shipBy: facts.shipBy,
      paymentMethod: payment,
      paidInto,
      isCod: payment === 'cod',
      courier: facts.courier,
      trackingNumber: facts.trackingNumber,
      buyerNote: facts.note,
      money: saleMoney({ discount, shippingPaid }),
      buyerPayment: buyerPays(lines, { discount, shippingPaid }),
      recipient: { ...sale.recipient, name: buyerName, phone, address, city, province },
      lines,
    }),
    now,
  )
}

/** A field that was left out stays; one that is null is cleared. */
const withoutBlanks = ({
  id: _,
  prices: _prices,
  pieces: _pieces,
  added: _added,
  isMeant: _meant,
  ...facts
}: OwnSaleChange) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<
    ReturnType<typeof factsOfSale>
  >

/**
 * What differs between two states of one sale, in the order people read it.
 * @param nameOf what goods are called today; goods that were taken off are remembered by it.
 */
export function saleFactsChanged(
  before: OrderDocument,
  after: OrderDocument,
  nameOf: (variantId: string) => string,
): SaleFactChanged[] {
  const [was, is] = [factsOfSale(before), factsOfSale(after)]
  const [old, standing] = [byLine(before), byLine(after)]
  const goods = [...new Set([...old.keys(), ...standing.keys()])].flatMap((line): SaleFactChanged[] => {
    const [one, other] = [old.get(line), standing.get(line)]
    const said = (each: OrderDocumentLine | undefined) => (each ? `${each.pieces} × ${nameOf(each.variantId!)}` : '')
    if (!one || !other) return [{ fact: 'goods', line, was: said(one), is: said(other) }]
    return (['pieces', 'price'] as const).flatMap((fact): SaleFactChanged[] =>
      one[fact] === other[fact] ? [] : [{ fact, line, was: String(one[fact]), is: String(other[fact]) }],
    )
  })
  const others = (Object.keys(was) as (keyof typeof was)[]).flatMap((fact): SaleFactChanged[] =>
    was[fact] === is[fact] ? [] : [{ fact, line: null, was: String(was[fact] ?? ''), is: String(is[fact] ?? '') }],
  )
  return [...goods, ...others]
}

const byLine = ({ lines }: OrderDocument) => new Map(lines.map((line) => [line.line, line]))

const OF_GOODS: ReadonlySet<SaleFact> = new Set(['goods', 'pieces'])

/** Whether a change says that other goods, or more or fewer of them, were sold. */
export const movesGoods = (changes: readonly SaleFactChanged[]): boolean =>
  changes.some(({ fact }) => OF_GOODS.has(fact))

const OF_MONEY: ReadonlySet<SaleFact> = new Set([
  ...OF_GOODS,
  'price',
  'discount',
  'shippingPaid',
  'payment',
  'paidInto',
  'soldAt',
])

/** Whether a change moves money, and not only what stands on a label. */
export const movesMoney = (changes: readonly SaleFactChanged[]): boolean =>
  changes.some(({ fact }) => OF_MONEY.has(fact))
