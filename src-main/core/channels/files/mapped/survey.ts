import { setImmediate as nextTurn } from 'node:timers/promises'
import { columnLetter } from '../../../spreadsheet/column-letter.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { saysNothing } from '../reading/nothing.ts'
import type { HeadedColumn } from './headings.ts'
import { createNumberTally, judgeNumbers, type NumberEvidence } from './marked-amount.ts'
import { createDayTally, type DayEvidence, judgeDays } from './moment-style.ts'

/** Different texts that are still counted one by one. */
const MOST_WORDS = 60
const EXAMPLES = 3
const EXAMPLE_LENGTH = 60

/** What stands below one heading, from all its cells. */
export interface ColumnSurvey extends HeadedColumn {
  letter: string
  /** The first different ones, as the file writes them. */
  examples: string[]
  /** Cells that hold something, and how many of those are figures, dates, whole numbers below ten thousand. */
  filled: number
  figures: number
  dates: number
  counts: number
  negatives: number
  /** Amounts with the mark of what went out. */
  outs: number
  /** How many different texts there are, up to what is counted; null when more. */
  distinct: number | null
  /** Each different text with its count, the most frequent first; null when there are too many to be words. */
  words: { word: string; count: number }[] | null
  longest: number
  letters: number
  numbers: NumberEvidence
  days: DayEvidence
}

const isCount = (text: string): boolean => /^\d{1,4}$/.test(text)
const isNegative = (cell: string | number): boolean =>
  typeof cell === 'number' ? cell < 0 : /^\s*(?:rp\.?\s*)?[-\u2212\u2013(]\s*(?:rp\.?\s*)?\d|\d\s*-$/i.test(cell.trim())

/** As words of a status column are compared. */
export const normalWord = (word: string): string => word.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** Looks at every cell below a heading row once. */
export async function surveyColumns(
  columns: readonly HeadedColumn[],
  rows: AsyncIterable<SheetRow[]>,
  {
    signal,
    onProgress,
  }: { signal?: AbortSignal | undefined; onProgress?: ((done: number, total: null) => void) | undefined } = {},
): Promise<{ columns: ColumnSurvey[]; rows: number }> {
  const tallies = columns.map(() => ({
    words: new Map<string, { word: string; count: number }>() as Map<string, { word: string; count: number }> | null,
    examples: [] as string[],
    filled: 0,
    dashes: 0,
    counts: 0,
    negatives: 0,
    outs: 0,
    longest: 0,
    letters: 0,
    numbers: createNumberTally(),
    days: createDayTally(),
  }))
  let done = 0
  for await (const batch of rows) {
    signal?.throwIfAborted()
    for (const { cells } of batch)
      for (const [at, { index }] of columns.entries()) {
        const cell = contentOf(cells[index])
        if (cell === null || typeof cell === 'boolean') continue
        const text = String(cell).trim()
        // a dash where nothing moved is no amount, and one of words says so
        const tally = tallies[at]!
        if (text === '-') tally.dashes++
        if (text === '' || saysNothing(text)) continue
        tally.filled++
        tally.longest = Math.max(tally.longest, text.length)
        if (/\p{L}/u.test(text)) tally.letters++
        if (isCount(text)) tally.counts++
        if (isNegative(cell)) tally.negatives++
        if (/\d\W*\b(db|dr|d|debit|debet)\.?$/i.test(text)) tally.outs++
        if (tally.examples.length < EXAMPLES) {
          const example = text.slice(0, EXAMPLE_LENGTH).toWellFormed()
          if (!tally.examples.includes(example)) tally.examples.push(example)
        }
        countWord(tally, text)
        tally.numbers.add(cell)
        tally.days.add(cell)
      }
    done += batch.length
    onProgress?.(done, null)
    await nextTurn()
  }
  for (const tally of tallies) if (tally.dashes > 0 && isOfPluses(tally)) countDashes(tally)
  const figures = tallies.map(({ numbers }) => numbers.tally())
  const isMoney = (at: number) => tallies[at]!.filled > 0 && figures[at]!.numbers > tallies[at]!.filled / 2
  const judged = judgeNumbers(figures.map((tally, at) => (isMoney(at) ? tally : NOTHING)))
  const dayTallies = tallies.map(({ days }) => days.tally())
  const days = judgeDays(dayTallies)
  return {
    rows: done,
    columns: columns.map((column, at) => {
      const { words, days: dayTally, numbers: _, dashes: __, ...tally } = tallies[at]!
      return {
        ...column,
        ...tally,
        letter: columnLetter(column.index),
        figures: figures[at]!.numbers,
        dates: dayTally.dates(),
        distinct: words?.size ?? null,
        words: words && [...words.values()].sort((a, b) => b.count - a.count),
        numbers: judged[at]!,
        days: days[at]!,
      }
    }),
  }
}

const NOTHING = createNumberTally().tally()

interface Words {
  words: Map<string, { word: string; count: number }> | null
}

/** Beside `+` a dash is a minus and no blank. */
const isOfPluses = ({ words }: Words): boolean => words?.size === 1 && words.has('+')

function countDashes(tally: Words & { dashes: number; filled: number }): void {
  tally.words?.set('-', { word: '-', count: tally.dashes })
  tally.filled += tally.dashes
}

function countWord(tally: Words, text: string): void {
  if (tally.words === null) return
  if (text.length > 120) {
    tally.words = null
    return
  }
  const key = normalWord(text)
  const known = tally.words.get(key)
  if (known) known.count++
  else if (tally.words.size < MOST_WORDS) tally.words.set(key, { word: text.toWellFormed(), count: 1 })
  else tally.words = null
}
