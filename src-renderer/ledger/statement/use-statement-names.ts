import { EVERYDAY } from '../../../src-shared/ledger/account-name.ts'
import type { StatementSection } from '../../../src-shared/ledger/ledger.ts'
import { type StatementNames, statementNames } from '../../../src-shared/ledger/statement.words.ts'
import { useSettings } from '../../base/use-settings.ts'
import { useLocale } from '../../design/language.tsx'

/** What the sums of both statements are called: on screen as the shop wants it, on paper as a bank reads it (SAK EMKM). */
export function useStatementNames(): { screen: StatementNames; paper: StatementNames } {
  const { language } = useLocale()
  const accountingTerms = useSettings()?.accountingTerms ?? EVERYDAY.accountingTerms
  return {
    screen: statementNames({ language, accountingTerms }),
    paper: statementNames({ language, accountingTerms: 'standard' }),
  }
}

/** A report whose sections and lines are called as SAK EMKM calls them. */
export const onPaper = <R extends object>(report: R): R =>
  Object.fromEntries(
    Object.entries(report).map(([key, value]) => [key, isSection(value) ? formalSection(value) : value]),
  ) as R

const isSection = (value: unknown): value is StatementSection =>
  typeof value === 'object' && value !== null && 'formalName' in value

const formalSection = (section: StatementSection): StatementSection => ({
  ...section,
  name: section.formalName,
  lines: section.lines.map((line) => ({ ...line, name: line.formalName })),
})
