import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Page, Payload, ShopAtChannel, Window } from '../channels/connectors/connector.ts'
import type { Doors } from '../database/open.ts'
import { type InboxAbout, keepPayloads, packedPage } from './inbox.repository.ts'
import { moveCursor, type StoredStream, type StreamName } from './streams.repository.ts'
import type { Visit } from './visit.ts'

/**
 * Windows overlap by so much: what a channel lists late, and clocks that differ a little, is caught by the next one. Of a channel asked
 * every minute the last minutes are told again and again, which costs nothing: the same words are known by their digest.
 */
const OVERLAP_MS = 15 * 60_000

/** A list of a channel that is read by windows. */
export interface PulledList {
  stream: StreamName
  about: InboxAbout
  /** Read in one window however long it is: the list is of what stands, not of what happened. */
  isOfWhatStands?: true
  /** A page of it, whole. */
  page(visit: Visit, window: Window, cursor: string | null): Promise<Page<Payload>>
}

/**
 * Channels count whole seconds: a window that begins within one would, rounded outwards, be a second longer than the channel takes.
 */
export const wholeSecond = (at: Instant): Instant => Math.floor(at / 1000) * 1000

interface PullingNeeds extends Pick<Doors, 'write'> {
  now: () => Instant
  /** What came in is understood before more is fetched, so that orders show while a long night is still coming in. */
  understand: () => Promise<void>
  /** Whether to leave off between two pages. */
  isOver: () => boolean
}

/** Reads everything the channel changed since the last time. Every page stands in the inbox, with its cursor moved, before the next is asked. */
export async function pull(
  { stream, about, page, isOfWhatStands }: PulledList,
  { readUntil, window: begun, cursor: left }: StoredStream,
  visit: Visit,
  { write, now, understand, isOver }: PullingNeeds,
): Promise<void> {
  const { shopId } = visit.connection
  const end = visit.line.now()
  // nothing is read of what has not happened yet, whatever a laptop clock that ran ahead once said
  let from = wholeSecond(Math.min(readUntil, end) - OVERLAP_MS)
  let window = begun
  let cursor = left
  while (true) {
    window ??= { from, to: isOfWhatStands ? end : Math.min(end, from + visit.connector.facts.longestWindowMs) }
    if (window.to <= window.from) return
    const current = window
    const { items, next } = await page(visit, current, cursor)
    const packed = await packedPage(items)
    await write(
      ['channels'],
      async (tx) => {
        await keepPayloads(tx, shopId, about, packed, now())
        // the answer told the channel's time: what comes after it is still to be read
        const until = next === null ? { ...current, to: Math.min(current.to, visit.line.now()) } : current
        await moveCursor(tx, shopId, stream, until, next)
      },
      'quiet step',
    )
    await understand()
    cursor = next
    if (next === null) {
      if (current.to >= end) return
      from = wholeSecond(current.to - OVERLAP_MS)
      window = null
    }
    if (isOver()) return
  }
}

/** Reads a list once more from a moment on, whatever was read of it: what the channel listed late or left out of a page is found so. */
export async function readOnceMore(
  { about, page }: PulledList,
  since: Instant,
  visit: Visit,
  { write, now, isOver }: Omit<PullingNeeds, 'understand'>,
): Promise<void> {
  const end = visit.line.now()
  const { longestWindowMs } = visit.connector.facts
  for (let from = wholeSecond(since); from < end; from += longestWindowMs) {
    let cursor: string | null = null
    do {
      if (isOver()) return
      const told: Page<Payload> = await page(visit, { from, to: Math.min(end, from + longestWindowMs) }, cursor)
      const packed = await packedPage(told.items)
      const { shopId } = visit.connection
      await write(['channels'], (tx) => keepPayloads(tx, shopId, about, packed, now()), 'quiet step')
      cursor = told.next
    } while (cursor !== null)
  }
}

/** Orders of a page whole: those that the list did not carry are asked for. */
export const ORDERS: PulledList = {
  stream: 'orders',
  about: 'order',
  async page(visit, window, cursor) {
    const { items, next } = await visit.ask((shop) => shop.changedOrders(window, cursor))
    const carried = items.flatMap(({ payload }) => payload ?? [])
    const named = items.filter(({ payload }) => payload === null).map(({ number }) => number)
    return { items: [...carried, ...(await ordersWhole(visit, named))], next }
  },
}

export const SETTLEMENTS: PulledList = {
  stream: 'settlements',
  about: 'settlement',
  page: (visit, window, cursor) => visit.ask((shop) => shop.settlements(window, cursor)),
}

export const RETURNS: PulledList = {
  stream: 'returns',
  about: 'return',
  page: (visit, window, cursor) => visit.ask((shop) => shop.changedReturns(window, cursor)),
}

/** Items that changed; all of them where none was ever read. */
export const LISTINGS: PulledList = {
  stream: 'listings',
  about: 'item',
  isOfWhatStands: true,
  page: (visit, window, cursor) => visit.ask((shop) => shop.items(window.from <= 0 ? null : window, cursor)),
}

export const WALLET: PulledList = {
  stream: 'wallet',
  about: 'wallet line',
  page: (visit, window, cursor) => visit.ask((shop) => shop.walletLines(window, cursor)),
}

/** Orders by their numbers, as many at once as the channel takes; one that it does not know is left out. */
export async function ordersWhole(visit: Visit, numbers: readonly string[]): Promise<Payload[]> {
  const { ordersAtOnce } = visit.connector.facts
  const whole: Payload[] = []
  for (const some of inPieces([...new Set(numbers)], ordersAtOnce))
    whole.push(...(await visit.ask((shop: ShopAtChannel) => shop.orders(some))))
  return whole
}

export function* inPieces<Each>(list: readonly Each[], size: number): Generator<Each[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size)
}
