import type { ProductFileKind, ProductFileRow } from '../../../../src-shared/channels/product-file.ts'
import { readSpreadsheet } from '../../spreadsheet/read-spreadsheet.ts'
import type { Sheet, SheetRow, SourceFile } from '../../spreadsheet/sheet.ts'
import { type ProductLayout, productLayout, readProductRow } from '../files/product-lists/product-rows.ts'

export interface ProductFile {
  channel: 'shopee' | 'tiktok'
  kind: ProductFileKind
  sheet: string
  rows: ProductFileRow[]
  /** Where price and stock stand, from 0; null where the file has none, and of stock where several warehouses have one each. */
  priceColumn: number | null
  stockColumn: number | null
  warehouses: number
  /** Rows whose price or stock, or the goods that they are of, cannot be read. */
  unreadable: number
}

/** A file of products as Seller Centre hands it out and takes it back; null when it is none. @throws as `readSpreadsheet` */
export async function readProductFile(file: SourceFile): Promise<ProductFile | null> {
  const { format, sheets } = await readSpreadsheet(file)
  if (format !== 'xlsx') return null
  for (const sheet of sheets) {
    if (sheet.hidden) continue
    const found = await readSheet(sheet)
    if (found) return found
  }
  return null
}

async function readSheet(sheet: Sheet): Promise<ProductFile | null> {
  const known = new Map<string, Pick<ProductFileRow, 'productName' | 'parentSku'>>()
  const rows: ProductFileRow[] = []
  let head: SheetRow[] = []
  let layout: ProductLayout | null = null
  let unreadable = 0
  for await (const batch of sheet.rows())
    for (const row of batch) {
      if (head.length < 2) {
        head = [...head, row]
        if (head.length === 1 && !productLayout(head)) return null
        if (head.length === 2) layout = productLayout(head)
        continue
      }
      const read = layout && readProductRow(row, layout, known)
      if (!read) continue
      if (read.isPriceUnreadable || read.isStockUnreadable || read.roundedId) unreadable++
      if (!read.roundedId) rows.push(read)
    }
  if (!layout) return null
  const { channel, kind, columns, warehouses } = layout
  return {
    channel,
    kind,
    sheet: sheet.name,
    rows,
    priceColumn: columns.price ?? null,
    stockColumn: warehouses.length > 1 ? null : (warehouses[0] ?? null),
    warehouses: warehouses.length,
    unreadable,
  }
}
