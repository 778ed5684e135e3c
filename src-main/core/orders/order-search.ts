import { type RawBuilder, sql } from 'kysely'
import { searchable, soughtWords, wordsOf } from '../../../src-shared/kernel/folded.ts'
import { waybillCode } from '../../../src-shared/orders/waybill.ts'
import { insertMany, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import type { OrderToSave } from './orders.repository.ts'

/**
 * How orders are found: by the beginnings of their words (number, resi, buyer, goods) in one index, and by any part of their
 * number, resi or phone in another, which keeps every three signs that stand together (FTS5's trigram tokenizer).
 */

/** The fewest signs that find a number or resi by its middle. */
const SHORTEST_PART = 4

/** So many signs that begin a code are that code, and fewer that are one to the letter: nobody means another by its middle. */
const WHOLE_CODE = 12
const KNOWN_CODE = 8

type Searched = Pick<OrderToSave, 'seq' | 'document' | 'goodsText'>

export const searchRow = (
  { seq, document, goodsText }: Searched,
  waybills: readonly string[] = document.parcels.map(({ waybill }) => waybill),
) => ({
  rowid: seq,
  number: document.number,
  tracking: [...new Set(waybills.flatMap((shown) => [shown, waybillCode(shown)]))].join(' '),
  buyer: searchable(`${document.recipient.name} ${document.recipient.username}`),
  goods: searchable(goodsText),
})

/** Number, resi and phone as they are compared: without case, blanks and dashes. */
export const codeRow = (
  { seq, document }: Pick<Searched, 'seq' | 'document'>,
  waybills: readonly string[] = document.parcels.map(({ waybill }) => waybill),
) => ({
  rowid: seq,
  number: waybillCode(document.number),
  tracking: [...new Set(waybills.map(waybillCode))].join(' '),
  phone: phoneCodes(document.recipient.phone).join(' '),
})

/** A phone as people write it from here and from abroad: `0812…` and `62812…`; one that a channel masks is none. */
function phoneCodes(shown: string): string[] {
  const own = shown.replace(/\D/g, '').replace(/^(?:62|0)/, '')
  return own.length < 8 ? [] : [`0${own}`, `62${own}`]
}

export async function insertSearched(
  tx: Tx,
  orders: readonly Searched[],
  waybills: ReadonlyMap<string, string[]> = new Map(),
): Promise<void> {
  await insertMany(
    tx,
    'order_search',
    orders.map((order) => searchRow(order, waybills.get(order.document.id))),
  )
  await insertMany(
    tx,
    'order_code',
    orders.map((order) => codeRow(order, waybills.get(order.document.id))),
  )
}

/** Orders that are not to be found any more, or not as they were. */
export async function deleteSearched(tx: Tx, orders: readonly Pick<Searched, 'seq'>[]): Promise<void> {
  const seqs = valuesIn(orders.map(({ seq }) => seq))
  await tx.deleteFrom('order_search').where('rowid', 'in', seqs).execute()
  await tx.deleteFrom('order_code').where('rowid', 'in', seqs).execute()
}

/** Words as an FTS5 query for their beginnings; none find nothing. */
const beginnings = (words: readonly string[]): string =>
  soughtWords(words)
    .map((word) => `"${word}"*`)
    .join(' AND ') || '""'

/**
 * Words a person typed, as an FTS5 prefix query, folded like the words it looks through; signs alone find nothing. A code typed
 * with blanks or dashes is also looked for without them.
 */
export function ftsQuery(typed: string): string {
  const words = wordsOf(typed)
  return words.length > 1 && /\d/.test(typed) ? `${beginnings(words)} OR "${words.join('')}"*` : beginnings(words)
}

/** A part of a code that a text names, and the words that stand beside it (`putri 8610`). */
interface SoughtCode {
  part: string
  beside: readonly string[]
}

function soughtCodes(typed: string): SoughtCode[] {
  const words = wordsOf(typed)
  const whole = waybillCode(words.join(''))
  const parts = words.filter((word) => word.length >= SHORTEST_PART && /\d/.test(word))
  const [longest] = parts.toSorted((a, b) => b.length - a.length)
  const beside = words.filter((word) => word !== longest)
  return [
    ...(whole.length >= SHORTEST_PART ? [{ part: whole, beside: [] }] : []),
    ...(longest !== undefined && beside.length > 0 ? [{ part: waybillCode(longest), beside }] : []),
  ]
}

/** The newest orders of buyers with names that begin so, or with this part of their phone; null while too little is typed. */
export function buyerHits(
  query: string,
  also: readonly RawBuilder<unknown>[],
  most: number,
): RawBuilder<number> | null {
  const words = wordsOf(query)
  const digits = query.replace(/\D/g, '').replace(/^0+/, '')
  if (words.join('').length < 2) return null
  const found = [
    newest('order_search', `buyer : (${beginnings(words)})`, also, most),
    ...(digits.length >= SHORTEST_PART ? [newest('order_code', `phone : "${digits}"`, also, most)] : []),
  ]
  return sql<number>`(${sql.join(found, sql` union `)})`
}

const newest = (
  index: string,
  asked: string,
  conditions: readonly RawBuilder<unknown>[],
  most: number | RawBuilder<number>,
) => sql`
  select * from (select f.rowid as seq from ${sql.table(index)} f join sales_order o on o.seq = f.rowid
    where ${sql.join([sql`${sql.table(index)} match ${asked}`, ...conditions], sql` and `)} order by f.rowid desc limit ${most})`

/**
 * Row numbers of the newest hits that fulfil `also` (of `o`, the order), as a list in brackets. Each index answers newest
 * first and stops when enough are found, so that a search takes as long in a shop of a million orders as in one of a thousand.
 */
export function searchHits(query: string, also: readonly RawBuilder<unknown>[], most: number): RawBuilder<number> {
  const found = [
    newest('order_search', ftsQuery(query), also, most),
    ...soughtCodes(query).map(({ part, beside }) =>
      newest(
        'order_code',
        `"${part}"`,
        [
          ...(beside.length === 0
            ? []
            : [sql`f.rowid in (select rowid from order_search where order_search match ${beginnings(beside)})`]),
          ...also,
        ],
        unlessKnown(query, beside.length === 0 && part.length >= WHOLE_CODE, most),
      ),
    ),
  ]
  return sql<number>`(select seq from (${sql.join(found, sql` union `)}) order by seq desc limit ${most})`
}

/**
 * As many hits of a part as are asked for; none when what was typed is a code to the letter, or begins one. Asked as a limit: SQLite
 * works that out before it opens the index of parts, whose every three signs stand in many orders of a large shop; a condition
 * comes after.
 */
function unlessKnown(query: string, isLong: boolean, most: number): RawBuilder<number> {
  const code = waybillCode(wordsOf(query).join(''))
  if (code.length < KNOWN_CODE) return sql`${most}`
  const known = [
    sql`exists (select 1 from waybill where code = ${code})`,
    sql`exists (select 1 from sales_order where number = ${query.trim()} collate nocase)`,
    ...(isLong ? [sql`exists (select 1 from order_search where order_search match ${ftsQuery(query)})`] : []),
  ]
  return sql`(case when ${sql.join(known, sql` or `)} then 0 else ${most} end)`
}
