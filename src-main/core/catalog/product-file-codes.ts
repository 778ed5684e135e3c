import type { ProductFileWords } from '../../../src-shared/catalog/product-file.words.ts'
import { codeKey } from './codes.ts'
import type { FileRow, RowProblem } from './product-file-rows.ts'
import type { CodeOwner } from './product-rules.ts'

/** Codes that another SKU would have too once every row is stored. */
export function codeClashes(
  rows: readonly FileRow[],
  codes: readonly CodeOwner[],
  rowBySku: ReadonlyMap<string, FileRow>,
  words: ProductFileWords,
): RowProblem[] {
  const problems: RowProblem[] = []
  const ownerByBarcode = new Map<string, CodeOwner>()
  const ownerBySku = new Map(codes.map((owner) => [codeKey(owner.sku), owner]))
  for (const owner of codes) {
    const row = rowBySku.get(codeKey(owner.sku))
    // a row that has a barcode column decides for its SKU, so barcodes may pass from one row to another
    if (owner.barcode !== null && row?.barcode === undefined) ownerByBarcode.set(codeKey(owner.barcode), owner)
  }
  const rowByBarcode = new Map<string, FileRow>()
  for (const row of rows) {
    const skuOwner = ownerByBarcode.get(codeKey(row.sku))
    if (skuOwner && codeKey(skuOwner.sku) !== codeKey(row.sku))
      problems.push({ row: row.row, column: 'Kode SKU', value: row.sku, reason: words.skuTaken(skuOwner.productName) })
    if (row.barcode === undefined || row.barcode === null) continue
    const key = codeKey(row.barcode)
    const other = rowByBarcode.get(key) ?? (rowBySku.get(key) === row ? undefined : rowBySku.get(key))
    const owner = ownerByBarcode.get(key) ?? ownerBySku.get(key)
    const say = (reason: string) => problems.push({ row: row.row, column: 'Barcode', value: row.barcode!, reason })
    if (other) say(words.barcodeTwice(other.row))
    else if (owner && codeKey(owner.sku) !== codeKey(row.sku)) say(words.barcodeTaken(owner.productName))
    rowByBarcode.set(key, row)
  }
  return problems
}
