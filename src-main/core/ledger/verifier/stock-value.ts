import { sql } from 'kysely'
import type { Reader } from '../../database/open.ts'
import { balancesNow } from '../balances.repository.ts'
import { balanceOf } from '../statement-lines.ts'
import type { Finding } from './finding.ts'

/** Merchandise in the books is the shelf to the rupiah, and goods on their way cannot be worth less than nothing. */
export async function stockValue(reader: Reader, finding: Finding): Promise<void> {
  const { say } = finding
  const balances = await balancesNow(reader)
  const { shelf, skus } = await reader
    .selectFrom('stock_level')
    .select(({ fn }) => [
      fn.coalesce(fn.sum<number>('value'), sql<number>`0`).as('shelf'),
      fn.countAll<number>().as('skus'),
    ])
    .executeTakeFirstOrThrow()
  finding.counted = skus
  const books = balanceOf(balances, '1301')
  if (books !== shelf) finding.fault(say.shelfDiffers(books, shelf))
  const inTransit = balanceOf(balances, '1303')
  if (inTransit < 0) finding.fault(say.transitNegative(-inTransit))
}
