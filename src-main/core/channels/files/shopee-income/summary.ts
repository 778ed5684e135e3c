import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { ControlTotal } from '../../../../../src-shared/settlements/settlement-file.ts'
import { readSignedAmount } from '../../../spreadsheet/money/amounts.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { bareName, isTotal, meaningOf } from './names.ts'

/** A label of a summary and the amount beside it. */
interface SummaryLine {
  label: string
  stated: Rupiah
  /** Details stand further right than the sums over them. */
  isDetail: boolean
}

/** A line by where its label stands: a column may have been put before all of them. */
type PlacedLine = Omit<SummaryLine, 'isDetail'> & { at: number }

/** Reads a sheet of labels and amounts, as the first one of an income report. */
export interface Summary {
  add(row: SheetRow): void
  /** Each line beside what the rows of the file come to. */
  controls(computed: ComputedTotals): ControlTotal[]
}

/** What the rows of a file come to. */
export interface ComputedTotals {
  /** Σ by column, in the order of the file; names that stand twice are numbered `#2`. */
  columns: readonly { name: string; amount: Rupiah }[]
  /** Columns that are no part of what is released. */
  others: readonly { name: string; amount: Rupiah }[]
  released: Rupiah
}

/** A summary has some forty lines. */
const MOST_LINES = 500

export function createSummary(): Summary {
  const placed: PlacedLine[] = []
  return {
    add(row) {
      const line = summaryLine(row)
      if (line && placed.length < MOST_LINES) placed.push(line)
    },
    controls(computed) {
      const leftmost = Math.min(...placed.map(({ at }) => at))
      return controlsOf(
        placed.map(({ at, ...line }) => ({ ...line, isDetail: at > leftmost })),
        computed,
      )
    },
  }
}

function summaryLine({ cells }: SheetRow): PlacedLine | null {
  const contents = cells.map(contentOf)
  const at = contents.findIndex((content) => typeof content === 'string' && content.trim() !== '')
  const label = String(contents[at] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  if (at < 0 || label.length > 200 || readSignedAmount(label).amount !== null) return null
  for (const content of contents.slice(at + 1)) {
    if (content === null) continue
    const { amount } = readSignedAmount(content)
    return amount === null ? null : { label, stated: amount, at }
  }
  return null
}

/**
 * A detail is the sum of the column it names; a label that stands for several columns of one name takes them in turn. A sum is
 * that of the details below it: up to the next sum, and of a numbered one up to the next number.
 */
function controlsOf(lines: readonly SummaryLine[], computed: ComputedTotals): ControlTotal[] {
  const taken = new Map<string, number>()
  const labels = lines.filter(({ isDetail }) => isDetail).map(({ label }) => meaningOf(label))
  const detail = (label: string): Rupiah => {
    const meaning = meaningOf(label)
    const columns = computed.columns.filter(({ name }) => meaningOf(name.replace(/ #\d+$/, '')) === meaning)
    if (labels.filter((each) => each === meaning).length < 2) return total(columns)
    const turn = taken.get(meaning) ?? 0
    taken.set(meaning, turn + 1)
    return columns[turn]?.amount ?? 0
  }
  const details = lines.map(({ label, isDetail }) => (isDetail ? detail(label) : null))
  return lines.flatMap(({ label, stated, isDetail }, at) => {
    const value = isDetail ? details[at]! : sumAt(lines, details, at, computed)
    return value === null ? [] : [{ name: label, stated, computed: value }]
  })
}

const isNumbered = (label: string) => /^\d+\.\s/.test(label)

function sumAt(
  lines: readonly SummaryLine[],
  details: readonly (Rupiah | null)[],
  at: number,
  { others, columns, released }: ComputedTotals,
): Rupiah | null {
  const { label } = lines[at]!
  if (isTotal(label)) return released
  const ends = (line: SummaryLine) => !line.isDetail && (!isNumbered(label) || isNumbered(line.label))
  const after = lines.findIndex((line, index) => index > at && ends(line))
  const below = details.slice(at + 1, after < 0 ? undefined : after).filter((value) => value !== null)
  if (below.length > 0) return below.reduce((sum, value) => sum + value, 0)
  const meaning = meaningOf(label)
  const named = [...columns, ...others].filter(({ name }) => meaningOf(name) === meaning || bareName(name) === meaning)
  return named.length > 0 ? total(named) : null
}

const total = (columns: readonly { amount: Rupiah }[]): Rupiah => columns.reduce((sum, { amount }) => sum + amount, 0)
