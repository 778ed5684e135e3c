import { addDays, type BusinessDay, businessDay, type Instant } from '../../../src-shared/kernel/business-day.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { EVERYDAY } from '../../../src-shared/ledger/account-name.ts'
import type { Channel, Marketplace } from '../../../src-shared/orders/order.ts'
import type { LineAnswer } from '../../../src-shared/payouts/line-answer.ts'
import type {
  BalanceLineRow,
  ChannelMoney,
  ExpectedRelease,
  LinesView,
  NextRelease,
  UsualDays,
} from '../../../src-shared/payouts/payouts.ts'
import type { Reader } from '../database/open.ts'
import { handedFile } from '../handed-file.ts'
import { balancesNow } from '../ledger/balances.repository.ts'
import { channelAccounts, MARKETPLACES } from '../ledger/channel-accounts.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import { type Balances, balanceOf } from '../ledger/statement-lines.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { waitingByChannel } from '../settlements/waiting.repository.ts'
import type { Settle } from '../settling/settle.ts'
import { endsOfWithdrawals, type WithdrawalEnd } from './arrivals.ts'
import { balanceChecks } from './checks.repository.ts'
import {
  arrivalsOn,
  channelsWithShops,
  heldByDay,
  heldOrders,
  type LineFound,
  lineFound,
  linesPage,
  movedByHand,
  openLines,
  ordersOf,
  ordersUnderWay,
  recentReleases,
  withdrawals,
} from './payouts.repository.ts'
import { payoutsTable } from './payouts-table.ts'
import { settleLines } from './settle-lines.ts'
import { usualDays } from './usual-days.ts'
import { removeAnswer, saveAnswer, walletLinesByIds } from './wallet-lines.repository.ts'

const TOUCHED = ['payouts', 'ledger', 'orders', 'cash', 'household'] as const
const IN_TRANSIT = '1142'
/** A channel pays late when it is this many days behind its own habit. */
const DAYS_OF_GRACE = 2
/** Days since the money was expected; 0 while the channel is not late. */
const daysLateOf = (expectedOn: BusinessDay, now: BusinessDay): number => {
  const behind = daysBetween(expectedOn, now)
  return behind > DAYS_OF_GRACE ? behind : 0
}
const MOST_EXPECTED = 1_000
const DAYS_ARRIVED = 30
const MEDIA_TYPE = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const
const DAY = 86_400_000

export interface LinesAsked {
  view: LinesView
  channel?: Channel | undefined
  query: string
}

interface ExportAsked {
  what: 'lines' | 'expected' | 'checks'
  lines?: LinesAsked | undefined
  expected?: { channel?: Channel | undefined; onlyLate: boolean } | undefined
  format: keyof typeof MEDIA_TYPE
}

interface PayoutsNeeds extends RoomNeeds {
  settle: Settle
}

/** Channels release within weeks: what they owe for longer is one sum, so that the list costs the same in every year. */
const LISTED_DAYS = 62

