import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { OrderState } from '../../../src-shared/orders/order.ts'
import type { ListedOrder, ProfitLadder } from '../../../src-shared/orders/orders.ts'
import type { FeeLine } from '../../../src-shared/settlements/meaning.ts'
import { leftUnknownGoods } from './goods-leaving.ts'
import { ladderLines } from './ladder-lines.ts'
import type { OrderDocument } from './order-document.ts'
import type { OrderFigures } from './order-figures.repository.ts'
import type { GoodsByLine } from './order-goods.ts'
import { hasLeftWhole, leftAt } from './order-life.ts'
import { orderAmounts } from './order-money.ts'
import type { FoundOrder } from './order-view.repository.ts'
import { refundOf } from './returned-pieces.ts'
import { sumOfFees } from './sale-for-fees.ts'
import { earnsNothing, isStillToSell, piecesBack } from './still-to-sell.ts'

/**
 * Tangga laba: from gross sales to what one order leaves. Once an order is sold, or never will be, it is read from the books, rung by
 * rung, so that ladder, list and laba rugi give one profit; before that it is the sale to come, with what the books hold of the order
 * already, and says that it is an estimate. Channel fees
 * are booked when a settlement names them; until then what rates foretell stands beside the rungs, in none of them.
 */
export function profitLadder(
  order: OrderDocument,
  goods: GoodsByLine,
  figures: OrderFigures,
  row: KnownOfOrder,
  expected: readonly FeeLine[] = [],
): ProfitLadder {
  const { isHistory, unmappedLines } = row
  const [hasLeft, hasLeftAll] = [leftAt(order) !== null, hasLeftWhole(order)]
  const isUnknown = (hasLeft && leftUnknownGoods(order, goods)) || (!hasLeftAll && unmappedLines > 0)
  const costIncomplete = isHistory || isUnknown || figures.withoutCost > 0
  const settled = {
    lines: ladderLines(order, figures, NO_FEES.has(row.state) && !figures.isReleased ? [] : expected),
    releases: order.settlements.releases.map(({ releasedOn, released, kind, description }) => ({
      releasedOn,
      released,
      kind,
      description,
    })),
    isFinal: isFinal(figures),
    expectedFees: keepsMore(row, figures) ? sumOfFees(expected) : null,
  }
  return figures.booked.size > 0 && (isHistory || !isStillToSell(order))
    ? { ...booked(order, figures), ...settled, costIncomplete, isEstimate: false, costIsEstimate: false }
    : {
        ...estimated(order, goods, figures),
        ...settled,
        costIsEstimate: !hasLeftAll,
        ...neverSold(order, costIncomplete),
      }
}

/** Not a sale yet, or none after all: nothing is foretold of it. */
const NO_FEES: ReadonlySet<OrderState> = new Set([
  'unpaid',
  'cancelled',
  'delivery_failed',
  'returned',
  'return_open',
  'unknown',
])

/**
 * Whether the channel will still keep something of an order: the one answer of ladder, list and Laba kemarin. Not once it settled, nor
 * where it owes nothing more for a sale that is booked: then whatever it kept is in the books, if only without a name.
 */
export function keepsMore(
  { channel, state, isHistory }: Pick<KnownOfOrder, 'channel' | 'state' | 'isHistory'>,
  { isReleased, booked, owed, cameBack, inTransit, kept }: OrderFigures,
): boolean {
  if (channel === 'own' || isHistory || NO_FEES.has(state) || isReleased) return false
  if (isBookedSale(booked)) return owed > 0
  return !cameBack || inTransit + kept > 0
}

const isBookedSale = (booked: OrderFigures['booked']) => [...booked.keys()].some((account) => account.startsWith('41'))

/** The channel released its money, and owes nothing more for it. */
export const isFinal = ({ isReleased, owed }: Pick<OrderFigures, 'isReleased' | 'owed'>): boolean =>
  isReleased && owed === 0

/** What a list says of the channel's part. */
export type ChannelPart = Pick<ListedOrder, 'received' | 'channelFees' | 'expectedFees' | 'isFinal'>
export const channelPart = (figures: OrderFigures, expectedFees: number | null): ChannelPart => ({
  received: figures.received,
  channelFees: channelFees(figures),
  expectedFees,
  isFinal: isFinal(figures),
})

/** Fees in the books; null while nobody told of any. */
function channelFees({ booked, received }: Pick<OrderFigures, 'booked' | 'received'>): number | null {
  const fees = [...booked].filter(([account]) => account.startsWith('61'))
  return fees.length === 0 && received === null ? null : fees.reduce((total, [, amount]) => total + amount, 0)
}

type KnownOfOrder = Pick<OrderOfList['row'], 'channel' | 'state' | 'isHistory' | 'unmappedLines'>

/** A channel's order that is on its way out: its channel told of nothing that came back. */
const ON_ITS_WAY: ReadonlySet<OrderState> = new Set([
  'unpaid',
  'to_arrange',
  'arranged',
  'printed',
  'packed',
  'handed_over',
  'partly_shipped',
  'in_transit',
  'delivered',
])

