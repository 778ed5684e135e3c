import { type RawBuilder, sql } from 'kysely'
import { searchable, soughtWords, wordsOf } from '../../../src-shared/kernel/folded.ts'
import { ownDigits } from '../../../src-shared/kernel/phone.ts'
import { waybillCode } from '../../../src-shared/orders/waybill.ts'
import { insertMany, type Tx } from '../database/open.ts'
import { blindFor, blindNamesFor } from '../database/sealed-for.ts'
import { valuesIn } from '../database/values-in.ts'
import type { OrderToSave } from './orders.repository.ts'

/**
 * How orders are found: by the beginnings of their words (number, resi, buyer, goods) in one index, and by any part of their
 * number or resi in another, which keeps every three signs that stand together (FTS5's trigram tokenizer). Buyers are sealed: of their names the first
 * index holds what stands for each beginning, of a phone the other what stands for its first six and its last four digits, so it is found by its
 * beginning, by its end and whole.
 */

/** The fewest signs that find a number or resi by its middle. */
const SHORTEST_PART = 4

/** So many signs that begin a code are that code, and fewer that are one to the letter: nobody means another by its middle. */
const WHOLE_CODE = 12
const KNOWN_CODE = 8

type Searched = Pick<OrderToSave, 'seq' | 'document' | 'goodsText'>

export const searchRow = (
  { seq, document, goodsText }: Searched,
  blind: (names: string) => string | null,
  waybills: readonly string[] = document.parcels.map(({ waybill }) => waybill),
) => ({
  rowid: seq,
  number: document.number,
  tracking: [...new Set(waybills.flatMap((shown) => [shown, waybillCode(shown)]))].join(' '),
  buyer: buyerWords(document.recipient, blind),
  goods: searchable(goodsText),
})

function buyerWords(
  { name, username }: { name: string; username: string },
  blind: (names: string) => string | null,
): string {
  const words = searchable(`${name} ${username}`)
  return blind(words) ?? words
}

/** Number, resi and phone as they are compared: without case, blanks and dashes. */
export const codeRow = (
  { seq, document }: Pick<Searched, 'seq' | 'document'>,
  blind: (text: string) => string,
  waybills: readonly string[] = document.parcels.map(({ waybill }) => waybill),
) => ({
  rowid: seq,
  number: waybillCode(document.number),
  tracking: [...new Set(waybills.map(waybillCode))].join(' '),
  phone: phoneWords(document.recipient.phone, blind),
})

const ENDING = 4
const BEGINNING = 6

/** What stands for the beginning and the end of a phone. None for one that a channel masks. */
function phoneWords(shown: string, blind: (text: string) => string): string {
  const own = ownDigits(shown)
  return own.length < 8
    ? ''
    : `${blind(`beginning ${own.slice(0, BEGINNING)}`)} ${blind(`ending ${own.slice(-ENDING)}`)}`
}

export async function insertSearched(
  tx: Tx,
  orders: readonly Searched[],
  waybills: ReadonlyMap<string, string[]> = new Map(),
): Promise<void> {
  await insertMany(
    tx,
    'order_search',
    orders.map((order) => searchRow(order, (names) => blindNamesFor(tx, names), waybills.get(order.document.id))),
  )
  await insertMany(
    tx,
    'order_code',
    orders.map((order) => codeRow(order, (text) => blindFor(tx, text), waybills.get(order.document.id))),
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

/** The newest orders of buyers with names that begin so, or whose phone is this, or begins or ends so; null while too little is typed. */
export function buyerHits(
  query: string,
  also: readonly RawBuilder<unknown>[],
  most: number,
): RawBuilder<number> | null {
  const words = wordsOf(query)
  if (words.join('').length < 2) return null
  const found = [newest('order_search', `buyer : (${beginnings(words)})`, also, most), ...phonesLike(query, also, most)]
  return sql<number>`(${sql.join(found, sql` union `)})`
}

/** Row numbers of the orders of buyers in whose names all these words stand. */
export const nameHits = (name: string): RawBuilder<number> =>
  sql<number>`(${newest('order_search', `buyer : (${beginnings(wordsOf(name))})`, [], -1)})`

/** Row numbers of the newest orders whose phone is this, or begins or ends so. */
export const phoneHits = (phone: string, also: readonly RawBuilder<unknown>[], most: number): RawBuilder<number> =>
  sql<number>`(${sql.join(phonesLike(phone, also, most))})`

/** Nothing where what was typed is no part of a phone. */
function phonesLike(
  typed: string,
  also: readonly RawBuilder<unknown>[],
  most: number | RawBuilder<number>,
): RawBuilder<unknown>[] {
  const digits = /\p{L}/u.test(typed) ? '' : typed.replace(/\D/g, '')
  if (digits.length < ENDING) return []
  const [begins, ends] = [ownDigits(digits).slice(0, BEGINNING), digits.slice(-ENDING)]
  const word = (text: string) => sql`'"' || blind(${text}) || '"'`
  const asked =
    begins.length < BEGINNING
      ? sql`'phone : ' || ${word(`ending ${ends}`)}`
      : sql`'phone : (' || ${word(`beginning ${begins}`)} || ' OR ' || ${word(`ending ${ends}`)} || ')'`
  const isIt = sql`exists (select 1 from order_recipient p where p.order_id = o.id
    and dials(opened('order_recipient/' || p.order_id || '/phone', p.phone), ${digits}))`
  return [newest('order_code', asked, [isIt, ...also], most)]
}

const newest = (
  index: string,
  asked: string | RawBuilder<unknown>,
  conditions: readonly RawBuilder<unknown>[],
  most: number | RawBuilder<number>,
) => sql`
  select * from (select f.rowid as seq from ${sql.table(index)} f join sales_order o on o.seq = f.rowid
    where ${sql.join([sql`${sql.table(index)} match also_sealed(${asked})`, ...conditions], sql` and `)} order by f.rowid desc limit ${most})`

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
        `{number tracking} : "${part}"`,
        [
          ...(beside.length === 0
            ? []
            : [
                sql`f.rowid in (select rowid from order_search where order_search match also_sealed(${beginnings(beside)}))`,
              ]),
          ...also,
        ],
        unlessKnown(query, beside.length === 0 && part.length >= WHOLE_CODE, most),
      ),
    ),
    ...phonesLike(query, also, unlessKnown(query, false, most)),
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
