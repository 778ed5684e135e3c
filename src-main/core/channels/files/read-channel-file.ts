import type { ChannelFile } from '../../../../src-shared/channels/channel-file.ts'
import type { OtherReport } from '../../../../src-shared/channels/file-contents.ts'
import type { Instant, Zone } from '../../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../../src-shared/kernel/refusal.ts'
import { readSpreadsheet } from '../../spreadsheet/read-spreadsheet.ts'
import { contentOf, type PlainCell, type Sheet, type SheetRow } from '../../spreadsheet/sheet.ts'
import type { BookHead, SheetHead } from './book.ts'
import type { FileKind, Recognised } from './file-kind.ts'
import { fileKinds } from './kinds.ts'
import { recogniseMapped, type TaughtMapping } from './mapped/mapped-kinds.ts'
import { headingTexts } from './reading/heading-names.ts'
import { readDayFirstMoment } from './reading/moments.ts'
import { anyOtherCurrency, currencyByCountry, otherCurrency } from './reading/other-currency.ts'
import { createProblemList } from './reading/problem-list.ts'
import { otherReport } from './reading/recognise.ts'
import { withJoinedHeadings } from './reading/two-row-headings.ts'

export interface ChannelFileRequest {
  name: string
  bytes: Uint8Array
  /** The zone the shop's own clock shows; the file carries none. */
  zone: Zone
  /** When the file was last changed, as far as the door it came through knows. */
  modifiedAt?: Instant | null | undefined
  /** Layouts that were taught, asked where no reader knows all of a file. */
  taught?: readonly TaughtMapping[] | undefined
  /** Rows read so far; the total is known only at the end. */
  onProgress?: ((done: number, total: number | null) => void) | undefined
  signal?: AbortSignal | undefined
}

/** Headings stand in the first rows of a sheet, under titles and notes, or the sheet holds something else. */
const FIRST_ROWS = 40

/**
 * Reads a file that a channel or a bank handed out (XLSX, XLS or CSV) without writing anything: every kind is asked by the first
 * rows of its visible sheets. Documents with a blocking problem stay out whole and are named in `problems`, the first of them
 * in the file itself; all others come back as statements.
 * @throws FILE_EMPTY, FILE_TOO_LARGE, FILE_NOT_A_SPREADSHEET, FILE_DAMAGED, FILE_UNPACKS_TOO_LARGE, FILE_TOO_MANY_ROWS,
 * FILE_NOT_RECOGNISED, FILE_OF_ANOTHER_CURRENCY, FILE_OF_SEVERAL_KINDS, FILE_WITH_SEVERAL_SHEETS, FILE_COLUMNS_MISSING, FILE_WITHOUT_CONTENTS; the signal's
 * reason when aborted.
 */
export async function readChannelFile(
  request: ChannelFileRequest,
  problems = createProblemList(),
): Promise<ChannelFile> {
  const { name, zone, modifiedAt = null, taught = [], onProgress, signal } = request
  signal?.throwIfAborted()
  const { format, sheets } = await readSpreadsheet(request)
  const sheetOf = await headsOf(sheets)
  const told: BookHead = { format, sheets: [...sheetOf.keys()] }
  const { head, kind, recognised } = recognisedIn(name, told, taught)
  const { missing, rivals = [] } = recognised
  refuseOtherCountry(name, kind, head)
  const ofSeveralSheets = () =>
    new DomainError('FILE_WITH_SEVERAL_SHEETS', {
      name,
      kind: kind.kind,
      sheets: rivals.map((sheet) => sheet.slice(0, 31)),
    })
  const read = rivals.length > 1 ? recognised.readOn : recognised.read
  if (!read) throw ofSeveralSheets()
  if (missing.length > 0) throw new DomainError('FILE_COLUMNS_MISSING', { name, missing })
  const file = await read({
    rowsOf: (sheet) => sheetOf.get(told.sheets[head.sheets.indexOf(sheet)]!)!.rows(),
    isCsv: format === 'csv',
    zone,
    modifiedAt,
    problems,
    onProgress,
    signal,
  })
  if (file === null) throw ofSeveralSheets()
  for (const sheet of new Set([...leftSheets(head, kind), ...continuations(head, kind, file)])) problems.leave(sheet)
  if (kind.isEmpty(file)) throw new DomainError('FILE_WITHOUT_CONTENTS', { name, kind: kind.kind })
  return file
}

