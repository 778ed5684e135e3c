import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ListingFile, ListingStatement, ListingTotals } from '../../../../../src-shared/catalog/listing-file.ts'
import type { RowProblem, RowProblemCode } from '../../../../../src-shared/channels/channel-file.ts'
import type { ProductFileRow } from '../../../../../src-shared/channels/product-file.ts'
import { columnLetter } from '../../../spreadsheet/column-letter.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import type { BookToRead, SheetHead } from '../book.ts'
import { headingTexts } from '../reading/heading-names.ts'
import { type ProductLayout, readProductRow } from './product-rows.ts'

/** A list of products: each variation once. A price or stock that cannot be read is not said, and nothing else depends on it. */
export async function readProductList(
  kind: ListingFile['kind'],
  { sheet, layout }: { sheet: SheetHead; layout: ProductLayout },
  book: BookToRead,
): Promise<ListingFile> {
  const { problems } = book
  const keys = headingTexts(sheet.firstRows[0]!)
  const above = new Map<string, Pick<ProductFileRow, 'productName' | 'parentSku'>>()
  const listings = new Map<string, ListingStatement>()
  let [rows, keptOut] = [0, 0]
  const report = (row: SheetRow, code: RowProblemCode, column: keyof ProductLayout['columns'], blocks: boolean) =>
    problems.add(problemAt(row, code, layout.columns[column] ?? -1, keys, blocks))
  for await (const batch of book.rowsOf(sheet)) {
    book.signal?.throwIfAborted()
    for (const row of batch) {
      const read = readProductRow(row, layout, above)
      if (!read) continue
      const { productId, modelId, productName, variationName, sku, parentSku, price, stock } = read
      rows++
      if (read.roundedId) {
        report(row, 'DIGITS_LOST', read.roundedId, true)
        keptOut++
        continue
      }
      const key = `${productId}/${modelId}`
      if (row.isCut || productName === '') {
        report(row, row.isCut ? 'ROW_CUT' : 'PRODUCT_NAME_MISSING', 'productName', true)
        keptOut++
        continue
      }
      if (listings.has(key)) report(row, 'ROW_TWICE', 'productId', false)
      if (read.isPriceUnreadable) report(row, 'NOT_AN_AMOUNT', 'price', false)
      if (read.isStockUnreadable) report(row, 'NOT_A_QUANTITY', 'stock', false)
      if (!listings.has(key))
        listings.set(key, { itemId: productId, modelId, productName, variationName, sku, parentSku, price, stock })
    }
    book.onProgress?.(rows, null)
    await nextTurn()
  }
  book.onProgress?.(rows, rows)
  const all = [...listings.values()]
  return {
    kind,
    columns: keys.filter((key) => key !== '').length,
    listings: all,
    totals: totalsOf(all, rows - keptOut),
    problems: problems.first(),
    problemCount: problems.count(),
    remarkCount: problems.remarkCount(),
    keptOut: { rows: keptOut },
    unknownColumns: [],
  }
}

const problemAt = (
  { number, cells }: SheetRow,
  code: RowProblemCode,
  at: number,
  keys: readonly string[],
  blocks: boolean,
): RowProblem => ({
  code,
  row: number,
  column: keys[at] ?? '',
  columnLetter: at < 0 ? '' : columnLetter(at),
  orderNumber: '',
  value: String(contentOf(cells[at]) ?? '')
    .slice(0, 80)
    .toWellFormed(),
  blocks,
})

function totalsOf(listings: readonly ListingStatement[], rows: number): ListingTotals {
  const sum = (of: (each: ListingStatement) => number) => listings.reduce((total, each) => total + of(each), 0)
  return {
    rows,
    products: new Set(listings.map(({ itemId }) => itemId)).size,
    listings: listings.length,
    withCode: listings.filter(({ sku }) => sku !== '').length,
    stock: sum(({ stock }) => stock ?? 0),
    value: sum(({ price, stock }) => (price ?? 0) * (stock ?? 0)),
    from: null,
    to: null,
  }
}
