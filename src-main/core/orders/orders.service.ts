import {
  addDays,
  type BusinessDay,
  businessDay,
  firstOfMonth,
  monthOf,
  startOfDay,
} from '../../../src-shared/kernel/business-day.ts'
import { MOST_PIECES_IN_ORDER } from '../../../src-shared/kernel/limits.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { EVERYDAY } from '../../../src-shared/ledger/account-name.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { OrderSnapshot } from '../../../src-shared/orders/order.ts'
import { SUMMED_AT_ONCE } from '../../../src-shared/orders/orders.contract.ts'
import type { ExportStep, OrderColumn, ProfitSum } from '../../../src-shared/orders/orders.ts'
import {
  type KnownBuyer,
  LATE_RISK_MS,
  MOST_LINES,
  type Order,
  type OwnSaleChange,
  type OwnSaleDraft,
} from '../../../src-shared/orders/orders.ts'
import { ordersWords } from '../../../src-shared/orders/orders.words.ts'
import type { WaysOut } from '../../../src-shared/orders/ways-out.ts'
import { variantLabels } from '../catalog/catalog.repository.ts'
import { isMade } from '../database/made-once.ts'
import { breathe, noteDone, type Reader, type Tx } from '../database/open.ts'
import { closedThroughOf, requireOpenDay } from '../ledger/closed-periods.repository.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle } from '../settling/settle.ts'
import { takingBack } from '../taking-back.ts'
import { requireUsual } from '../unusual-total.ts'
import { salesBeforeBooks } from './before-books.repository.ts'
import { NO_RETURNS, type OrderDocument } from './order-document.ts'
import { type OrderInSheet, ordersTable } from './order-export.ts'
import { asInSheet, goodsText, listedProfits, orderInFull, withProfit } from './order-in-full.ts'
import { leftAt } from './order-life.ts'
import { isSearch, type ListFilter } from './order-list-plan.ts'
import type { Damaged } from './order-rows.ts'
import { orderRowById, orderRows, ordersForProfit, orderTotals, tabCounts, totalsOf } from './order-view.repository.ts'
import { ordersByIds, saveNote } from './orders.repository.ts'
import { cancelledSale, dayOfSale, ownSale } from './own-sale.ts'
import { isTypingMistake } from './own-sale-cancelling.ts'
import { changedSale, factsOfSale, movesGoods, movesMoney, saleFactsChanged } from './own-sale-change.ts'
import { knownBuyers, lastLineOfSale, nextSaleNumber, ownShop, recordSaleChanges } from './own-sales.repository.ts'
import { parcelByCode } from './parcels.repository.ts'
import { isToBeFilled } from './sending-instead.ts'
import { saveSentInstead } from './sent-instead.repository.ts'
import { saveOrder } from './settle-orders.ts'
import { type TakenIn, takeIn } from './take-in.ts'
import { waysOut } from './ways-out.ts'

/** What a window or a door asks of a list. */
type AskedList = Omit<ListFilter, 'dueBefore' | 'range' | 'cursor' | 'limit'> & {
  from?: BusinessDay | undefined
  to?: BusinessDay | undefined
  isUrgent?: boolean | undefined
}

/** Before any order: where a range has no beginning. */
const EARLIEST_DAY = '2000-01-01'
const PAGE_OF_MANY = 250
/** A sheet has 1.048.576 rows, but nobody reads so many, and their text fills the memory of a small laptop. */
const MOST_EXPORTED = 100_000
const MEDIA_TYPE = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

interface OrdersNeeds extends RoomNeeds {
  settle: Settle
  /** Pieces of a SKU that came back and wait to be inspected. */
  piecesAtReturns: (reader: Reader, variantId: string) => Promise<number>
}

interface AskedInstead {
  id: string
  line: number
  variantId: string | null
  note: string
}

