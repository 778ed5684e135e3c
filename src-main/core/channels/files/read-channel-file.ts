import type { ChannelFile } from '../../../../src-shared/channels/channel-file.ts'
import type { OtherReport } from '../../../../src-shared/channels/file-contents.ts'
import type { Instant, Zone } from '../../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../../src-shared/kernel/refusal.ts'
import { readSpreadsheet } from '../../spreadsheet/read-spreadsheet.ts'
import type { Sheet, SheetRow } from '../../spreadsheet/sheet.ts'
import type { Recognised } from './file-kind.ts'
import { fileKinds, kindOf } from './kinds.ts'
import { createProblemList } from './reading/problem-list.ts'
import { headingTexts, otherReport } from './reading/recognise.ts'

export interface ChannelFileRequest {
  name: string
  bytes: Uint8Array
  /** The zone the shop's own clock shows; the file carries none. */
  zone: Zone
  /** When the file was last changed, as far as the door it came through knows. */
  modifiedAt?: Instant | null | undefined
  /** Rows read so far; the total is known only at the end. */
  onProgress?: ((done: number, total: number | null) => void) | undefined
  signal?: AbortSignal | undefined
}

/** A heading row stands in the first rows of a sheet, or the sheet holds something else. */
const ROWS_BEFORE_HEADING = 20

/**
 * Reads a file that a channel handed out (XLSX, XLS or CSV) without writing anything. Documents with a blocking problem stay
 * out whole and are named in `problems`, the first of them in the file itself; all others come back as statements.
 * @throws FILE_EMPTY, FILE_TOO_LARGE, FILE_NOT_A_SPREADSHEET, FILE_DAMAGED, FILE_UNPACKS_TOO_LARGE, FILE_TOO_MANY_ROWS,
 * FILE_NOT_RECOGNISED, FILE_COLUMNS_MISSING, FILE_WITHOUT_ORDERS; the signal's reason when aborted.
 */
export async function readChannelFile(
  request: ChannelFileRequest,
  problems = createProblemList(),
): Promise<ChannelFile> {
  const { name, zone, modifiedAt = null, onProgress, signal } = request
  signal?.throwIfAborted()
  const { format, sheets } = await readSpreadsheet(request)
  const { sheet, recognised, headingRow } = await findSheet(name, sheets)
  const { missing } = recognised
  if (missing.length > 0) throw new DomainError('FILE_COLUMNS_MISSING', { name, missing })
  const rows = rowsBelow(sheet, headingRow)
  const file = await recognised.read({ rows, isCsv: format === 'csv', zone, modifiedAt, problems, onProgress, signal })
  if (kindOf(file).isEmpty(file)) throw new DomainError('FILE_WITHOUT_ORDERS', { name })
  return file
}

interface SheetFound {
  sheet: Sheet
  recognised: Recognised<ChannelFile>
  headingRow: number
}

async function findSheet(name: string, sheets: readonly Sheet[]): Promise<SheetFound> {
  const found: SheetFound[] = []
  let headings: string[] | undefined
  let other: OtherReport | undefined
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const rows = await firstRows(sheet)
    if (rows[0]) headings ??= headingTexts(rows[0])
    for (const row of rows) {
      const recognised = recognisedIn(row)
      other ??= otherReport(row)
      if (!recognised) continue
      found.push({ sheet, recognised, headingRow: row.number })
      break
    }
  }
  if (headings === undefined) throw new DomainError('FILE_EMPTY', { name })
  const [only, second] = found
  if (only === undefined) throw notRecognised(name, headings, other)
  // Reading one sheet and leaving the other would lose orders without a word.
  if (second)
    throw new DomainError('FILE_WITH_SEVERAL_SHEETS', {
      name,
      sheets: found.map(({ sheet }) => sheet.name.slice(0, 31)),
    })
  return only
}

function recognisedIn(row: SheetRow): Recognised<ChannelFile> | null {
  for (const kind of fileKinds) {
    const recognised = kind.recognise(row)
    if (recognised) return recognised
  }
  return null
}

async function firstRows(sheet: Sheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const batch of sheet.rows()) {
    rows.push(...batch)
    if (rows.length >= ROWS_BEFORE_HEADING) break
  }
  return rows.slice(0, ROWS_BEFORE_HEADING)
}

async function* rowsBelow(sheet: Sheet, headingRow: number): AsyncGenerator<SheetRow[]> {
  for await (const batch of sheet.rows()) yield batch.filter(({ number }) => number > headingRow)
}

const notRecognised = (name: string, headings: readonly string[], report: OtherReport | undefined) =>
  new DomainError('FILE_NOT_RECOGNISED', {
    name,
    ...(report ? { report } : {}),
    headers: headings
      .filter((heading) => heading !== '')
      .slice(0, 100)
      .map((heading) => heading.slice(0, 60).toWellFormed()),
  })
