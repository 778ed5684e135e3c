import {
  fieldsOfSubject,
  isNameless,
  type MappedField,
  type MappingSubject,
  missingFields,
  ruleOf,
} from '../../../../../src-shared/channels/file-mapping.ts'
import { bareHeading, plainHeading } from '../reading/heading-names.ts'
import { knownWord, MEANING_WORDS } from './meaning-words.ts'
import { type ColumnSurvey, normalWord } from './survey.ts'

/** How sure a proposal is: heading and cells agree; one of them speaks for it; it is only the least unlikely. */
export type Sureness = 'sure' | 'likely' | 'doubtful'

export interface ColumnGuess {
  field: MappedField
  sure: Sureness
}

/** Every heading that some field is known by. */
export const KNOWN_HEADINGS: ReadonlySet<string> = new Set(
  Object.values(MEANING_WORDS).flatMap((fields) => Object.values<readonly string[]>(fields).flat().map(plainHeading)),
)

/** `createTime` and `create_time` are `create time`; what stands in brackets only explains. */
const spelledOut = (heading: string): string =>
  plainHeading(heading.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[_]+/g, ' '))

const withoutBrackets = (heading: string): string => plainHeading(heading.replace(/[([{].*?[)\]}]/g, ' '))

/** From 1 (the heading is one of the field's own) to 0 (nothing speaks for it), whatever stands below. */
function byHeading(heading: string, words: readonly string[]): number {
  const bare = bareHeading(heading)
  const ways = new Set([plainHeading(heading), plainHeading(bare), spelledOut(bare), withoutBrackets(bare)])
  let best = 0
  for (const [at, word] of words.entries()) {
    const normal = plainHeading(word)
    if (ways.has(normal)) return 1 - at * 0.002
    const isPart = normal.length >= 4 && [...ways].some((way) => ` ${way} `.includes(` ${normal} `))
    if (isPart) best = Math.max(best, 0.6 + Math.min(normal.length, 20) / 100 - at * 0.001)
  }
  return best
}

/** Whether the cells can be what the field holds: 1 when they look like it, 0 when they cannot be it. */
function byCells(column: ColumnSurvey, subject: MappingSubject, field: MappedField): number {
  const { filled, figures, dates, counts, distinct, words, longest } = column
  if (filled === 0) return 0.3
  const share = (count: number) => count / filled
  switch (ruleOf(subject, field)!.type) {
    case 'money':
    case 'signed money':
      if (arePieces(column)) return 0
      return dates > filled / 2 ? 0 : share(figures) > 0.9 ? 1 : share(figures) > 0.5 ? 0.6 : 0
    case 'moment':
      return share(dates) > 0.9 ? 1 : share(dates) > 0.5 ? 0.6 : 0
    case 'count':
      return share(counts) > 0.9 ? 1 : share(counts) > 0.5 ? 0.6 : 0
    case 'word':
      if (field === 'direction' && !mayTellWay(column)) return 0
      return words !== null && longest <= 60 && share(dates) < 0.5 && share(figures) < 0.5 ? 1 : 0.2
    case 'identifier':
      return share(dates) > 0.5 ? 0 : distinct === null || distinct > filled / 4 ? 1 : 0.4
    case 'text':
      return share(dates) > 0.9 || (subject === 'bank' && isWay(column)) ? 0 : 1
  }
}

/** Which way money went: by words known for it, or by two words that nobody knows. `QRIS`, `Transfer` and `Biaya` say what happened. */
const mayTellWay = ({ words }: ColumnSurvey): boolean =>
  words !== null &&
  (words.length === 2 || words.some(({ word }) => /^(in|out)$/.test(knownWord(normalWord(word), 'bank') ?? '')))

/**
 * Nothing but words for in and for out, `+` and `-`: whatever its heading says, this is the way. A dash alone says nothing; without
 * any heading one of the two is enough, as where only `DB` is marked.
 */
