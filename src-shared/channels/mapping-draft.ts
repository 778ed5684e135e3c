import type { BankName } from '../bank/bank-file.ts'
import { ChannelState, type Marketplace } from '../orders/order.ts'
import type { ColumnLook, FileLook } from './file-look.ts'
import {
  type DayOrder,
  type FileMapping,
  isNameless,
  type MappingSubject,
  MEANINGS_OF_STATEMENTS,
  missingFields,
  ruleOf,
  type ThousandsMark,
  type WordMeaning,
} from './file-mapping.ts'

/** What the person says of one column of a file that nobody knows; by place in `FileLook.columns`. */
export interface ColumnChoice {
  field: string | null
  thousands: ThousandsMark
  days: DayOrder
  isPerRow: boolean
  isTakenOff: boolean
  /** Which way all amounts of a statement went, where they do not tell it. */
  way: 'in' | 'out' | null
  /** How it is written was in doubt, and the person said it. */
  isAnswered: boolean
}

/** A mapping while it is being said. */
export interface MappingDraft {
  name: string
  subject: MappingSubject
  channel: Marketplace
  /** Of a statement. */
  bank: BankName
  choices: ColumnChoice[]
  /** What words mean, by the word as the file writes it; one that is not in here keeps its rows out. */
  meanings: Readonly<Record<string, WordMeaning>>
}

/** What is proposed before the person says anything. */
export function draftOf(
  look: FileLook,
  subject: MappingSubject,
  { name, channel, bank }: Pick<MappingDraft, 'name' | 'channel' | 'bank'>,
): MappingDraft {
  const choices = look.columns.map(
    ({ guesses, numbers, days, differsInOrder, isTakenOff }): ColumnChoice => ({
      field: guesses[subject]?.field ?? null,
      thousands: numbers.mark,
      days: days.order,
      isPerRow: differsInOrder,
      isTakenOff,
      way: null,
      isAnswered: false,
    }),
  )
  return { name, subject, channel, bank, choices, meanings: proposedMeanings(look, subject, choices) }
}

/** The words of the column that holds words, with what each means wherever it is seen. */
function proposedMeanings(
  look: FileLook,
  subject: MappingSubject,
  choices: readonly ColumnChoice[],
): Record<string, WordMeaning> {
  return Object.fromEntries(
    wordColumns(look, { subject, choices }).flatMap(({ column, field }) =>
      (column.words ?? []).flatMap(({ word, means, meansInBank }) => {
        const proposed = subject === 'bank' ? meansInBank : means
        return proposed && mayMean(subject, field).includes(proposed) ? [[word, proposed]] : []
      }),
    ),
  )
}

/** What the words of a column may mean. */
export const mayMean = (subject: MappingSubject, field: string): readonly WordMeaning[] =>
  subject !== 'bank'
    ? ChannelState.exclude(['unknown']).options
    : MEANINGS_OF_STATEMENTS[field as keyof typeof MEANINGS_OF_STATEMENTS]

/** The columns whose words must be named, and what they hold. */
export function wordColumns(
  look: FileLook,
  { subject, choices }: { subject: MappingSubject; choices: readonly ColumnChoice[] },
): { column: ColumnLook; field: string }[] {
  return look.columns.flatMap((column, at) => {
    const field = choices[at]?.field
    return field != null && ruleOf(subject, field)?.type === 'word' ? [{ column, field }] : []
  })
}

/** Another column for a field takes it away from the one that had it, unless several may have it. */
export function withChoice(
  draft: MappingDraft,
  look: FileLook,
  at: number,
  change: Partial<ColumnChoice>,
): MappingDraft {
  const { field } = change
  const isAlone = field != null && !ruleOf(draft.subject, field)?.isRepeated
  const choices = draft.choices.map((choice, index) => {
    if (index === at) return { ...choice, ...change }
    return isAlone && choice.field === field ? { ...choice, field: null } : choice
  })
  const placesOf = (of: MappingDraft) => wordColumns(look, of).map(({ column, field }) => `${column.letter} ${field}`)
  const isSame = placesOf(draft).join() === placesOf({ ...draft, choices }).join()
  const meanings = isSame ? draft.meanings : proposedMeanings(look, draft.subject, choices)
  return { ...draft, choices, meanings }
}

/** Whether the way in which a chosen column is written must still be said. */
export function isInDoubt(look: FileLook, draft: MappingDraft, at: number): 'numbers' | 'days' | 'way' | null {
  const { field, isAnswered, way } = draft.choices[at]!
  const column = look.columns[at]!
  if (field === null) return null
  if (mayLackWay(look, draft, at) && way === null && stillTellsNoWay(draft)) return 'way'
  if (isAnswered) return null
  const type = ruleOf(draft.subject, field)?.type
  if ((type === 'money' || type === 'signed money') && column.numbers.sure === 'doubtful') return 'numbers'
  return type === 'moment' && column.days.sure === 'doubtful' ? 'days' : null
}

/** The amount of a statement, where neither it nor a column beside it says which way it went. */
export const mayLackWay = (look: FileLook, { subject, choices }: MappingDraft, at: number): boolean =>
  subject === 'bank' &&
  choices[at]!.field === 'amount' &&
  look.columns[at]!.isUnsigned &&
  choices.every(({ field }) => field !== 'direction')