/** Saldo & Pencairan: the money that channels hold, release and pay out. */
export const createPayouts = ({ read, write, now, settle }: PayoutsNeeds) => {
  const today = async (reader: Reader): Promise<BusinessDay> => businessDay(now(), (await settingsOf(reader)).zone)

  const ends = async (reader: Reader) =>
    endsOfWithdrawals(await withdrawals(reader), await arrivalsOn(reader, IN_TRANSIT), await today(reader))

  /** With a shop here, or money of ours: what was theirs when the books began may be of a channel that has no shop yet. */
  const channelsOf = async (reader: Reader, balances: Balances): Promise<Channel[]> => {
    const selling = await channelsWithShops(reader)
    const holdsMoney = (channel: Marketplace) => {
      const { receivable, balance } = channelAccounts(channel)
      return balanceOf(balances, receivable) !== 0 || balanceOf(balances, balance) !== 0
    }
    return [...selling, ...MARKETPLACES.filter((channel) => !selling.includes(channel) && holdsMoney(channel))]
  }

  const usualOf = async (channel: Channel, dayOf: (at: Instant) => BusinessDay): Promise<UsualDays> => {
    const seen = (await recentReleases(read, channel)).map(({ day, completedAt, leftAt }) => ({
      completed: completedAt === null ? null : daysBetween(dayOf(completedAt), day),
      left: leftAt === null ? null : daysBetween(dayOf(leftAt), day),
    }))
    return usualDays(channel, seen)
  }

  /** The next day on which money should come, and what is late, from sums of days: Beranda asks for it again and again. */
  const next = async (): Promise<NextRelease> => {
    const { zone } = await settingsOf(read)
    const now = await today(read)
    const balances = await balancesNow(read)
    const comes = new Map<BusinessDay, Rupiah>()
    const late = { orders: 0, amount: 0 }
    let older = 0
    for (const channel of await channelsOf(read, balances)) {
      const { receivable } = channelAccounts(channel)
      const { afterCompletion } = await usualOf(channel, (at) => businessDay(at, zone))
      const days = await heldByDay(read, receivable, addDays(now, -LISTED_DAYS))
      const beyond = balanceOf(balances, receivable) - days.reduce((sum, { amount }) => sum + amount, 0)
      older += Math.max(0, beyond)
      let paid = Math.max(0, -beyond)
      for (const { day, amount, orders } of days) {
        const covered = Math.min(paid, amount)
        paid -= covered
        if (covered === amount) continue
        const expectedOn = addDays(day, afterCompletion)
        if (daysLateOf(expectedOn, now) > 0) {
          late.orders += orders
          late.amount += amount - covered
        } else comes.set(expectedOn, (comes.get(expectedOn) ?? 0) + amount - covered)
      }
    }
    const [first] = [...comes].sort(([a], [b]) => (a < b ? -1 : 1))
    return { next: first ? { day: first[0], amount: first[1] } : null, late, older }
  }

  const expectedReleases = async (): Promise<{ rows: ExpectedRelease[]; days: UsualDays[]; older: Rupiah }> => {
    const { zone } = await settingsOf(read)
    const balances = await balancesNow(read)
    const [now, channels] = [await today(read), await channelsOf(read, balances)]
    const dayOf = (at: Instant) => businessDay(at, zone)
    const days = new Map<Channel, UsualDays>()
    for (const channel of channels) days.set(channel, await usualOf(channel, dayOf))
    const held = await Promise.all(
      channels.map((channel) => heldOrders(read, channelAccounts(channel).receivable, addDays(now, -LISTED_DAYS))),
    )
    const owed = new Map(held.flat().map(({ id, amount }) => [id, amount]))
    const known = (await ordersOf(read, [...owed.keys()])).map((order) => ({ ...order, amount: owed.get(order.id)! }))
    let older = 0
    const stillHeld = channels.flatMap((channel) => {
      const owing = balanceOf(balances, channelAccounts(channel).receivable)
      const ofChannel = known.filter((order) => order.channel === channel)
      const listed = withoutPaid(ofChannel, sumOf(ofChannel).amount - owing)
      older += Math.max(0, owing - sumOf(listed).amount)
      return listed
    })
    const orders = [...stillHeld, ...(await ordersUnderWay(read)).filter(({ id }) => !owed.has(id))]
    const amounts = new Map(stillHeld.map(({ id, amount }) => [id, amount]))
    const rows = orders.flatMap((order): ExpectedRelease[] => {
      const usual = days.get(order.channel as Channel)
      const since = order.completed_at ?? order.left_at
      if (!usual || since === null) return []
      const sinceDay = dayOf(since)
      const isSold = amounts.has(order.id)
      const expectedOn = addDays(sinceDay, order.completed_at === null ? usual.afterLeaving : usual.afterCompletion)
      return [
        {
          orderId: order.id,
          number: order.number,
          channel: order.channel as Channel,
          shopName: order.shopName,
          isSold,
          since: sinceDay,
          amount: order.amount,
          expectedOn,
          // a channel owes nothing yet for what it does not call completed
          daysLate: isSold ? daysLateOf(expectedOn, now) : 0,
        },
      ]
    })
    rows.sort((a, b) =>
      a.expectedOn === b.expectedOn ? (a.number < b.number ? -1 : 1) : a.expectedOn < b.expectedOn ? -1 : 1,
    )
    // of a channel that sells nothing here there is nothing to wait for
    const selling = new Set(await channelsWithShops(read))
    return { rows, days: [...days.values()].filter(({ channel }) => selling.has(channel)), older }
  }

  const expected = async ({ channel, onlyLate }: { channel?: Channel | undefined; onlyLate: boolean }) => {
    const { rows, days, older } = await expectedReleases()
    return {
      older,
      rows: rows
        .filter((row) => (channel === undefined || row.channel === channel) && (!onlyLate || row.daysLate > 0))
        .slice(0, MOST_EXPECTED),
      days,
    }
  }

  const lines = async ({
    cursor,
    limit,
    ...asked
  }: LinesAsked & { cursor?: string | undefined; limit: number }): Promise<{
    rows: BalanceLineRow[]
    nextCursor: string | null
  }> => {
    const [day, at, id] = cursor ? decodeCursor(cursor) : []
    const after = cursor ? { day: String(day), at: Number(at), id: String(id) } : undefined
    const found = await linesPage(read, {
      ...asked,
      startDay: (await settingsOf(read)).startDay,
      after,
      limit: limit + 1,
    })
    const shown = await shownLines(read, found.slice(0, limit))
    const last = shown.at(-1)
    return { rows: shown, nextCursor: found.length > limit && last ? encodeCursor(last.day, last.at, last.id) : null }
  }

  const shownLines = async (reader: Reader, found: readonly LineFound[]): Promise<BalanceLineRow[]> => {
    const { startDay } = await settingsOf(reader)
    const endOf = found.some(({ meaning }) => meaning === 'withdrawal') ? await ends(reader) : new Map()
    return found.map(({ status, doubles, recordId, recordDay, recordNote, ...line }) => {
      const end: WithdrawalEnd | undefined = endOf.get(line.id)
      return {
        ...line,
        state: stateOf({ ...line, status, doubles }, end, startDay),
        arrivedOn: end?.arrivedOn ?? null,
        double: recordId === null ? null : { id: recordId, day: recordDay!, note: recordNote! },
      }
    })
  }

  const oneLine = async (reader: Reader, id: string): Promise<BalanceLineRow> => {
    const found = await lineFound(reader, id, (await settingsOf(reader)).startDay)
    if (!found) throw new DomainError('BALANCE_LINE_NOT_FOUND', {})
    return (await shownLines(reader, [found]))[0]!
  }

  const allLines = async (asked: LinesAsked): Promise<BalanceLineRow[]> => {
    const all: BalanceLineRow[] = []
    for (let cursor: string | undefined | null; cursor !== null; ) {
      const page = await lines({ ...asked, limit: 500, ...(cursor ? { cursor } : {}) })
      all.push(...page.rows)
      cursor = page.nextCursor
    }
    return all
  }

  /** @throws WRONG_ACCOUNT where nothing can have been paid for from there. */
  const requireAccount = async (reader: Reader, answer: LineAnswer): Promise<void> => {
    if (answer.what !== 'account' && answer.what !== 'private') return
    const code = answer.what === 'account' ? answer.account : answer.householdAccount
    const account = (await accountsIn(reader, EVERYDAY)).find((each) => each.code === code)
    const fits =
      answer.what === 'account'
        ? account?.book === 'usaha' && !account.roles.includes('stock')
        : account?.roles.includes('household spending')
    if (!fits)
      throw new DomainError('WRONG_ACCOUNT', {
        account: code,
        role: answer.what === 'account' ? 'spending' : 'household spending',
      })
  }

  return {
    async overview(): Promise<ChannelMoney[]> {
      const { startDay } = await settingsOf(read)
      const balances = await balancesNow(read)
      const [channels, open, releases, { rows }, day] = [
        await channelsOf(read, balances),
        await openLines(read, startDay),
        await waitingByChannel(read, startDay),
        await expectedReleases(),
        await today(read),
      ]
      const [all, endOf] = [await withdrawals(read), await ends(read)]
      const since = addDays(day, -DAYS_ARRIVED)
      const accounts = channels.map((channel) => channelAccounts(channel).balance)
      const byHand = await movedByHand(read, accounts, IN_TRANSIT, since)
      return channels.map((channel) => {
        const ofChannel = rows.filter((row) => row.channel === channel)
        const going = all.filter((each) => each.channel === channel && each.amount < 0)
        const inState = (...states: string[]) => going.filter(({ id }) => states.includes(endOf.get(id)?.state ?? ''))
        const counted = open.get(channel)
        const ofReleases = releases.get(channel as Marketplace)
        const { balance: wallet } = channelAccounts(channel)
        const noted = byHand.filter(({ balance }) => balance === wallet)
        return {
          channel,
          held: {
            ...sumOf(ofChannel.filter(({ isSold }) => isSold)),
            amount: balanceOf(balances, channelAccounts(channel).receivable),
            late: sumOf(ofChannel.filter(({ daysLate }) => daysLate > 0)),
          },
          underWay: sumOf(ofChannel.filter(({ isSold }) => !isSold)),
          balance: balanceOf(balances, channelAccounts(channel).balance),
          inTransit: { ...goneSum(inState('on its way', 'late')), late: goneSum(inState('late')) },
          arrived: {
            ...sumOf([
              ...inState('arrived')
                .filter(({ id }) => (endOf.get(id)?.arrivedOn ?? '') >= since)
                .map(({ amount }) => ({ amount: -amount })),
              ...noted,
            ]),
            byHand: {
              ...sumOf(noted),
              wallet,
              since,
              sort: noted.every(({ what }) => what === 'transfer') ? 'transfer' : null,
            },
          },
          asked: { count: counted?.askedCount ?? 0, amount: counted?.askedAmount ?? 0 },
          waiting: { count: counted?.waitingCount ?? 0, amount: counted?.waitingAmount ?? 0 },
          releasesWaiting: { count: ofReleases?.settlements ?? 0, amount: ofReleases?.released ?? 0 },
          toldThrough: counted?.through ?? null,
        }
      })
    },

    lines,
    next,
    expected,
    checks: () => balanceChecks(read),

    async exportFile({ what, format, lines: wanted, expected: awaited }: ExportAsked): Promise<File> {
      const { language } = await settingsOf(read)
      const table = payoutsTable(
        what === 'lines'
          ? { what, rows: await allLines(wanted ?? { view: 'all', query: '' }) }
          : what === 'expected'
            ? { what, rows: (await expected(awaited ?? { onlyLate: false })).rows }
            : { what, rows: await balanceChecks(read) },
        language,
      )
      const { writeXlsx } = await import('../spreadsheet/writing/write-xlsx.ts')
      const { writeCsv } = await import('../spreadsheet/writing/write-csv.ts')
      const name = `${table.name.toLowerCase().replaceAll(' ', '-')}-${await today(read)}.${format}`
      return handedFile(name, MEDIA_TYPE[format], format === 'csv' ? writeCsv(table, ';') : writeXlsx(table))
    },

    /** Saying it again replaces what was said. */
    answer: ({ lineId, answer }: { lineId: string; answer: LineAnswer }): Promise<BalanceLineRow> =>
      write([...TOUCHED], async (tx) => {
        const [line] = await walletLinesByIds(tx, [lineId])
        if (!line) throw new DomainError('BALANCE_LINE_NOT_FOUND', {})
        const isOfOrder = line.meaning === 'income' || line.meaning === 'statement'
        if (isOfOrder && (answer.what === 'account' || answer.what === 'private'))
          throw new DomainError('LINE_NEEDS_NO_ANSWER', { type: line.type || line.description })
        await requireAccount(tx, answer)
        await saveAnswer(tx, lineId, answer, now())
        await settleLines(tx, settle, await walletLinesByIds(tx, [lineId]))
        return oneLine(tx, lineId)
      }),

    takeAnswerBack: (lineId: string): Promise<BalanceLineRow> =>
      write([...TOUCHED], async (tx) => {
        await removeAnswer(tx, lineId)
        await settleLines(tx, settle, await walletLinesByIds(tx, [lineId]))
        return oneLine(tx, lineId)
      }),
  }
}
export type PayoutsService = ReturnType<typeof createPayouts>

