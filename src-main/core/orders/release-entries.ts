import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import { UNMAPPED_CHANNEL_FEE } from '../../../src-shared/ledger/channel-fee-account.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { Entry } from '../effects.ts'
import { type AmountLine, credit, debit } from '../entry-lines.ts'
import { channelAccounts } from '../ledger/channel-accounts.ts'
import { byDay, costsIn, type Release, refundIn, saleIn } from '../settlements/release.ts'
import type { OrderDocument } from './order-document.ts'
import type { ShopCalendar } from './order-facts.ts'
import { isCancelled, soldAt } from './order-life.ts'

/*
 * What a channel releases of one order. The sale and its returns were booked by the order itself, against what the channel
 * owes; a release takes that away again: into the balance at the channel what was released, fees and the rest to their
 * accounts as printed, a refund that the order did not know of to 4201, and what nobody can explain to 6119, where it is seen.
 */

/** How a release was taken apart. All amounts are signed as the seller sees them. */
export interface TakenApart {
  release: Release
  /** What it takes of the money that the channel owed for this order. */
  receivable: number
  /** Refunds it tells of beyond those that the order had booked (negative: of less). */
  refundBeyond: number
  /** What the order's own price has more than the channel paid for. */
  unexplained: number
}

/** A refund that the order's own effects took out of what the channel owes. */
interface OwnRefund {
  day: BusinessDay
  amount: number
}

/**
 * Every release of an order with what it takes of the order's own claim. The sale is taken by the releases that pay for goods,
 * the last of them with whatever is left of it; a refund is matched with those the order booked, whichever came first: one
 * from before a release is part of it in any case.
 */
export function takenApart(
  releases: readonly Release[],
  own: { sale: number | null; refunds: readonly OwnRefund[] },
): TakenApart[] {
  const inOrder = releases.toSorted(byDay)
  const lastWithGoods = inOrder.findLastIndex((release) => saleIn(release) !== 0)
  let left = own.sale ?? 0
  const refunds = own.refunds.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : b.amount - a.amount))
  return inOrder.map((release, index) => {
    const [sale, refund] = [saleIn(release), refundIn(release)]
    const ofSale = own.sale === null || sale === 0 ? 0 : index === lastWithGoods ? left : sale
    left -= ofSale
    let matched = 0
    while (refunds.length > 0 && (refunds[0]!.day <= release.releasedOn || matched < -refund))
      matched += refunds.shift()!.amount
    // without details what was given back is in the sum, whichever way it was
    if (release.isBare) {
      const claim = ofSale - matched
      return { release, receivable: claim, refundBeyond: 0, unexplained: claim - release.released }
    }
    return {
      release,
      receivable: ofSale - matched,
      refundBeyond: -refund - matched,
      unexplained: own.sale === null ? 0 - sale : ofSale - sale,
    }
  })
}

/** @param ownEntries the entries that the order has by itself: its sale, and what was given back of it. */
export function releaseEntries(order: OrderDocument, ownEntries: readonly Entry[], calendar: ShopCalendar): Entry[] {
  if (order.channel === 'own') return []
  const { receivable } = channelAccounts(order.channel)
  const sold = soldAt(order) !== null
  const own = {
    sale: sold ? amountOn(ownEntries, receivable, (effect) => effect === 'sale') : null,
    refunds: ownEntries
      .filter(({ effect }) => effect !== 'sale')
      .map((entry) => ({ day: entry.day, amount: -amountOn([entry], receivable) }))
      .filter(({ amount }) => amount !== 0),
  }
  const willBeSold = !sold && !isCancelled(order) && order.channelState !== 'delivery_failed'
  return takenApart(order.settlements.releases, own).map((apart) => {
    const lines = sold
      ? [credit(receivable, apart.receivable), debit('4201', apart.refundBeyond), ...remainder(apart.unexplained)]
      : willBeSold
        ? // money for goods that have not left yet is owed for until they have
          [credit(receivable, apart.receivable - apart.refundBeyond - apart.unexplained)]
        : [credit(receivable, apart.receivable), ...remainder(apart.refundBeyond + apart.unexplained)]
    return releaseEntry(order, apart.release, lines, calendar)
  })
}

const remainder = (amount: number): AmountLine[] => [debit(UNMAPPED_CHANNEL_FEE, amount)]

const amountOn = (entries: readonly Entry[], account: AccountCode, fits: (effect: string) => boolean = () => true) =>
  entries
    .filter(({ effect }) => fits(effect))
    .flatMap(({ lines }) => lines)
    .reduce((total, line) => total + (line.account === account && 'amount' in line ? line.amount : 0), 0)

function releaseEntry(order: OrderDocument, release: Release, ofTheOrder: AmountLine[], calendar: ShopCalendar): Entry {
  const { balance } = channelAccounts(order.channel)
  return {
    effect: `settlement/${release.key}`,
    book: 'usaha',
    day: release.releasedOn < calendar.startDay ? calendar.startDay : release.releasedOn,
    memo: memo(release.kind === 'order' ? 'money released' : 'channel adjustment', { order: order.number }),
    lines: summed([
      debit(balance, release.released),
      ...[...costsIn(release)].map(([account, amount]) => debit(account, amount)),
      ...ofTheOrder,
    ]),
  }
}

/**
 * Releases of an order that was over before the books began. Its sale and its fees belong to the time before; what is
 * released now was owed on that first day: it comes out of what the owner said the channel owed her then, and where she said
 * nothing it comes in with the release, so that the balance sheet shows neither a claim twice nor one below nothing.
 */
export function releasesOfHistory(order: OrderDocument, { startDay }: ShopCalendar): Entry[] {
  if (order.channel === 'own') return []
  const { receivable, balance } = channelAccounts(order.channel)
  const { releases, isInOpening } = order.settlements
  return releases
    .filter(({ releasedOn }) => releasedOn >= startDay)
    .flatMap((release): Entry[] => [
      ...(isInOpening
        ? []
        : [
            {
              effect: `settlement opening/${release.key}`,
              book: 'usaha' as const,
              day: startDay,
              memo: memo('owed by the channel at the start', { order: order.number }),
              lines: [debit(receivable, release.released), credit('3101', release.released)],
            },
          ]),
      {
        effect: `settlement/${release.key}`,
        book: 'usaha',
        day: release.releasedOn,
        memo: memo(release.kind === 'order' ? 'money released' : 'channel adjustment', { order: order.number }),
        lines: [debit(balance, release.released), credit(receivable, release.released)],
      },
    ])
}

/** One line an account. */
function summed(lines: readonly AmountLine[]): AmountLine[] {
  const byAccount = new Map<AccountCode, number>()
  for (const { account, amount } of lines) byAccount.set(account, (byAccount.get(account) ?? 0) + amount)
  return [...byAccount].flatMap(([account, amount]) => (amount === 0 ? [] : [{ account, amount }]))
}
