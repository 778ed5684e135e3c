import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import { UNMAPPED_CHANNEL_FEE } from '../../../src-shared/ledger/channel-fee-account.ts'
import type { Marketplace } from '../../../src-shared/orders/order.ts'
import type { WaitingSettlement } from '../../../src-shared/settlements/settlements.contract.ts'
import type { Reader } from '../database/open.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { namesSoFar } from './names.repository.ts'

/** Releases since the books began whose order nobody told of yet: no money of them is booked. */
const waiting = (reader: Reader, startDay: BusinessDay) =>
  reader
    .selectFrom('settlement as s')
    .innerJoin('shop', 'shop.id', 's.shop_id')
    .where('s.withdrawn_at', 'is', null)
    .where('s.released_on', '>=', startDay)
    .where('s.order_number', '<>', '')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sales_order as o')
            .select('o.id')
            .whereRef('o.shop_id', '=', 's.shop_id')
            .whereRef('o.number', '=', 's.order_number')
            .where('o.withdrawn_at', 'is', null),
        ),
      ),
    )

interface Waiting {
  settlements: number
  released: number
}

export async function waitingByChannel(reader: Reader, startDay: BusinessDay): Promise<Map<Marketplace, Waiting>> {
  const rows = await waiting(reader, startDay)
    .select(({ fn }) => [
      'shop.channel',
      fn.countAll<number>().as('settlements'),
      fn.sum<number>('s.released').as('released'),
    ])
    .groupBy('shop.channel')
    .execute()
  return new Map(rows.map(({ channel, ...sum }) => [channel as Marketplace, sum]))
}

export async function waitingTotal(reader: Reader, startDay: BusinessDay): Promise<Waiting> {
  const sums = [...(await waitingByChannel(reader, startDay)).values()]
  return sums.reduce(
    (total, { settlements, released }) => ({
      settlements: total.settlements + settlements,
      released: total.released + released,
    }),
    { settlements: 0, released: 0 },
  )
}

/** One page of them, the newest first. */
export async function waitingPage(
  reader: Reader,
  startDay: BusinessDay,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ rows: WaitingSettlement[]; nextCursor: string | null }> {
  const [day, seq] = cursor ? decodeCursor(cursor) : [null, null]
  const found = await waiting(reader, startDay)
    .select([
      's.seq',
      's.id',
      'shop.name as shopName',
      'shop.channel',
      's.order_number as orderNumber',
      's.kind',
      's.released_on as releasedOn',
      's.released',
      's.description',
    ])
    .$if(cursor !== undefined, (rows) =>
      rows.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('s.released_on', 's.seq'), '<', tuple(String(day), Number(seq))),
      ),
    )
    .orderBy('s.released_on', 'desc')
    .orderBy('s.seq', 'desc')
    .limit(limit + 1)
    .execute()
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    rows: rows.map(({ seq: _, channel, ...row }) => ({ ...row, channel: channel as Marketplace })),
    nextCursor: last && found.length > limit ? encodeCursor(last.releasedOn, last.seq) : null,
  }
}

/** How many names are to be mapped, and releases wait. */
export async function feesToDo(reader: Reader): Promise<{ unmapped: number; waiting: number; released: number }> {
  const { startDay } = await settingsOf(reader)
  const { settlements, released } = await waitingTotal(reader, startDay)
  const unmapped = await namesSoFar(reader, ({ account }) => account === UNMAPPED_CHANNEL_FEE)
  return { unmapped: unmapped.length, waiting: settlements, released }
}
