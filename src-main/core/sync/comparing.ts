import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Page } from '../channels/connectors/connector.ts'
import type { Doors, Reader } from '../database/open.ts'
import { forgetOldPayloads, keepPayloads, packedPage } from './inbox.repository.ts'
import { inPieces, ordersWhole, wholeSecond } from './pulling.ts'
import type { Comparison } from './streams.repository.ts'
import type { Visit } from './visit.ts'

const DAY = 86_400_000
/** Every night these days are fetched anew, whatever anybody told of them: a change that was never listed is found so. */
const NEAR_DAYS = 3
/** And once in a while all numbers of these days are compared; what is missing or still open here is fetched. */
const FAR_DAYS = 15

/**
 * Compares the orders of the last days with the channel by their numbers, and fetches what is missing here, what is still under way here, and
 * all of the last three days. What only we know is counted, never taken out.
 */
export async function compare(
  visit: Visit,
  { read, write, now }: Pick<Doors, 'read' | 'write'> & { now: () => Instant },
): Promise<Comparison> {
  const { shopId } = visit.connection
  const to = visit.line.now()
  const [near, far] = [new Set<string>(), new Set<string>()]
  const days = visit.connector.facts.longestWindowMs
  for (let from = wholeSecond(to - FAR_DAYS * DAY) + 1000; from < to; from += days) {
    const window = { from, to: Math.min(to, from + days) }
    for (const number of await placed(visit, window)) far.add(number)
  }
  for (const number of await placed(visit, { from: wholeSecond(to - NEAR_DAYS * DAY), to })) near.add(number)
  const ours = await ordersPlacedSince(read, shopId, to - FAR_DAYS * DAY)
  const isHere = new Set(ours.map(({ number }) => number))
  const all = new Set([...far, ...near])
  const missing = [...all].filter((number) => !isHere.has(number))
  // also those not listed: a list whose pages moved while it was read leaves some out, and so may have done when they changed
  const open = ours.filter(({ isOpen }) => isOpen).map(({ number }) => number)
  const fetched = new Set([...missing, ...open, ...near])
  for (const some of inPieces([...fetched], visit.connector.facts.ordersAtOnce)) {
    const packed = await packedPage(await ordersWhole(visit, some))
    await write(['channels'], (tx) => keepPayloads(tx, shopId, 'order', packed, now()), 'quiet step')
  }
  await write(['channels'], (tx) => forgetOldPayloads(tx, shopId, now()), 'quiet step')
  return {
    at: now(),
    compared: all.size,
    missing: missing.length,
    unknownThere: [...isHere].filter((number) => !all.has(number)).length,
  }
}

async function placed(visit: Visit, window: { from: Instant; to: Instant }): Promise<string[]> {
  const numbers: string[] = []
  let cursor: string | null = null
  do {
    const at: string | null = cursor
    const page: Page<string> = await visit.ask((shop) => shop.placedOrders(window, at))
    numbers.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return numbers
}

const FINAL = ['completed', 'cancelled', 'returned']

async function ordersPlacedSince(
  reader: Reader,
  shopId: string,
  since: Instant,
): Promise<{ number: string; isOpen: boolean }[]> {
  const rows = await reader
    .selectFrom('sales_order')
    .select(['number', 'state'])
    .where('shop_id', '=', shopId)
    .where('placed_at', '>=', since)
    .where('withdrawn_at', 'is', null)
    .execute()
  return rows.map(({ number, state }) => ({ number, isOpen: !FINAL.includes(state) }))
}
