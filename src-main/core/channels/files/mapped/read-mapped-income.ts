import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RowProblem } from '../../../../../src-shared/channels/channel-file.ts'
import { businessDay } from '../../../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../../../src-shared/kernel/rupiah.ts'
import type {
  SettlementFile,
  SettlementLine,
  SettlementStatement,
} from '../../../../../src-shared/settlements/settlement-file.ts'
import type { SheetRow } from '../../../spreadsheet/sheet.ts'
import type { BookToRead } from '../book.ts'
import { rowProblem } from '../reading/row-problem.ts'
import { createRowReader, type RowReader } from '../reading/row-reader.ts'
import { settlementTotals } from '../reading/settlement-totals.ts'
import type { FoundMapping, MappedKey } from './mapped-layout.ts'

/** The line of what the columns of a file leave unexplained of what it says was released. */
export const UNEXPLAINED = 'Selisih yang tidak dijelaskan berkas'

interface Draft extends SettlementStatement {
  rows: number[]
  isKeptOut: boolean
}

/** Sums and remarks below the last release. */
const SUM = /^(grand ?total|sub ?total|total|jumlah|sum)\b/i

/**
 * An income report by a mapping: one row a release with a column an amount, or one row an amount that is gathered by order and day.
 * An order may be released on several days; the day tells them apart where the file has no number of its own for it, so that
 * overlapping files tell of the same release.
 */
export async function readMappedIncome(found: FoundMapping, book: BookToRead): Promise<SettlementFile> {
  const { layout, sheet, headingRow } = found
  const cells = createRowReader(layout.table, book.zone)
  const drafts = new Map<string, Draft>()
  const byRow = new Map<number, Draft>()
  /** Orders of which a row cannot be read: half a release would be a wrong one. */
  const spoilt = new Set<string>()
  let done = 0
  let orphans = 0
  let orphaned = 0
  for await (const batch of book.rowsOf(sheet)) {
    book.signal?.throwIfAborted()
    for (const row of batch) if (row.number > headingRow) add(row)
    done += batch.length
    book.onProgress?.(done, null)
    await nextTurn()
  }

  function add(row: SheetRow): void {
    cells.start(row, layout)
    if (isNoRelease(cells, found)) return
    const read = readRelease(cells, found, book)
    const problems = cells.problems()
    book.problems.add(...problems)
    if (read === null) {
      orphans++
      if (problems.some(({ blocks }) => blocks)) spoilt.add(cells.written('orderNumber'))
      return
    }
    const key = keyOf(read)
    const known = drafts.get(key)
    const draft = known ? joined(known, read) : { ...read, rows: [], isKeptOut: false }
    draft.rows.push(row.number)
    drafts.set(key, draft)
    byRow.set(row.number, draft)
  }

  for (const { row, field, amount, why } of cells.doubtfulCells(book.isCsv)) {
    const draft = byRow.get(row)
    if (!draft) continue
    draft.isKeptOut = true
    const code: RowProblem['code'] = why === 'comma' ? 'NOT_AN_AMOUNT' : 'THOUSANDS_LOST'
    book.problems.add(
      rowProblem(layout, code, field, { row, value: formatNumber(amount), orderNumber: draft.orderNumber }),
    )
  }
  const all = [...drafts.values()]
  for (const draft of all) if (draft.kind === 'order' && spoilt.has(draft.orderNumber)) draft.isKeptOut = true
  const out = all.filter(({ isKeptOut }) => isKeptOut)
  for (const { rows, released } of out) {
    orphans += rows.length
    orphaned += released
  }
  const taken = all.filter(({ isKeptOut, released, lines }) => !isKeptOut && (released !== 0 || lines.length > 0))
  const settlements = taken.map(({ rows: _, isKeptOut: __, ...statement }) => statement)
  book.onProgress?.(done, done)
  return {
    kind: 'mapped income',
    columns: layout.width,
    sheets: [sheet.name],
    settlements,
    totals: settlementTotals(
      settlements,
      taken.reduce((sum, { rows }) => sum + rows.length, 0),
    ),
    controls: [],
    problems: book.problems.first(),
    problemCount: book.problems.count(),
    remarkCount: book.problems.remarkCount(),
    keptOut: { rows: orphans, released: orphaned },
    unknownColumns: layout.unknown,
  }
}

function isNoRelease(cells: RowReader<MappedKey>, { columns }: FoundMapping): boolean {
  if (SUM.test(cells.written('orderNumber'))) return true
  return [...columns.keys()].every((key) => cells.isBlank(key))
}

function readRelease(
  cells: RowReader<MappedKey>,
  found: FoundMapping,
  { zone }: BookToRead,
): SettlementStatement | null {
  const { columns } = found
  const has = (key: MappedKey) => columns.has(key)
  const orderNumber = cells.identifier('orderNumber')
  const releasedAt = cells.moment('releasedOn')
  const told = has('description') ? cells.text('description', 'note') : ''
  const description = told || (orderNumber === '' && has('feeName') ? cells.text('feeName') : '')
  const reference = has('reference') ? cells.identifier('reference') : ''
  const lines = has('feeName') ? oneLine(cells) : linesOf(cells, found)
  const stated = has('released') && !has('feeName') ? cells.signedAmount('released') : null
  if (releasedAt === null) {
    if (cells.isBlank('releasedOn')) cells.report('NOT_RELEASED', 'releasedOn', '', false)
    return null
  }
  if (orderNumber.length > 40) {
    cells.report('ORDER_NUMBER_MISSING', 'orderNumber')
    return null
  }
  if (cells.problems().some(({ blocks }) => blocks)) return null
  const sum = lines.reduce((total, { amount }) => total + amount, 0)
  const released = stated ?? sum
  if (released !== sum) lines.push({ name: UNEXPLAINED, amount: released - sum })
  const releasedOn = businessDay(releasedAt, zone)
  const isOrder = orderNumber !== ''
  const own = isOrder && has('feeName') ? '' : reference
  return {
    kind: isOrder ? 'order' : 'adjustment',
    orderNumber,
    reference: own || (isOrder ? releasedOn : `${releasedOn} ${description}`.trim().slice(0, 80)),
    releasedOn,
    released,
    lines,
    description,
  }
}

function oneLine(cells: RowReader<MappedKey>): SettlementLine[] {
  const amount = cells.signedAmount('amount')
  const name = cells.sharedText('feeName')
  if (name === '' && amount !== null && amount !== 0) cells.report('AMOUNT_WITHOUT_NAME', 'feeName')
  return amount === null || amount === 0 ? [] : [{ name, amount }]
}

function linesOf(cells: RowReader<MappedKey>, { columns, layout }: FoundMapping): SettlementLine[] {
  return [...columns].flatMap(([key, { field, isTakenOff }]) => {
    if (field !== 'line') return []
    const amount = cells.signedAmount(key)
    if (amount === null || amount === 0) return []
    return [{ name: layout.columns.get(key)!.heading, amount: isTakenOff ? -Math.abs(amount) : amount }]
  })
}

/** Amounts of one order that are released on one day belong together, whatever numbers their rows have. */
const keyOf = ({ kind, orderNumber, reference, releasedOn }: SettlementStatement): string =>
  JSON.stringify([kind, orderNumber, reference, releasedOn])

function joined(known: Draft, more: SettlementStatement): Draft {
  known.released += more.released
  for (const line of more.lines) {
    const same = known.lines.find(({ name }) => name === line.name)
    if (same) same.amount += line.amount
    else known.lines.push(line)
  }
  return known
}