/** Shopee writes alike in all its countries, and not always its currency; of a taught layout nobody but the file tells it. */
function refuseOtherCountry(name: string, kind: FileKind<ChannelFile>, { sheets }: BookHead): void {
  const currencyIn = kind.kind.startsWith('mapped ')
    ? anyOtherCurrency
    : kind.kind === 'shopee orders'
      ? currencyByCountry
      : null
  if (currencyIn === null) return
  for (const { firstRows } of sheets) {
    const currency = currencyIn(firstRows)
    if (currency !== null) throw new DomainError('FILE_OF_ANOTHER_CURRENCY', { name, currency })
  }
}

/** Sheets that would be a whole file of another kind by themselves, and none of this one. */
const leftSheets = ({ format, sheets }: BookHead, read: FileKind<ChannelFile>): string[] =>
  sheets
    .filter((sheet) => {
      const alone: BookHead = { format, sheets: [sheet] }
      const isWhole = (kind: FileKind<ChannelFile>) => kind.recognise(alone)?.missing.length === 0
      return sheets.length > 1 && !isWhole(read) && fileKinds.some((kind) => kind !== read && isWhole(kind))
    })
    .map(({ name }) => name)

/** A number that only an order has: Shopee's, TikTok Shop's, an invoice of Tokopedia. */
const ORDER_NUMBER = /^(\d{6}[0-9A-Z]{8}|\d{17,19}|INV\/\d{8}\/\S+)$/

/**
 * Sheets on which the rows seem to go on without any headings: as wide as what was read, and of orders, or with days and amounts
 * where the sheet that was read has them; of products, with their numbers where it has these.
 */
function continuations({ sheets }: BookHead, kind: FileKind<ChannelFile>, file: ChannelFile): string[] {
  if (sheets.length === 1) return []
  const isRead = (sheet: SheetHead) =>
    kind.recognise({ format: 'xlsx', sheets: [sheet] }) !== null ||
    ('sheets' in file && file.sheets.includes(sheet.name))
  const read = sheets.filter(isRead)
  const places = new Set(read.flatMap(({ firstRows }) => firstRows.flatMap(daysAndAmounts)))
  const products = new Set(read.flatMap(({ firstRows }) => firstRows.flatMap(productNumbers)))
  const isProducts = file.kind === 'shopee products' || file.kind === 'tiktok products'
  const isIncome = file.kind === 'shopee income' || file.kind === 'tiktok income'
  const goesOn = (row: SheetRow) =>
    (isIncome && tellsOfMoney(row)) ||
    (isProducts && productNumbers(row).some((place) => products.has(place))) ||
    goesOnBelow(row)
  const goesOnBelow = (row: SheetRow) =>
    row.cells.length > file.columns / 2 &&
    (row.cells.some((cell) => ORDER_NUMBER.test(String(contentOf(cell) ?? ''))) ||
      daysAndAmounts(row).some((place) => places.has(place)))
  return sheets.filter((sheet) => !read.includes(sheet) && sheet.firstRows.some(goesOn)).map(({ name }) => name)
}

/** Where in a row the number of a product stands, or of a variation of it. */
const productNumbers = ({ cells }: SheetRow): number[] =>
  cells.flatMap((cell, at) => (/^\d{7,20}$/.test(String(contentOf(cell) ?? '').trim()) ? at : []))

/** What a report of releases tells on a sheet of its own: adjustments, of an order or of a day. */
const tellsOfMoney = (row: SheetRow): boolean =>
  daysAndAmounts(row).length > 0 ||
  (row.cells.some((cell) => ORDER_NUMBER.test(String(contentOf(cell) ?? ''))) &&
    row.cells.some((cell) => isAmount(contentOf(cell))))

const DAY_AND_MONTH = /^'?\d{1,2}[-/.]\d{1,2}$/
const AMOUNT = /^[-+(]?\s*(?:rp\.?|idr)?\s*[-+]?[.,]?\d[\d.,]*-?\s*(?:rp|idr)?[\s)]*(?:cr|db|dr|k|d)?$/i

const isDay = (cell: PlainCell) =>
  typeof readDayFirstMoment(cell, 'WIB') === 'number' || DAY_AND_MONTH.test(String(cell ?? '').trim())
