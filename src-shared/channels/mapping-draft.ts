import type { Marketplace } from '../orders/order.ts'
import type { ColumnLook, FileLook } from './file-look.ts'
import {
  type DayOrder,
  type FileMapping,
  type MappingSubject,
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
  /** How it is written was in doubt, and the person said it. */
  isAnswered: boolean
}

/** A mapping while it is being said. */
export interface MappingDraft {
  name: string
  subject: MappingSubject
  channel: Marketplace
  choices: ColumnChoice[]
  /** What words mean, by the word as the file writes it; one that is not in here keeps its rows out. */
  meanings: Readonly<Record<string, WordMeaning>>
}

/** What is proposed before the person says anything. */
export function draftOf(
  look: FileLook,
  subject: MappingSubject,
  { name, channel }: Pick<MappingDraft, 'name' | 'channel'>,
): MappingDraft {
  const choices = look.columns.map(
    ({ guesses, numbers, days, differsInOrder, isTakenOff }): ColumnChoice => ({
      field: guesses[subject]?.field ?? null,
      thousands: numbers.mark,
      days: days.order,
      isPerRow: differsInOrder,
      isTakenOff,
      isAnswered: false,
    }),
  )
  return { name, subject, channel, choices, meanings: proposedMeanings(look, subject, choices) }
}

/** The words of the column that holds words, with what each means wherever it is seen. */
function proposedMeanings(
  look: FileLook,
  subject: MappingSubject,
  choices: readonly ColumnChoice[],
): Record<string, WordMeaning> {
  const words = wordColumn(look, { subject, choices })?.words ?? []
  return Object.fromEntries(
    words.flatMap(({ word, means }) => (means && fitsSubject(means, subject) ? [[word, means]] : [])),
  )
}

const fitsSubject = (means: WordMeaning, subject: MappingSubject): boolean =>
  (means === 'in' || means === 'out') === (subject === 'bank')

/** The column whose words must be named; undefined where none is chosen. */
export function wordColumn(
  look: FileLook,
  { subject, choices }: { subject: MappingSubject; choices: readonly ColumnChoice[] },
): ColumnLook | undefined {
  return look.columns.find((_, at) => {
    const field = choices[at]?.field
    return field != null && ruleOf(subject, field)?.type === 'word'
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
  const before = wordColumn(look, draft)
  const after = wordColumn(look, { ...draft, choices })
  const meanings = before === after ? draft.meanings : proposedMeanings(look, draft.subject, choices)
  return { ...draft, choices, meanings }
}

/** Whether the way in which a chosen column is written must still be said. */
export function isInDoubt(look: FileLook, draft: MappingDraft, at: number): 'numbers' | 'days' | null {
  const { field, isAnswered } = draft.choices[at]!
  const column = look.columns[at]!
  if (field === null || isAnswered) return null
  const type = ruleOf(draft.subject, field)?.type
  if ((type === 'money' || type === 'signed money') && column.numbers.sure === 'doubtful') return 'numbers'
  return type === 'moment' && column.days.sure === 'doubtful' ? 'days' : null
}

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
  const { subject, channel, choices } = draft
  return {
    name: draft.name.trim() || look.fileName.slice(0, 60),
    subject,
    channel: subject === 'bank' ? null : channel,
    headings: look.columns.map(({ normal }) => normal).sort(),
    columns: look.columns.flatMap(({ normal, nth }, at) => {
      const { field, thousands, days, isPerRow, isTakenOff } = choices[at]!
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
        },
      ]
    }),
    words: (wordColumn(look, draft)?.words ?? []).flatMap(({ word }) => {
      const means = draft.meanings[word]
      return means ? [{ word, means }] : []
    }),
  }
}

/** Money of an order as a whole, which some files write for each of its rows. */
export const mayBePerRow = (subject: MappingSubject, field: string): boolean => {
  const rule = ruleOf(subject, field)
  return subject === 'orders' && rule?.type === 'money' && !rule.isOfRow
}

/** What is shown of a layout that is known already: as it was taught. */
export function draftOfKnown(look: FileLook, mapping: FileMapping): MappingDraft {
  const { name, subject, channel, columns, words } = mapping
  const draft = draftOf(look, subject, { name, channel: channel ?? 'other' })
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
        isAnswered: taught !== undefined,
      }
    }),
    meanings: Object.fromEntries(words.map(({ word, means }) => [word, means])),
  }
}

/** Whether the headings of a file are those of a layout, whatever their order. */
export const isOfLayout = (look: FileLook, { headings }: FileMapping): boolean =>
  look.columns
    .map(({ normal }) => normal)
    .sort()
    .join('\n') === headings.toSorted().join('\n')