/**
 * Orders without those that were paid for by what names no order: releases that somebody noted by hand in one sum. They pay
 * the oldest first.
 */
function withoutPaid<Order extends { amount: number; completed_at: Instant | null; number: string }>(
  orders: readonly Order[],
  paid: number,
): Order[] {
  let left = Math.max(0, paid)
  return orders
    .toSorted((a, b) => (a.completed_at ?? 0) - (b.completed_at ?? 0) || (a.number < b.number ? -1 : 1))
    .flatMap((order) => {
      const covered = Math.min(left, Math.max(0, order.amount))
      left -= covered
      return order.amount === covered ? [] : [{ ...order, amount: order.amount - covered }]
    })
}

function stateOf(
  line: Pick<LineFound, 'status' | 'day' | 'meaning' | 'answer' | 'doubles' | 'orderNumber' | 'orderId' | 'wallet'>,
  end: WithdrawalEnd | undefined,
  startDay: BusinessDay,
): BalanceLineRow['state'] {
  const { status, day, meaning, answer, doubles, orderNumber, orderId, wallet } = line
  if (status !== 'done') return 'not done'
  if (answer?.what === 'same') return 'same as record'
  if (answer === null && (meaning === 'payment' || doubles !== null)) return day < startDay ? 'history' : 'asked'
  const isOfOrder = wallet === 'balance' && orderNumber !== '' && (meaning === 'income' || meaning === 'adjustment')
  if (isOfOrder && orderId !== null) return 'with its order'
  if (day < startDay) return 'history'
  if (isOfOrder) return 'waits for order'
  if (meaning === 'statement' || meaning === 'ads credit') return answer ? 'booked' : 'with its order'
  return end?.state ?? 'booked'
}

const daysBetween = (from: BusinessDay, to: BusinessDay): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)

const sumOf = (rows: readonly { amount: number }[]) => ({
  count: rows.length,
  amount: rows.reduce((sum, { amount }) => sum + amount, 0),
})

/** Withdrawals go out; people count what is on its way. */
const goneSum = (rows: readonly { amount: number }[]) => ({ count: rows.length, amount: 0 - sumOf(rows).amount })