const isWay = ({ heading, words }: ColumnSurvey): boolean => {
  const ways = (words ?? []).map(({ word }) => knownWord(normalWord(word), 'bank'))
  const isBoth = ways.includes('in') && ways.includes('out')
  return (isBoth || (isNameless(heading) && ways.length > 0)) && ways.every((way) => way === 'in' || way === 'out')
}

/** `1`, `3`, `2` under `Total Barang`: nothing is sold for less than a hundred rupiah; a column of zeros alone may be anything. */
function arePieces({ filled, counts, examples }: ColumnSurvey): boolean {
  const figures = examples.filter((example) => /^\d+$/.test(example))
  return counts > filled / 2 && figures.every(({ length }) => length <= 2) && figures.some((each) => Number(each) > 0)
}

/**
 * What each column seems to be, for one subject; a field goes to the column that fits it best. Headings decide; where none is
 * known, only what must be there is proposed from the cells alone, and said to be doubtful. Columns that differ between the rows of
 * one order (`differing`, by their place in the sheet) tell no state of it.
 */
export function guessColumns(
  columns: readonly ColumnSurvey[],
  subject: MappingSubject,
  differing: ReadonlySet<number> = new Set(),
): (ColumnGuess | null)[] {
  const guesses: (ColumnGuess | null)[] = columns.map(() => null)
  const pairs = columns.flatMap((column, at) =>
    fieldsOfSubject(subject).flatMap((field) => {
      const heading = isNameless(column.heading) ? 0 : byHeading(column.heading, wordsOf(subject, field))
      const cells = heading > 0 ? byCells(column, subject, field) : 0
      return heading * cells > 0 ? [{ at, field, heading, cells, score: heading * cells }] : []
    }),
  )
  const given = new Set<MappedField>()
  for (const { at, field, heading, cells } of pairs.sort((a, b) => b.score - a.score || a.at - b.at)) {
    if (guesses[at] || given.has(field)) continue
    if (isRival(subject, field, given)) continue
    guesses[at] = { field, sure: heading > 0.9 && cells === 1 ? 'sure' : heading * cells > 0.5 ? 'likely' : 'doubtful' }
    given.add(field)
  }
  for (const field of missingFields(subject, given)) {
    const at = fromCellsAlone(columns, guesses, field, differing)
    if (at === null) continue
    guesses[at] = { field, sure: 'doubtful' }
    given.add(field)
  }
  if (subject === 'bank') {
    giveWay(columns, guesses, given)
    leaveSigns(columns, guesses)
  }
  if (subject === 'settlements') giveLines(columns, guesses, given)
  return guesses
}

/** The column of in and out by its cells, where no heading told it. */
function giveWay(
  columns: readonly ColumnSurvey[],
  guesses: (ColumnGuess | null)[],
  given: ReadonlySet<MappedField>,
): void {
  if (given.has('direction') || isRival('bank', 'direction', given)) return
  const at = columns.findIndex((column, at) => !guesses[at] && isWay(column))
  if (at >= 0) guesses[at] = { field: 'direction', sure: 'likely' }
}

/** Amounts that carry a minus need no column to tell which way they went. */
function leaveSigns(columns: readonly ColumnSurvey[], guesses: (ColumnGuess | null)[]): void {
  const amount = guesses.findIndex((guess) => guess?.field === 'amount')
  const direction = guesses.findIndex((guess) => guess?.field === 'direction')
  if (amount >= 0 && direction >= 0 && columns[amount]!.negatives > 0) guesses[direction] = null
}

const wordsOf = (subject: MappingSubject, field: MappedField): readonly string[] =>
  (MEANING_WORDS[subject] as Partial<Record<MappedField, readonly string[]>>)[field] ?? []

/** Two ways to tell the same, of which one is enough: the second would be a question that nobody needs to answer. */
function isRival(subject: MappingSubject, field: MappedField, given: ReadonlySet<MappedField>): boolean {
  if (subject === 'bank') {
    if (field === 'amount' || field === 'direction') return given.has('moneyIn') && given.has('moneyOut')
    if (field === 'moneyIn' || field === 'moneyOut') return given.has('amount') && given.has('direction')
  }
  return subject === 'orders' && field === 'lineTotal' && given.has('price')
}

