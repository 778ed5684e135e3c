import { type RawBuilder, sql } from 'kysely'
import { soughtWords, wordsOf } from '../../../src-shared/kernel/folded.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import type { Reader } from '../database/open.ts'

/**
 * Finding goods by what people type: every word must begin a code, a part of a code or a word of the name, whatever its case,
 * accents and apostrophes. The 20,000 SKUs of the largest shop are folded and looked through with LIKE, a product at a
 * time and only then its SKUs: well within the 150 ms that are promised, so there is no copy of the text that could go
 * stale, and no FTS5 index, whose tokens would break codes apart.
 */
const typedWords = (query: string): string[] => soughtWords(query.trim().split(/\s+/).filter(Boolean))
/** The parts of words that count: `abu-abu` has two. */
const partsOf = (words: readonly string[]): string[] => soughtWords(words.flatMap(wordsOf))

const escaped = (word: string) => word.replace(/[\\%_]/g, (sign) => `\\${sign}`)
const begins = (column: string, word: string) =>
  sql<boolean>`${sql.ref(column)} like ${`${escaped(word)}%`} escape '\\'`
/** A word begins inside `text`, which is folded and begins with a space. */
const holds = (text: string, word: string) => sql<boolean>`${sql.ref(text)} like ${`% ${word}%`}`
/** A whole word of `text`, which is folded and begins with a space. */
const says = (text: string, word: string) => sql<boolean>`${sql.ref(text)} || ' ' like ${`% ${word} %`}`

const all = (conditions: RawBuilder<boolean>[]): RawBuilder<boolean> =>
  conditions.length === 0 ? sql<boolean>`1` : sql<boolean>`(${sql.join(conditions, sql` and `)})`

/** Code, barcode and options of one SKU. */
const GOODS = sql`v.sku || ' ' || coalesce(v.barcode, '') || ' ' || v.motif || ' ' || v.colour || ' ' || v.size`

/** Products with everything by which they and their SKUs are found. */
const described = (condition: RawBuilder<boolean>) => sql`described as materialized (
  select p.id as product_id, p.name as product_name, ' ' || searchable(p.name) as name_text,
    ' ' || searchable(p.name || ' ' || group_concat(${GOODS}, ' ')) as family_text
  from product p join variant v on v.product_id = p.id where ${condition} group by p.id)`

/** Every part of what was typed begins a word of the product or of one of its SKUs. */
const inFamily = (typed: readonly string[]) => all(partsOf(typed).map((word) => holds('described.family_text', word)))

/** Ids of SKUs on sale: the code typed first, then codes that begin so, then most words whole, then names in order. */
export async function variantIdsFound(
  reader: Reader,
  { query, limit, bundles }: { query: string; limit: number; bundles: boolean },
): Promise<string[]> {
  const words = typedWords(query)
  const typed = words.join(' ')
  const parts = partsOf(words)
  const answers = (word: string) => {
    const code = sql<boolean>`${begins('sku', word)} or ${begins('barcode', word)}`
    const spoken = partsOf([word]).map((part) => holds('goods_text', part))
    return spoken.length === 0 ? sql<boolean>`(${code})` : sql<boolean>`(${code} or ${all(spoken)})`
  }
  const order = [
    ...(typed === ''
      ? []
      : [sql`sku = ${typed} collate nocase or barcode = ${typed} desc`, sql`${begins('sku', typed)} desc`]),
    // the L of `lung ukir L` is a size before it begins Lung
    ...(parts.length === 0
      ? []
      : [
          sql`${sql.join(
            parts.map((part) => sql`(${says('goods_text', part)})`),
            sql` + `,
          )} desc`,
        ]),
    sql`natural(product_name), product_id, position`,
  ]
  const found = await sql<{ id: string }>`
    with ${described(sql<boolean>`p.archived_at is null and v.archived_at is null`)},
    sku_on_sale as materialized (
      select v.id, v.sku, v.barcode, v.position, described.product_id, described.product_name,
        described.name_text || ' ' || searchable(${GOODS}) as goods_text
      from described join variant v on v.product_id = described.product_id
      where v.archived_at is null and ${bundles ? sql`1` : sql`v.is_bundle = 0`} and ${inFamily(words)}
    )
    select id from sku_on_sale where ${all(words.map(answers))}
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

const wanted = ({ query, category, archived }: Pick<ProductFilter, 'query' | 'category' | 'archived'>) => {
  const kept = archived ? sql<boolean>`p.archived_at is not null` : sql<boolean>`p.archived_at is null`
  const words = typedWords(query)
  const ofSigns = words.filter((word) => wordsOf(word).length === 0)
  return all([
    kept,
    ...(category === undefined ? [] : [sql<boolean>`p.category = ${category}`]),
    ...(words.length === ofSigns.length
      ? []
      : [
          sql<boolean>`p.id in (with ${described(kept)} select described.product_id from described where ${inFamily(words)})`,
        ]),
    ...ofSigns.map(
      (word) =>
        sql<boolean>`exists (select 1 from variant v where v.product_id = p.id and (${begins('v.sku', word)} or ${begins('v.barcode', word)}))`,
    ),
  ])
}

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
    .orderBy(sql`natural(p.name)`)
    .orderBy('p.id')
    .limit(filter.limit + 1)
  if (filter.cursor) {
    const [name, id] = decodeCursor(filter.cursor)
    page = page.where(sql<boolean>`(natural(p.name), p.id) > (natural(${name}), ${id})`)
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
    .orderBy(sql`natural(category)`)
    .execute()
  return rows.map(({ category }) => category)
}
