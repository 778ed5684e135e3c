import type { BankLine, BankLineState, BankLinked, BankSuggestion } from '../../../src-shared/bank/bank.ts'
import { cashRecordsByIds } from '../cash/cash.repository.ts'
import type { Reader } from '../database/open.ts'
import { closedThroughOf } from '../ledger/closed-periods.repository.ts'
import { documentLabels, labelKey } from '../ledger/document-labels.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { documentsOf, type StoredLine } from './lines.repository.ts'

/** Lines as a window shows them: with what they stand for, or what is suggested. */
export async function shownLines(
  reader: Reader,
  lines: readonly StoredLine[],
  suggestions: ReadonlyMap<string, BankSuggestion>,
): Promise<BankLine[]> {
  const { startDay } = await settingsOf(reader)
  const closedThrough = await closedThroughOf(reader)
  const documents = await documentsOf(
    reader,
    lines.map(({ id }) => id),
  )
  const every = [...documents.values()].flat()
  const labels = await documentLabels(reader, every)
  const records = await cashRecordsByIds(
    reader,
    every.filter(({ kind }) => kind === 'cash-record').map(({ id }) => id),
  )
  return lines.map((line) => {
    const { ruleId: _, ...facts } = line
    const linked = (documents.get(line.id) ?? []).map(({ kind, id, isMade }): BankLinked => {
      const record = kind === 'cash-record' ? records.get(id) : undefined
      return {
        document: { kind, id },
        label: labels.get(labelKey({ kind, id })) ?? '',
        day: record?.day ?? line.day,
        isMade,
        event: record && record.unread === undefined ? record.event : null,
      }
    })
    return {
      ...facts,
      state: stateOf(line, startDay),
      isClosed: line.day <= closedThrough,
      documents: linked,
      suggestion: suggestions.get(line.id) ?? null,
    }
  })
}

function stateOf({ answeredAt, ignoredBecause, isLoose, day }: StoredLine, startDay: string): BankLineState {
  if (ignoredBecause !== null) return 'ignored'
  if (answeredAt === null && day < startDay) return 'before the books'
  return answeredAt === null || isLoose ? 'waiting' : 'answered'
}