export const createOrders = ({ read, write, now, settle, piecesAtReturns }: OrdersNeeds) => {
  async function inFull(reader: Reader, id: string): Promise<Order> {
    const stored = (await ordersByIds(reader, [id], 'left out')).get(id)
    const row = await orderRowById(reader, id)
    if (!stored || !row) throw new DomainError('ORDER_NOT_FOUND', { code: id })
    return orderInFull(reader, row, stored.document)
  }

  const stored = async (tx: Tx, id: string, damaged: Damaged = 'refused') => {
    const order = (await ordersByIds(tx, [id], damaged)).get(id)
    if (!order) throw new DomainError('ORDER_NOT_FOUND', { code: id })
    return order
  }

  /** What a list is asked for, with the moments of its days. */
  async function filterOf({ isUrgent, from, to, ...asked }: AskedList): Promise<Omit<ListFilter, 'cursor' | 'limit'>> {
    if (isUrgent) return { ...asked, tab: 'to_ship', dueBefore: now() + LATE_RISK_MS }
    if (from === undefined && to === undefined) return asked
    const { zone } = await settingsOf(read)
    const [first, last] = [from ?? EARLIEST_DAY, to ?? businessDay(now(), zone)]
    return {
      ...asked,
      range: { from: first, to: last, begins: startOfDay(first, zone), ends: startOfDay(addDays(last, 1), zone) },
    }
  }

  /** The pages of a list one after another; between them others have their turn. */
  async function* pagesOf<Page extends { nextCursor: string | null }>(
    filter: Omit<ListFilter, 'cursor' | 'limit'>,
    pageOf: (reader: Reader, filter: ListFilter) => Promise<Page>,
  ): AsyncGenerator<Page> {
    let cursor: string | undefined
    do {
      const page = await pageOf(read, { ...filter, cursor, limit: PAGE_OF_MANY })
      yield page
      cursor = page.nextCursor ?? undefined
      await breathe()
    } while (cursor !== undefined)
  }

  async function requireWallet(tx: Tx, code: AccountCode | null) {
    if (code === null) return
    const wallets = (await accountsIn(tx, EVERYDAY)).filter(({ roles }) => roles.includes('wallet'))
    if (!wallets.some((wallet) => wallet.code === code && wallet.book === 'usaha'))
      throw new DomainError('SALE_WALLET_UNKNOWN', {})
  }

  function requireDiscount(lines: readonly { price: number; pieces: number }[], discount: number) {
    const value = lines.reduce((sum, { pieces, price }) => sum + pieces * price, 0)
    if (discount > value) throw new DomainError('SALE_DISCOUNT_TOO_LARGE', { discount, value })
  }

  /** What these goods are called. */
  async function requireGoods(tx: Tx, lines: readonly { variantId: string | null }[]) {
    const ids = lines.flatMap(({ variantId }) => variantId ?? [])
    const labels = await variantLabels(tx, ids)
    for (const id of ids) if (!labels.has(id)) throw new DomainError('PRODUCT_NOT_FOUND', { id })
    return labels
  }

  /**
   * What was sold may still be said otherwise as long as its month is open, nothing is on its way back, and no courier has what was
   * packed piece by piece. (What lies packed here is taken out or filled up at the desk, which stops for it.)
   */
  async function requireOtherGoods(tx: Tx, before: OrderDocument, after: OrderDocument) {
    const facts = { orderNumber: before.number }
    if (after.lines.length === 0) throw new DomainError('OWN_SALE_WITHOUT_GOODS', facts)
    const pieces = after.lines.reduce((sum, line) => sum + line.pieces, 0)
    if (after.lines.length > MOST_LINES || pieces > MOST_PIECES_IN_ORDER)
      throw new DomainError('OWN_SALE_TOO_LARGE', { ...facts, lines: MOST_LINES, pieces: MOST_PIECES_IN_ORDER })
    if (before.comesBackAt !== null) throw new DomainError('OWN_SALE_CAME_BACK', facts)
    if (before.parcels.some(({ handedOverAt, contents }) => handedOverAt !== null && contents !== null))
      throw new DomainError('OWN_SALE_PACKED_AND_GONE', facts)
    const left = leftAt(before)
    if (left === null) return
    const day = businessDay(left, (await settingsOf(tx)).zone)
    if (day <= (await closedThroughOf(tx))) throw new DomainError('OWN_SALE_MONTH_CLOSED', { ...facts, day })
  }

  /** Money of a sale moves as long as none of it came back, to an open day on which its parcel had not gone yet. */
  async function requireMovable(tx: Tx, before: OrderDocument, after: OrderDocument, isMeant: boolean | undefined) {
    const facts = { orderNumber: before.number }
    const { zone } = await settingsOf(tx)
    if (JSON.stringify(before.returns) !== JSON.stringify(NO_RETURNS))
      throw new DomainError('OWN_SALE_CAME_BACK', facts)
    const [was, is] = [factsOfSale(before), factsOfSale(after)]
    const day = businessDay(is.soldAt, zone)
    if (day !== businessDay(was.soldAt, zone)) await requireOpenDay(tx, day, now())
    const handedOver = Math.min(...before.parcels.map(({ handedOverAt }) => handedOverAt ?? Number.POSITIVE_INFINITY))
    if (is.soldAt > handedOver && is.soldAt !== was.soldAt) throw new DomainError('SOLD_AFTER_HANDOVER', facts)
    requireDiscount(after.lines, is.discount)
    if (is.paidInto !== was.paidInto) await requireWallet(tx, is.paidInto)
    if (after.buyerPayment > before.buyerPayment) await requireUsual(tx, 'sale', after.buyerPayment, isMeant)
  }

  return {
    get: (id: string): Promise<Order> => inFull(read, id),
    tabs: () => tabCounts(read),

    async beforeBooks() {
      if (await closedThroughOf(read)) return null
      const { startDay } = await settingsOf(read)
      const sales = await salesBeforeBooks(read, startDay)
      return sales && { ...sales, startDay, begins: firstOfMonth(monthOf(sales.firstDay)) }
    },

    async list(asked: AskedList & { cursor?: string | undefined; limit: number }) {
      const filter = { ...(await filterOf(asked)), cursor: asked.cursor, limit: asked.limit }
      const { found, nextCursor } = await orderRows(read, filter)
      const isWholeSearch = isSearch(filter) && filter.cursor === undefined && nextCursor === null
      return {
        rows: await withProfit(read, found),
        nextCursor,
        totals: isWholeSearch ? totalsOf(found) : await orderTotals(read, filter),
      }
    },

    /** The profits of a whole list, some at a time, so that nobody waits for them. */
    async profitSum({ all, ...asked }: AskedList & { all: boolean }, signal?: AbortSignal): Promise<ProfitSum> {
      const filter = await filterOf(asked)
      const sum = { profit: 0, expectedFees: 0, orders: 0, withoutCost: 0, withoutFees: 0, isEstimate: false }
      for await (const { found } of pagesOf(filter, ordersForProfit)) {
        if (signal?.aborted) break
        sum.orders += found.length
        if (!all && sum.orders > SUMMED_AT_ONCE) return { ...sum, profit: null }
        for (const [index, { profit, costIncomplete, isEstimate, channelFees, expectedFees }] of (
          await listedProfits(read, found)
        ).entries()) {
          sum.withoutCost += costIncomplete ? 1 : 0
          if (profit === null) continue
          const isForetold = expectedFees !== null
          sum.profit += profit
          sum.expectedFees += expectedFees ?? 0
          sum.withoutFees += channelFees === null && !isForetold && found[index]!.row.channel !== 'own' ? 1 : 0
          sum.isEstimate ||= isEstimate || isForetold
        }
      }
      return sum
    },

    async *exportFile(
      { format, columns, ...asked }: AskedList & { format: 'xlsx' | 'csv'; columns: OrderColumn[] },
      signal?: AbortSignal,
    ): AsyncGenerator<ExportStep> {
      const filter = await filterOf(asked)
      const { zone, language } = await settingsOf(read)
      const { orders: counted } = await orderTotals(read, { ...filter, limit: 1 })
      if (counted > MOST_EXPORTED) throw new DomainError('LIST_TOO_LONG', { orders: counted, most: MOST_EXPORTED })
      await write([], async (tx) => noteDone(tx, { format, orders: counted }), 'step')
      const rows: OrderInSheet[] = []
      for await (const { found } of pagesOf(filter, orderRows)) {
        if (signal?.aborted) return
        rows.push(...(await asInSheet(read, found)))
        yield { kind: 'progress', done: rows.length, total: Math.max(counted, rows.length) }
      }
      const table = ordersTable(rows, columns, { language, zone })
      const { writeXlsx } = await import('../spreadsheet/writing/write-xlsx.ts')
      const { writeCsv } = await import('../spreadsheet/writing/write-csv.ts')
      const bytes = format === 'csv' ? writeCsv(table, ';') : writeXlsx(table)
      yield {
        kind: 'file',
        name: `${ordersWords[language].fileName}-${businessDay(now(), zone)}.${format}`,
        type: MEDIA_TYPE[format],
        base64: Buffer.from(bytes).toString('base64'),
      }
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
    recordOwnSale: (draft: OwnSaleDraft): Promise<Order> =>
      write(['orders', 'inventory', 'ledger', 'reports'], async (tx) => {
        if (await isMade(tx, draft.id, draft)) return inFull(tx, draft.id)
        // the id of an order that a channel told of
        if ((await ordersByIds(tx, [draft.id])).size > 0) throw new DomainError('ACT_ID_USED', {})
        const { zone } = await settingsOf(tx)
        const day = dayOfSale(draft, zone)
        await requireOpenDay(tx, day, now())
        const labels = await requireGoods(tx, draft.lines)
        const total = draft.lines.reduce((sum, { pieces, price }) => sum + pieces * price, 0)
        await requireUsual(tx, 'sale', total, draft.isMeant)
        requireDiscount(draft.lines, draft.discount ?? 0)
        await requireWallet(tx, draft.paidInto ?? null)
        const shopId = await ownShop(tx, now())
        const document = ownSale(draft, shopId, await nextSaleNumber(tx, day))
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
        return inFull(tx, draft.id)
      }),

    changeOwnSale: (change: OwnSaleChange): Promise<Order> =>
      write(['orders', 'inventory', 'ledger', 'reports'], async (tx) => {
        const { document, seq } = await stored(tx, change.id)
        const facts = { orderNumber: document.number }
        if (document.channel !== 'own') throw new DomainError('ONLY_OWN_SALES_CHANGE', facts)
        if (document.channelState === 'cancelled') throw new DomainError('OWN_SALE_IS_CANCELLED', facts)
        const changed = changedSale(document, change, { now: now(), lastLine: await lastLineOfSale(tx, change.id) })
        const labels = await requireGoods(tx, [...document.lines, ...changed.lines])
        const differs = saleFactsChanged(document, changed, (id) => labels.get(id)!.label)
        if (differs.length === 0) return inFull(tx, change.id)
        if (movesMoney(differs)) await requireMovable(tx, document, changed, change.isMeant)
        if (movesGoods(differs)) await requireOtherGoods(tx, document, changed)
        await saveOrder(tx, settle, { document: changed, seq }, await goodsText(tx, changed), null)
        await recordSaleChanges(tx, change.id, now(), differs)
        return inFull(tx, change.id)
      }),

    buyers: (query: string): Promise<KnownBuyer[]> => knownBuyers(read, query),

    cancelOwnSale: (id: string, reason: string): Promise<Order> =>
      write(['orders', 'inventory', 'ledger', 'reports'], async (tx) => {
        const { document, seq } = await stored(tx, id, 'left out')
        const facts = { orderNumber: document.number }
        if (document.channel !== 'own') throw new DomainError('NOT_AN_OWN_SALE', facts)
        if (document.channelState === 'cancelled') throw new DomainError('ORDER_ALREADY_CANCELLED', facts)
        if (!isTypingMistake(document, now(), await settingsOf(tx))) throw new DomainError('OWN_SALE_HAS_LEFT', facts)
        const cancelled = cancelledSale(document, now(), reason)
        const goods = await goodsText(tx, document)
        const event = { at: now(), what: 'cancelled', detail: reason } as const
        await takingBack(() => saveOrder(tx, settle, { document: cancelled, seq }, goods, event))
        return inFull(tx, id)
      }),

    waysOut: (id: string, variantId: string): Promise<WaysOut> => waysOut(read, id, variantId, piecesAtReturns),

    sendInstead: ({ id, line, variantId, note }: AskedInstead): Promise<Order> =>
      write(['orders', 'inventory', 'ledger', 'reports'], async (tx) => {
        const { document, seq } = await stored(tx, id)
        const asked = document.lines.find((each) => each.line === line)
        if (!asked || !isToBeFilled(document, asked))
          throw new DomainError('TOO_LATE_TO_SEND_OTHER', { orderNumber: document.number })
        const labels = await requireGoods(tx, [{ variantId }])
        const instead = variantId === null ? [] : [{ line, variantId, note, at: now() }]
        await saveSentInstead(tx, { orderId: id, line }, instead[0] ?? null, now())
        const sentInstead = [...document.sentInstead.filter((each) => each.line !== line), ...instead]
        const detail = variantId === null ? '' : [labels.get(variantId)!.label, note].filter(Boolean).join('. ')
        await saveOrder(tx, settle, { document: { ...document, sentInstead }, seq }, await goodsText(tx, document), {
          at: now(),
          what: variantId === null ? 'sent as sold' : 'sent instead',
          detail,
        })
        return inFull(tx, id)
      }),

    note: (id: string, note: string): Promise<{ id: string }> =>
      write(['orders'], async (tx) => {
        const { document } = await stored(tx, id)
        await saveNote(tx, document.id, note)
        return { id }
      }),
  }
}
export type OrdersService = ReturnType<typeof createOrders>