/** The last rung of the ladder from an order's row alone: read from the books, or estimated; null where that takes its document. */
export function profitOfRow({ row, hasLeft, isCompleted }: OrderOfList, figures: OrderFigures): Profit | null {
  // what was packed by its SKU may be known all the same
  if (hasLeft && row.unmappedLines > 0) return null
  const costIncomplete = row.isHistory || row.unmappedLines > 0 || figures.withoutCost > 0
  const { booked, cameBack, inTransit, kept } = figures
  if (booked.size > 0 && (row.channel === 'own' || row.isHistory || row.state === 'cancelled' || isBookedSale(booked)))
    return {
      profit: 0 - sumIn(booked),
      costOfGoods: booked.get('5101') ?? 0,
      costIncomplete,
      isEstimate: false,
    }
  if (row.state === 'cancelled') return { profit: 0, costOfGoods: 0, costIncomplete: false, isEstimate: false }
  if (row.channel === 'own' || isCompleted || !ON_ITS_WAY.has(row.state) || booked.size > 0 || cameBack) return null
  const costOfGoods = inTransit + kept
  return { profit: row.grossSales - row.sellerCuts - costOfGoods, costOfGoods, costIncomplete, isEstimate: true }
}

/** The last rung, and the one that may still be incomplete. */
export type Profit = Pick<ProfitLadder, 'profit' | 'costOfGoods' | 'costIncomplete' | 'isEstimate'>

/** An order as a list knows it, as far as its profit asks. */
export interface OrderOfList extends Pick<FoundOrder, 'hasLeft' | 'isCompleted'> {
  row: Pick<FoundOrder['row'], 'id' | 'state' | 'channel' | 'grossSales' | 'sellerCuts' | 'isHistory' | 'unmappedLines'>
}

/** Of goods that never reached their buyer nothing is left to estimate: they earn nothing and cost nothing. */
const neverSold = (order: OrderDocument, costIncomplete: boolean) =>
  earnsNothing(order) ? { costIncomplete: false, isEstimate: false } : { costIncomplete, isEstimate: true }

const sumIn = (booked: OrderFigures['booked'], fits: (account: string) => boolean = () => true) =>
  [...booked].filter(([account]) => fits(account)).reduce((total, [, amount]) => total + amount, 0)

function booked(order: OrderDocument, figures: OrderFigures) {
  const sum = (fits: (code: string) => boolean) => sumIn(figures.booked, fits)
  const grossSales = 0 - sum((code) => code.startsWith('41'))
  const cuts = sum((code) => code === '4202' || code === '4203')
  const sellerDiscount = Math.min(cuts, orderAmounts(order).sellerDiscount)
  const returned = sum((code) => code === '4201')
  const shippingPaid = 0 - sum((code) => code === '4301')
  const fees = channelFees(figures)
  const costOfGoods = sum((code) => code === '5101')
  const losses = sum((code) => code === '5105')
  const netSales = grossSales - cuts - returned
  const profit = 0 - sum(() => true)
  return {
    grossSales,
    sellerDiscount,
    sellerVoucher: cuts - sellerDiscount,
    returned,
    netSales,
    shippingPaid,
    channelFees: fees,
    costOfGoods,
    losses,
    // what no other rung names, above all claims that were paid: the rungs come to the profit whatever is booked
    otherIncome: profit - (netSales + shippingPaid - (fees ?? 0) - costOfGoods - losses),
    profit,
  }
}

/** The sale to come of what is not back, and beside it what the books hold of the order already. */
function estimated(order: OrderDocument, goods: GoodsByLine, figures: OrderFigures) {
  const { grossSales, sellerDiscount, sellerVoucher, sellerCoins, shippingPaid, net } = orderAmounts(order)
  const isNothing = earnsNothing(order)
  const inBooks = (fits: (code: string) => boolean) => sumIn(figures.booked, fits)
  const fees = channelFees(figures)
  const [refunded, losses] = [inBooks((code) => code === '4201'), inBooks((code) => code === '5105')]
  const returned = refunded + (isNothing ? net : refundOf(order, piecesBack(order, goods)))
  const costOfGoods = isNothing ? 0 : figures.inTransit + figures.kept
  const shipping = isNothing ? 0 : shippingPaid
  const otherIncome = (fees ?? 0) + losses + refunded - inBooks(() => true)
  return {
    grossSales,
    sellerDiscount,
    sellerVoucher: sellerVoucher + sellerCoins,
    returned,
    netSales: net - returned,
    shippingPaid: shipping,
    channelFees: fees,
    costOfGoods,
    losses,
    otherIncome,
    profit: net - returned + shipping - (fees ?? 0) - costOfGoods - losses + otherIncome,
  }
}

/**
 * The profit as a list shows it: nothing where a number would be wrong, or where nothing was earned and nothing will be. What was
 * over before the books began has none, and lacks nothing either.
 */
export function listedProfit(
  ladder: Profit,
  isSale: boolean,
  isHistory: boolean,
): Pick<ListedOrder, 'profit' | 'costIncomplete' | 'isEstimate'> & { costOfGoods: Rupiah | null } {
  const { profit, costOfGoods, costIncomplete, isEstimate } = ladder
  if (isHistory || (!isSale && (isEstimate || profit === 0)))
    return { profit: null, costOfGoods: null, costIncomplete: false, isEstimate: false }
  return costIncomplete
    ? { profit: null, costOfGoods: null, costIncomplete, isEstimate }
    : { profit, costOfGoods, costIncomplete, isEstimate }
}
