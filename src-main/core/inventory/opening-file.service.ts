import { openingCellWords } from '../../../src-shared/inventory/opening.words.ts'
import { businessDay } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { codeKey } from '../catalog/codes.ts'
import type { ReadProductSheet } from '../catalog/product-file.service.ts'
import type { SheetRow } from '../catalog/product-file-rows.ts'
import type { Reader } from '../database/open.ts'
import { handedFile } from '../handed-file.ts'
import { allOf } from '../packed-parts.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle } from '../settling/settle.ts'
import { bytesOf, tooComplex } from '../spreadsheet/refuse.ts'
import type { Table } from '../spreadsheet/writing/table.ts'
import { writeCsv } from '../spreadsheet/writing/write-csv.ts'
import { writeXlsx } from '../spreadsheet/writing/write-xlsx.ts'
import { OPENING_FILE, type OpeningPlan, openingHeadings, planOpeningFile } from './opening-file.ts'
import { allOpeningRows, openingGoods } from './opening-stock.repository.ts'
import { saveOpenings, soldSince, TOUCHED_BY_OPENINGS } from './opening-stock.service.ts'

/** Opening stock as a sheet: taken out, filled in elsewhere, taken in again. */
export const createOpeningFile = ({
  read,
  write,
  now,
  settle,
  readProductSheet,
}: RoomNeeds & { settle: Settle; readProductSheet: ReadProductSheet }) => ({
  async exportFile(format: 'csv' | 'xlsx') {
    const { zone } = await settingsOf(read)
    const rows = await allOpeningRows(read, soldSince(now(), zone))
    const table: Table = {
      name: 'Stok Awal',
      columns: OPENING_FILE,
      rows: rows.map((row) => OPENING_FILE.map((column) => column.write(row))),
    }
    const bytes = format === 'csv' ? writeCsv(table) : writeXlsx(table)
    return handedFile(`stok-awal-${businessDay(now(), zone)}.${format}`, MEDIA_TYPE[format], bytes)
  },

  /** All or nothing; with `store: false` nothing, only the counts. */
  async importFile({ file, store, isMeant }: { file: File; store: boolean; isMeant?: boolean | undefined }) {
    const { name } = file
    const { rows } = await bytesOf(file)
      .then((bytes) => readProductSheet({ name, bytes }))
      .catch(tooComplex(name))
      .catch(aboutOpenings)
    const sheet = await allOf<SheetRow>(rows)
    if (!store) return counts(await plan(read, name, sheet), 0)
    return write(TOUCHED_BY_OPENINGS, async (tx) => {
      const planned = await plan(tx, name, sheet)
      const { documentsCosted } = await saveOpenings(tx, planned.lines, { now: now(), settle, isMeant })
      return counts(planned, documentsCosted)
    })
  },
})

async function plan(reader: Reader, name: string, [heading, ...rows]: readonly SheetRow[]): Promise<OpeningPlan> {
  const { at, missing } = openingHeadings(heading ?? { number: 1, cells: [] })
  if (missing.length > 0) throw new DomainError('FILE_COLUMNS_MISSING', { name, missing, holds: 'opening stock' })
  const goods = new Map(
    (await openingGoods(reader)).flatMap(({ sku, barcode, ...each }) =>
      [barcode ?? sku, sku].map((code) => [codeKey(code), each] as const),
    ),
  )
  const planned = planOpeningFile(rows, at, goods, openingCellWords[(await settingsOf(reader)).language])
  if (planned.problems.length > 0) throw new DomainError('OPENING_FILE_ROWS', { name, problems: planned.problems })
  return planned
}

const counts = ({ lines, unchanged }: OpeningPlan, documentsCosted: number) => ({
  changed: lines.length,
  unchanged,
  value: lines.reduce((sum, { pieces, unitCost }) => sum + (pieces ?? 0) * (unitCost ?? 0), 0),
  documentsCosted,
})

const MEDIA_TYPE = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The reader of files does not know what it reads for; its refusals say here where a better file comes from. */
function aboutOpenings(failure: unknown): never {
  if (!(failure instanceof DomainError)) throw failure
  throw new DomainError(failure.code, { ...failure.facts, holds: 'opening stock' })
}