const isAmount = (cell: PlainCell) =>
  typeof cell === 'number' || (typeof cell === 'string' && AMOUNT.test(cell.trim()) && !isDay(cell))

/** Where in a row a day stands, with where an amount does: `0 4`. A row of a statement has both. */
function daysAndAmounts({ cells }: SheetRow): string[] {
  const contents = cells.map(contentOf)
  const placesOf = (is: (cell: PlainCell) => boolean) => contents.flatMap((cell, at) => (is(cell) ? [at] : []))
  const amounts = placesOf(isAmount)
  return placesOf(isDay).flatMap((day) => amounts.map((amount) => `${day} ${amount}`))
}

/** The visible sheets by their first rows. */
async function headsOf(sheets: readonly Sheet[]): Promise<Map<SheetHead, Sheet>> {
  const heads = new Map<SheetHead, Sheet>()
  for (const sheet of sheets)
    if (!sheet.hidden) heads.set({ name: sheet.name, firstRows: await firstRows(sheet) }, sheet)
  return heads
}

async function firstRows(sheet: Sheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const batch of sheet.rows()) {
    rows.push(...batch)
    if (rows.length >= FIRST_ROWS) break
  }
  return rows.slice(0, FIRST_ROWS)
}

interface Found {
  kind: FileKind<ChannelFile>
  recognised: Recognised<ChannelFile>
}

/** The kind of a file, by its first rows as they stand, or as they are read where two rows are one heading. */
function recognisedIn(name: string, head: BookHead, taught: readonly TaughtMapping[]): Found & { head: BookHead } {
  const whole = wholeIn(name, head, taught)
  if (whole) return { head, ...whole }
  for (const ways of withJoinedHeadings(head)) {
    const found = ways.flatMap((joined) => {
      const whole = wholeIn(name, joined, taught)
      return whole ? [{ head: joined, ...whole }] : []
    })
    const [best] = found.sort((a, b) => (b.recognised.known ?? 0) - (a.recognised.known ?? 0))
    if (best) return best
  }
  const [nearest] = seenIn(head).toSorted((a, b) => a.recognised.missing.length - b.recognised.missing.length)
  if (nearest) return { head, ...nearest }
  const rows = head.sheets.flatMap(({ firstRows }) => firstRows)
  if (rows.length === 0) throw new DomainError('FILE_EMPTY', { name })
  throw notRecognised(name, rows)
}

/** The kinds that see their headings, some of them or all. */
const seenIn = (head: BookHead): Found[] =>
  fileKinds.flatMap((kind): Found[] => {
    const recognised = kind.recognise(head)
    return recognised ? [{ kind, recognised }] : []
  })

/**
 * Of several kinds that see their headings those count that miss none of them. Between two such, nobody can guess. A taught layout
 * counts where none is whole, so that no mapping can take a known file away from its reader.
 */
function wholeIn(name: string, head: BookHead, taught: readonly TaughtMapping[]): Found | null {
  const whole = seenIn(head).filter(({ recognised }) => recognised.missing.length === 0)
  if (whole.length > 1)
    throw new DomainError('FILE_OF_SEVERAL_KINDS', { name, kinds: whole.map(({ kind }) => kind.kind) })
  return whole[0] ?? recogniseMapped(head, taught)
}

function notRecognised(name: string, rows: readonly SheetRow[]): DomainError {
  const currency = rows.reduce<string | null>((known, row) => known ?? otherCurrency(row), null)
  if (currency !== null) return new DomainError('FILE_OF_ANOTHER_CURRENCY', { name, currency })
  const report = rows.reduce<OtherReport | undefined>((known, row) => known ?? otherReport(row), undefined)
  return new DomainError('FILE_NOT_RECOGNISED', {
    name,
    ...(report ? { report } : {}),
    headers: headingTexts(likeHeadings(rows))
      .filter((heading) => heading !== '')
      .slice(0, 100)
      .map((heading) => heading.slice(0, 60).toWellFormed()),
  })
}

/** Under the titles of a report: the first row that names the most. */
const likeHeadings = (rows: readonly SheetRow[]): SheetRow => {
  const named = (row: SheetRow) => headingTexts(row).filter((heading) => heading !== '').length
  return rows.reduce((best, row) => (named(row) > named(best) ? row : best))
}
