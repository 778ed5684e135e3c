import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

/**
 * The border between the shop's book and the household's: each account of one side has its mirror on the other, and what
 * moves on both by pairs of entries sums to nothing.
 */
export const BORDERS = [
  { shop: '3201', home: '9401' },
  { shop: '3101', home: '9450' },
  { shop: '1230', home: '9201' },
  { shop: '2120', home: '9130' },
] as const

/** True while every border agrees over all paired entries. Reads the border accounts' own lines, never the journal. */
export async function bordersAgree(reader: Reader): Promise<boolean> {
  const accounts = BORDERS.flatMap(({ shop, home }) => [shop, home])
  const rows = await reader
    .selectFrom('posting')
    .innerJoin('entry', 'entry.id', 'posting.entry_id')
    .select(['posting.account as account', ({ fn }) => fn.sum<Rupiah>('posting.amount').as('amount')])
    .where('posting.account', 'in', valuesIn(accounts))
    .where('entry.pair_id', 'is not', null)
    .groupBy('posting.account')
    .execute()
  const movement = new Map(rows.map(({ account, amount }) => [account, amount]))
  return BORDERS.every(({ shop, home }) => (movement.get(shop) ?? 0) + (movement.get(home) ?? 0) === 0)
}