function fromCellsAlone(
  columns: readonly ColumnSurvey[],
  guesses: readonly (ColumnGuess | null)[],
  field: MappedField,
  differing: ReadonlySet<number>,
): number | null {
  const free = columns
    .map((column, at) => ({ column, at }))
    .filter(({ at, column }) => !guesses[at] && column.filled > 0)
  const find = (fits: (column: ColumnSurvey) => boolean) => free.find(({ column }) => fits(column))?.at ?? null
  const most = Math.max(...columns.map(({ filled }) => filled), 0)
  const orders = columns[guesses.findIndex((guess) => guess?.field === 'number')]?.filled ?? most
  switch (field) {
    case 'number':
    case 'orderNumber':
      return find(
        (c) =>
          c.distinct === null && c.longest >= 8 && c.longest <= 40 && c.dates === 0 && !/\s/.test(c.examples[0] ?? ' '),
      )
    case 'status':
      return find(
        (c) =>
          c.words !== null &&
          c.words.length <= 15 &&
          c.letters > c.filled * 0.9 &&
          c.filled > orders * 0.9 &&
          !differing.has(c.index),
      )
    case 'productName': {
      const texts = free.filter(({ column: c }) => c.letters > c.filled * 0.9 && c.dates === 0 && c.longest >= 12)
      return texts.sort((a, b) => b.column.longest - a.column.longest)[0]?.at ?? null
    }
    case 'releasedOn':
    case 'day':
      return find((c) => c.dates > c.filled * 0.9)
    case 'released': {
      // what a release comes to stands behind what it is made of, and is no price of goods
      const behind = free.filter(({ column }) => isAmountOfEachRow(column, most) && !PRICE.test(column.heading))
      return behind.at(-1)?.at ?? null
    }
    case 'price':
    case 'amount':
      return find((column) => isAmountOfEachRow(column, most))
    default:
      return null
  }
}

const PRICE = /harga|penjualan|omzet|subtotal|\b(price|sales|gross)\b/i

/** A column that many rows leave blank tells of some of them alone, as what went out does. */
const isAmountOfEachRow = ({ filled, figures, counts, dates, longest }: ColumnSurvey, most: number): boolean =>
  filled > most * 0.9 && figures > filled * 0.9 && counts < filled / 2 && dates === 0 && longest < 16

/** Columns of money between those that are known are the amounts that the release is made of. */
function giveLines(
  columns: readonly ColumnSurvey[],
  guesses: (ColumnGuess | null)[],
  given: ReadonlySet<MappedField>,
): void {
  if (given.has('feeName')) return
  for (const [at, column] of columns.entries()) {
    const { filled, figures, dates, counts, longest } = column
    const isMoney = filled > 0 && figures > filled * 0.9 && dates < filled / 2 && longest < 20
    const isBig = column.numbers.example !== null || column.negatives > 0 || counts < filled
    if (!guesses[at] && isMoney && isBig) guesses[at] = { field: 'line', sure: 'likely' }
  }
}

/** What the file seems to be: the subject of which the fewest needed columns lack, then the one whose headings fit best. */
export function guessSubject(columns: readonly ColumnSurvey[]): MappingSubject {
  const weigh = (subject: MappingSubject) => {
    const guesses = guessColumns(columns, subject)
    const given = new Set<string>(guesses.flatMap((guess) => (guess && guess.sure !== 'doubtful' ? [guess.field] : [])))
    const sure = guesses.filter((guess) => guess?.sure === 'sure').length
    return {
      subject,
      score: sure - 3 * missingFields(subject, given).length + (subject === 'bank' && given.has('balance') ? 2 : 0),
    }
  }
  const [best] = (['orders', 'settlements', 'bank'] as const).map(weigh).sort((a, b) => b.score - a.score)
  return best!.subject
}
