import { productFileWords } from '../../../src-shared/catalog/product-file.words.ts'
import { businessDay, type Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { breathe, type Reader } from '../database/open.ts'
import { handedFile } from '../handed-file.ts'
import { allOf } from '../packed-parts.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { bytesOf, tooComplex } from '../spreadsheet/refuse.ts'
import type { Table } from '../spreadsheet/writing/table.ts'
import { writeCsv } from '../spreadsheet/writing/write-csv.ts'
import { writeXlsx } from '../spreadsheet/writing/write-xlsx.ts'
import { variantsInCatalogOrder } from './catalog-views.repository.ts'
import { codeKey } from './codes.ts'
import { PRODUCT_FILE } from './product-file-columns.ts'
import { type ProductFilePlan, planProductFile } from './product-file-plan.ts'
import { asRead, doubtfulPrices, headingsOf, readRows, type SheetRow } from './product-file-rows.ts'
import type { ProductSheet } from './product-sheet.ts'
import { allCodeOwners, releaseCodes, saveProduct, storedProducts } from './products.repository.ts'
import { productChange, type StoredProduct } from './stored-product.ts'

export type ReadProductSheet = (file: { name: string; bytes: Uint8Array }) => Promise<ProductSheet>

export const createProductFile = ({
  read,
  write,
  now,
  readProductSheet,
}: Pick<RoomNeeds, 'read' | 'write' | 'now'> & { readProductSheet: ReadProductSheet }) => ({
  async exportFile(format: 'csv' | 'xlsx') {
    const [variants, { zone }] = await Promise.all([variantsInCatalogOrder(read), settingsOf(read)])
    const table: Table = {
      name: 'Produk',
      columns: PRODUCT_FILE,
      rows: variants.map((variant) => PRODUCT_FILE.map((column) => column.write(variant))),
    }
    const bytes = format === 'csv' ? writeCsv(table) : writeXlsx(table)
    return handedFile(`produk-${businessDay(now(), zone)}.${format}`, MEDIA_TYPE[format], bytes)
  },

  /** All or nothing; with `store: false` nothing, only the counts. */
  async importFile({ file, store }: { file: File; store: boolean }) {
    const { name } = file
    const { isCsv, rows } = await bytesOf(file)
      .then((bytes) => readProductSheet({ name, bytes }))
      .catch(tooComplex(name))
      .catch(aboutProducts)
    const sheet = { isCsv, rows: await allOf<SheetRow>(rows) }
    if (!store) return counts((await plan(read, name, sheet, now())).plan)
    return write(['catalog', 'inventory', 'orders', 'reports'], async (tx) => {
      const { plan: planned, before } = await plan(tx, name, sheet, now())
      const changes = planned.drafts.map((draft) => ({
        draft,
        change: productChange(before.get(draft.id) ?? null, draft),
      }))
      await releaseCodes(
        tx,
        changes.flatMap(({ change }) => change.changed.map(({ id }) => id)),
      )
      for (const [index, { draft, change }] of changes.entries()) {
        await saveProduct(tx, draft, change, now())
        if (index % 50 === 49) await breathe()
      }
      return counts(planned)
    })
  },
})

interface SheetToPlan {
  rows: readonly SheetRow[]
  isCsv: boolean
}

async function plan(
  reader: Reader,
  name: string,
  { rows: [heading, ...sheetRows], isCsv }: SheetToPlan,
  now: Instant,
): Promise<{ plan: ProductFilePlan; before: Map<string, StoredProduct> }> {
  const words = productFileWords[(await settingsOf(reader)).language]
  const { at, missing } = headingsOf(heading ?? { number: 1, cells: [] })
  if (missing.length > 0) throw new DomainError('FILE_COLUMNS_MISSING', { name, missing, holds: 'products' })
  const { rows, problems } = readRows(sheetRows, at, words)
  const before = await storedProducts(reader)
  const planned = planProductFile(rows, await allCodeOwners(reader), {
    products: [...before.values()],
    words,
    newId: () => newId(now),
  })
  const priceBySku = new Map(
    [...before.values()].flatMap(({ variants }) => variants.map(({ sku, price }) => [codeKey(sku), price])),
  )
  const doubted = doubtfulPrices(sheetRows, { at, isCsv }, (sku) => priceBySku.get(codeKey(sku)), words)
  const wrong = asRead([...problems, ...doubted, ...planned.problems])
  if (wrong.length > 0) throw new DomainError('PRODUCT_FILE_ROWS', { name, problems: wrong })
  return { plan: planned, before }
}

const counts = ({ products, added, changed, unchanged }: ProductFilePlan) => ({ products, added, changed, unchanged })

const MEDIA_TYPE = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The reader of files does not know what it reads for; its refusals say here where a better file comes from. */
function aboutProducts(failure: unknown): never {
  if (!(failure instanceof DomainError)) throw failure
  throw new DomainError(failure.code, { ...failure.facts, holds: 'products' })
}
