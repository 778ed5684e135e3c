import { type FileMapping, type MappedColumn, ruleOf } from '../../../../../src-shared/channels/file-mapping.ts'
import { NO_AMOUNT } from '../../../../../src-shared/kernel/written-amount.ts'
import { columnLetter } from '../../../spreadsheet/column-letter.ts'
import type { SheetRow } from '../../../spreadsheet/sheet.ts'
import type { BookHead, SheetHead } from '../book.ts'
import type { ColumnTable } from '../reading/column-table.ts'
import type { Layout } from '../reading/recognise.ts'
import { fingerprintOf, type HeadedColumn, headedColumns, namelessColumns } from './headings.ts'
import { readMarked } from './marked-amount.ts'
import { readMomentBy } from './moment-style.ts'

/** Names a column of a mapping where several hold the same field: `line 2` is the second amount. */
export type MappedKey = string

export interface FoundMapping {
  mapping: FileMapping
  sheet: SheetHead
  headingRow: number
  layout: Layout<MappedKey>
  /** The columns of the mapping by key, in the order in which the mapping names them. */
  columns: ReadonlyMap<MappedKey, MappedColumn>
}

/** Of the headings that a layout was taught with, so many must stand there for another file to be of that layout. */
const ENOUGH = 0.8

/**
 * The sheet and row at which this layout stands; null when it is not there. All columns that the mapping uses must be there; of the
 * others some may have come or gone since, which is said.
 */
export function findMapping(head: BookHead, mapping: FileMapping): FoundMapping | null {
  let near: FoundMapping | null = null
  const fingerprint = fingerprintOf(mapping.headings)
  for (const sheet of head.sheets)
    for (const row of sheet.firstRows) {
      const columns = headedColumns(row)
      if (columns.length < 2) continue
      const found = foundAt(mapping, sheet, row)
      if (!found) continue
      if (fingerprintOf(columns.map(({ normal }) => normal)) === fingerprint) return found
      if (shared(mapping.headings, columns) >= ENOUGH) near ??= found
    }
  return near
}

/** The layout at a row that somebody pointed at. @returns null when a column of the mapping does not stand there. */
export const mappingAt = (mapping: FileMapping, sheet: SheetHead, row: SheetRow): FoundMapping | null =>
  foundAt(mapping, sheet, row)

function shared(headings: readonly string[], columns: readonly HeadedColumn[]): number {
  const taught = new Set(headings)
  const there = new Set(columns.map(({ normal }) => normal))
  const both = [...taught].filter((heading) => there.has(heading)).length
  return both / new Set([...taught, ...there]).size
}

function foundAt(mapping: FileMapping, sheet: SheetHead, row: SheetRow): FoundMapping | null {
  const columns = headedColumns(row)
  const all = [...columns, ...namelessColumns(row)]
  const places = new Map(all.map((column) => [placeOf(column.normal, column.nth), column]))
  const byKey = new Map<MappedKey, MappedColumn>()
  const found = new Map<MappedKey, { index: number; letter: string; heading: string }>()
  let lines = 0
  for (const column of mapping.columns) {
    const there = places.get(placeOf(column.heading, column.nth))
    if (!there) return null
    const key = ruleOf(mapping.subject, column.field)?.isRepeated ? `${column.field} ${++lines}` : column.field
    byKey.set(key, column)
    found.set(key, { index: there.index, letter: columnLetter(there.index), heading: there.heading })
  }
  const used = new Set([...found.values()].map(({ index }) => index))
  const taught = new Set(mapping.headings)
  return {
    mapping,
    sheet,
    headingRow: row.number,
    columns: byKey,
    layout: {
      table: tableOf(mapping, byKey),
      columns: found,
      width: columns.length,
      lastColumn: Math.max(...columns.map(({ index }) => index)),
      blank: [],
      missing: [],
      absent: [],
      // a column that was there when the layout was taught was looked at then
      unknown: columns
        .filter(({ index, normal }) => !used.has(index) && !taught.has(normal))
        .map(({ heading }) => heading.slice(0, 80).toWellFormed()),
    },
  }
}

const placeOf = (heading: string, nth: number) => `${heading}\n${nth}`

/** The columns of a mapping as every reader of rows is told of columns, each with its own way of writing. */
function tableOf(mapping: FileMapping, columns: ReadonlyMap<MappedKey, MappedColumn>): ColumnTable<MappedKey> {
  const typeOf = (key: MappedKey) => ruleOf(mapping.subject, columns.get(key)?.field ?? '')?.type
  const keys = [...columns.keys()]
  const money = keys.filter((key) => typeOf(key) === 'money' || typeOf(key) === 'signed money')
  const ofRow = money.filter((key) => ruleOf(mapping.subject, columns.get(key)!.field)?.isOfRow)
  const required = keys.filter((key) => ruleOf(mapping.subject, columns.get(key)!.field)?.isRequired)
  return {
    headings: Object.fromEntries(
      // one that is not the first of its name is found by its place alone, never again by its heading
      [...columns].map(([key, { heading, nth }]) => [key, [nth === 1 ? heading : `${heading} #${nth}`]]),
    ) as ColumnTable<MappedKey>['headings'],
    required,
    expected: keys,
    needed: keys.filter((key) => NEEDED.has(typeOf(key)!)),
    money: { prices: mapping.subject === 'orders' ? ofRow : money, summed: money, unmarked: [] },
    unused: [],
    identity: mapping.subject === 'orders' ? 'number' : mapping.subject === 'settlements' ? 'orderNumber' : 'day',
    written: {
      amount: (key, cell) => {
        const reading = readMarked(cell, columns.get(key)?.thousands ?? 'dot')
        return typeOf(key) === 'money' && (reading.amount ?? 0) < 0
          ? { ...NO_AMOUNT, isNumber: reading.isNumber }
          : reading
      },
      moment: (key, cell, zone) => readMomentBy(cell, columns.get(key)?.days ?? 'year', zone),
    },
  }
}

/** What stands in any other column is for people to read. */
const NEEDED: ReadonlySet<string> = new Set(['identifier', 'count', 'money', 'signed money', 'moment', 'word'])