/** A balance tells it line by line. */
const stillTellsNoWay = ({ choices }: MappingDraft): boolean => choices.every(({ field }) => field !== 'balance')

/** How numbers or dates are written, said of one column: of all that are in the same doubt, since one program wrote the file. */
export function withAnswer(
  draft: MappingDraft,
  look: FileLook,
  at: number,
  answer: Partial<Pick<ColumnChoice, 'thousands' | 'days'>>,
): MappingDraft {
  const asked = isInDoubt(look, draft, at)
  const choices = draft.choices.map((choice, index) =>
    index === at || (asked !== null && isInDoubt(look, draft, index) === asked)
      ? { ...choice, ...answer, isAnswered: true }
      : choice,
  )
  return { ...draft, choices }
}

/** What must still be pointed at. */
export const stillMissing = ({ subject, choices }: MappingDraft): string[] =>
  missingFields(subject, new Set(choices.flatMap(({ field }) => field ?? [])))

/** The draft as the mapping that is tried and remembered. */
export function mappingOf(look: FileLook, draft: MappingDraft): FileMapping {
  const { subject, channel, bank, choices } = draft
  return {
    name: draft.name.trim() || look.fileName.slice(0, 60),
    subject,
    channel: subject === 'bank' ? null : channel,
    ...(subject === 'bank' ? { bank } : {}),
    headings: headingsOf(look),
    columns: look.columns.flatMap(({ normal, nth }, at) => {
      const { field, thousands, days, isPerRow, isTakenOff, way } = choices[at]!
      if (field === null) return []
      const type = ruleOf(subject, field)?.type
      const isMoney = type === 'money' || type === 'signed money'
      return [
        {
          heading: normal,
          nth,
          field,
          ...(isMoney ? { thousands } : {}),
          ...(type === 'moment' ? { days } : {}),
          ...(isMoney && mayBePerRow(subject, field) && isPerRow ? { isPerRow } : {}),
          ...(field === 'line' && isTakenOff ? { isTakenOff } : {}),
          ...(way !== null && mayLackWay(look, draft, at) ? { way } : {}),
        },
      ]
    }),
    words: [
      ...new Set(wordColumns(look, draft).flatMap(({ column }) => column.words?.map(({ word }) => word) ?? [])),
    ].flatMap((word) => {
      const means = draft.meanings[word]
      return means ? [{ word, means }] : []
    }),
  }
}

/** Money of an order as a whole, which some files write for each of its rows. */
export const mayBePerRow = (subject: MappingSubject, field: string): boolean => {
  const rule = ruleOf(subject, field)
  return subject === 'orders' && (rule?.type === 'money' || rule?.type === 'signed money') && !rule.isOfRow
}

/** What is shown of a layout that is known already: as it was taught. */
export function draftOfKnown(look: FileLook, mapping: FileMapping): MappingDraft {
  const { name, subject, channel, bank = 'other', columns, words } = mapping
  const draft = draftOf(look, subject, { name, channel: channel ?? 'other', bank })
  return {
    ...draft,
    choices: look.columns.map(({ normal, nth }, at) => {
      const taught = columns.find((column) => column.heading === normal && column.nth === nth)
      const { thousands, days, isPerRow, isTakenOff } = draft.choices[at]!
      return {
        field: taught?.field ?? null,
        thousands: taught?.thousands ?? thousands,
        days: taught?.days ?? days,
        isPerRow: taught ? taught.isPerRow === true : isPerRow,
        isTakenOff: taught ? taught.isTakenOff === true : isTakenOff,
        way: taught?.way ?? null,
        isAnswered: taught !== undefined,
      }
    }),
    meanings: Object.fromEntries(words.map(({ word, means }) => [word, means])),
  }
}

/** What a layout is known by; a column without a heading is in one file and not in the next. */
const headingsOf = ({ columns }: FileLook): string[] =>
  columns
    .map(({ normal }) => normal)
    .filter((heading) => !isNameless(heading))
    .sort()

/** Whether the headings of a file are those of a layout, whatever their order. */
export const isOfLayout = (look: FileLook, { headings }: FileMapping): boolean =>
  headingsOf(look).join('\n') === headings.toSorted().join('\n')

const BANKS: readonly [RegExp, BankName][] = [
  [/\b(gopay|gobiz|go-?pay)\b/i, 'gopay'],
  [/\bovo\b/i, 'ovo'],
  [/\bshopee ?pay\b/i, 'shopeepay'],
  [/\bdana\b(?! (dilepas|masuk|keluar|kembali))/i, 'dana'],
  [/\b(bca|klikbca)\b/i, 'bca'],
  [/\bmandiri\b/i, 'mandiri'],
  [/\b(bri|brimo)\b/i, 'bri'],
  [/\bbni\b/i, 'bni'],
]

/** Whose statement a file seems to be: by its own name, then by what stands above its headings. */
export function bankNamedIn({ fileName, firstRows, headingRow }: FileLook): BankName {
  const above = firstRows.filter(({ number }) => number < headingRow).flatMap(({ texts }) => texts)
  const named = [fileName.replaceAll('_', ' '), ...above].flatMap((text) => BANKS.filter(([name]) => name.test(text)))
  return named[0]?.[1] ?? 'other'
}
