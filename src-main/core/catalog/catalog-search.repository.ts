import { type RawBuilder, sql } from 'kysely'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import type { Reader } from '../database/open.ts'

/**
 * Finding goods by what people type: every word must begin a code, a part of a code or a word of the name.
 * The 20,000 SKUs of the largest shop are looked through with LIKE, names once a product: 17 to 21 ms where a kept, folded
 * copy of the text takes 7 to 16 ms. The promise is 150 ms, so there is no copy that could go stale, and no FTS5 index, whose
 * tokens would break codes apart.
 */
const wordsTyped = (query: string): string[] => query.trim().split(/\s+/).filter(Boolean).slice(0, 8)

const escaped = (word: string) => word.replace(/[\\%_]/g, (sign) => `\\${sign}`)
const begins = (column: string, word: string) =>
  sql<boolean>`${sql.ref(column)} like ${`${escaped(word)}%`} escape '\\'`
/** A word begins inside `text`, which begins with a space. */
const holds = (text: RawBuilder<unknown>, word: string) =>
  sql<boolean>`${text} like ${`% ${escaped(word)}%`} escape '\\'`

/** A whole word of `text`, which begins with a space. */
const says = (text: RawBuilder<unknown>, word: string) =>
  sql<boolean>`${text} || ' ' like ${`% ${escaped(word)} %`} escape '\\'`

const NAME = sql`' ' || replace(replace(replace(p.name, '-', ' '), '/', ' '), '(', ' ')`
const CODE = sql`replace(replace(replace(v.sku, '-', ' '), '_', ' '), '.', ' ')`
const OPTIONS = sql`' ' || v.motif || ' ' || v.colour || ' ' || v.size`

const variantSays = (word: string) =>
  sql<boolean>`(${begins('v.sku', word)} or ${begins('v.barcode', word)} or ${holds(CODE, word)} or ${holds(OPTIONS, word)})`

const all = (conditions: RawBuilder<boolean>[]): RawBuilder<boolean> =>
  conditions.length === 0 ? sql<boolean>`1` : sql<boolean>`${sql.join(conditions, sql` and `)}`

/** How many of the words stand whole in name or options: the L of `lung ukir L` is a size before it begins Lung. */
const wholeWords = (words: readonly string[]) =>
  sql.join(
    words.map((word, index) => sql`(${sql.ref(`whole${index}`)} or ${says(OPTIONS, word)})`),
    sql` + `,
  )

/** Ids of SKUs on sale: the code typed first, then codes that begin so, then most words whole, then names in order. */
export async function variantIdsFound(
  reader: Reader,
  { query, limit, bundles }: { query: string; limit: number; bundles: boolean },
): Promise<string[]> {
  const words = wordsTyped(query)
  const typed = words.join(' ')
  const hits = words.flatMap((word, index) => [
    sql`(${holds(NAME, word)}) as ${sql.ref(`hit${index}`)}`,
    sql`(${says(NAME, word)}) as ${sql.ref(`whole${index}`)}`,
  ])
  const exactly = sql`v.sku = ${typed} collate nocase or v.barcode = ${typed}`
  const order = [
    ...(typed === ''
      ? []
      : [sql`${exactly} desc`, sql`${begins('v.sku', typed)} desc`, sql`${wholeWords(words)} desc`]),
    sql`product_name collate nocase, named.product_id, v.position`,
  ]
  const found = await sql<{ id: string }>`
    with named as materialized (
      select ${sql.join([sql`p.id as product_id`, sql`p.name as product_name`, ...hits])}
      from product p where p.archived_at is null
    )
    select v.id from named join variant v on v.product_id = named.product_id
    where v.archived_at is null
      and ${bundles ? sql`1` : sql`v.is_bundle = 0`}
      and ${all(words.map((word, index) => sql<boolean>`(${sql.ref(`hit${index}`)} or ${variantSays(word)})`))}
    order by ${sql.join(order)}
    limit ${limit}`.execute(reader as Parameters<RawBuilder<unknown>['execute']>[0])
  return found.rows.map(({ id }) => id)
}

export interface ProductFilter {
  query: string
  category?: string | undefined
  archived: boolean
  cursor?: string | undefined
  limit: number
}

const wanted = ({ query, category, archived }: Pick<ProductFilter, 'query' | 'category' | 'archived'>) =>
  all([
    archived ? sql<boolean>`p.archived_at is not null` : sql<boolean>`p.archived_at is null`,
    ...(category === undefined ? [] : [sql<boolean>`p.category = ${category}`]),
    ...wordsTyped(query).map(
      (word) =>
        sql<boolean>`(${holds(NAME, word)} or exists (select 1 from variant v where v.product_id = p.id and ${variantSays(word)}))`,
    ),
  ])

export interface ProductHead {
  id: string
  name: string
  category: string
  photo_id: string | null
  archived_at: number | null
}

/** One page of products by name; the cursor is the name and id of the last one seen. */
export async function productPage(
  reader: Reader,
  filter: ProductFilter,
): Promise<{ heads: ProductHead[]; nextCursor: string | null }> {
  let page = reader
    .selectFrom('product as p')
    .select(['p.id', 'p.name', 'p.category', 'p.photo_id', 'p.archived_at'])
    .where(wanted(filter))
    .orderBy(sql`p.name collate nocase`)
    .orderBy('p.id')
    .limit(filter.limit + 1)
  if (filter.cursor) {
    const [name, id] = decodeCursor(filter.cursor)
    page = page.where(sql<boolean>`(p.name collate nocase, p.id) > (${name}, ${id})`)
  }
  const found = await page.execute()
  const heads = found.slice(0, filter.limit)
  const last = heads.at(-1)
  return { heads, nextCursor: found.length > filter.limit && last ? encodeCursor(last.name, last.id) : null }
}

export async function productCount(reader: Reader, filter: Omit<ProductFilter, 'limit' | 'cursor'>): Promise<number> {
  const { total } = await reader
    .selectFrom('product as p')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where(wanted(filter))
    .executeTakeFirstOrThrow()
  return total
}

export async function categories(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('product')
    .select('category')
    .distinct()
    .where('category', '<>', '')
    .where('archived_at', 'is', null)
    .orderBy(sql`category collate nocase`)
    .execute()
  return rows.map(({ category }) => category)
}
