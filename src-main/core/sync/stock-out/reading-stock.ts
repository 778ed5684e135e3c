import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import type { ListingAtChannel, Page } from '../../channels/connectors/connector.ts'
import type { Doors } from '../../database/open.ts'
import { listingsOfProducts } from '../../orders/listings-of-statements.ts'
import type { Settle } from '../../settling/settle.ts'
import { inPieces } from '../pulling.ts'
import type { Visit } from '../visit.ts'
import { epochOf, noteThere, saveStockOut, stockOutOf } from './listing-stock.repository.ts'

/** Small enough that nobody at the pack desk waits for it. */
const AT_ONCE = 50

interface ReadingNeeds extends Pick<Doors, 'write'> {
  settle: Settle
  now: () => Instant
  isOver: () => boolean
  /** What does not wait until everything is read. */
  between: () => Promise<void>
}

/** Reads what the channel shows of everything that is on sale there; goods that nobody named yet become known, and mapped where their code is certain. */
export async function readStock(visit: Visit, { write, settle, now, isOver, between }: ReadingNeeds): Promise<void> {
  const { shopId } = visit.connection
  let cursor: string | null = null
  do {
    if (isOver()) return
    const at: string | null = cursor
    const page: Page<ListingAtChannel> = await visit.ask((shop) => shop.listings(at))
    const told = page.items.filter(({ state, productName }) => state !== 'gone' && productName !== '')
    for (const some of inPieces(told, AT_ONCE))
      await write(
        ['channels', 'catalog'],
        async (tx) => {
          const { idOf } = await listingsOfProducts(tx, settle, shopId, some, now())
          await noteThere(
            tx,
            some.map((each) => ({ listingId: idOf(each), at: each })),
            now(),
          )
        },
        'quiet step',
      )
    await between()
    cursor = page.next
  } while (cursor !== null)
  await write(
    ['channels'],
    async (tx) => {
      const kept = await stockOutOf(tx, shopId)
      const { epoch } = await epochOf(tx)
      await saveStockOut(tx, shopId, { ...kept, epoch: kept.isOn ? kept.epoch : epoch, comparedAt: now() })
    },
    'quiet step',
  )
}
