import type { ImportOutcome } from '../../src-shared/channels/channels.ts'
import { countsOf } from '../../src-shared/channels/counts-of.ts'
import { channelFileWords } from '../../src-shared/channels/file-kind.words.ts'
import { fileSaysWords } from '../../src-shared/channels/file-says.words.ts'
import { type FileContentsShown, unreadColumns } from '../../src-shared/channels/file-shown.ts'
import { importWords } from '../../src-shared/channels/import.words.ts'
import type { Language } from '../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah, type Rupiah } from '../../src-shared/kernel/rupiah.ts'
import { importAnswerWords } from './import-answer.words.ts'
import type { ImportReport, SkippedReport } from './import-command.ts'

type Totals = TotalsOf<FileContentsShown>
type TotalsOf<Each> = Each extends FileContentsShown ? Omit<Each, 'problems'> : never
type Said<About extends FileContentsShown['about']> = Extract<Totals, { about: About }>

/** The report of one file as people read it on a terminal. */
export function importText(report: ImportReport | SkippedReport, language: Language): string {
  const say = importAnswerWords[language]
  if ('skipped' in report) return say.skipped(report.file, report.skipped)
  const { file, dryRun, problems, problemCount, outcome } = report
  const lines = [
    ...totalsText(file, report, language),
    ...columnsText(report, language),
    ...problems.map(({ sentence }) => `  ! ${sentence}`),
    ...(problemCount > problems.length
      ? [`  ! ${say.moreProblems(formatNumber(problemCount - problems.length))}`]
      : []),
    ...(outcome?.doubts ?? []).map(({ why, known, of, shopName }) => {
      const [knownOfThem, all] = [formatNumber(known), formatNumber(of)]
      if (why === 'strange') return `  ? ${say.strange(all, shopName)}`
      return `  ? ${(why === 'numbers' ? say.knownNumbers : say.knownNames)(knownOfThem, all, shopName)}`
    }),
  ]
  if (outcome) lines.push(`  ${dryRun ? say.wouldHappen : say.kept}: ${outcomeText(outcome, language)}`)
  return lines.join('\n')
}

/** Sheets and columns that were left alone, or were looked for and are not there. */
function columnsText(report: ImportReport, language: Language): string[] {
  const unread = unreadColumns(report)
  const { leftSheets, absentColumns, unreadColumns: unreadWords } = importWords[language]
  return [
    ...(report.leftSheets?.length ? [`  ! ${leftSheets(report.leftSheets.join(', '))}`] : []),
    ...('absentColumns' in report && report.absentColumns.length > 0
      ? [`  ! ${absentColumns(report.absentColumns.join(', '))}`]
      : []),
    ...(unread.length > 0 ? [`  ! ${unreadWords(unread.join(', '))}`] : []),
    ...(unread.length < report.unknownColumns.length
      ? [`  ! ${fileSaysWords[language].unknown(report.unknownColumns.join(', '))}`]
      : []),
  ]
}

/** What a file says of itself: its sums, and each total it prints beside what its rows come to. */
function totalsText(file: string, said: Totals, language: Language): string[] {
  switch (said.about) {
    case 'orders':
      return ordersText(file, said, language)
    case 'settlements':
      return settlementsText(file, said, language)
    case 'returns':
      return returnsText(file, said, language)
    case 'listings':
      return listingsText(file, said, language)
    case 'wallet':
    case 'bank':
      return balancesText(file, said, language)
  }
}

function ordersText(file: string, { totals }: Said<'orders'>, language: Language): string[] {
  const { orders, rows, pieces, goodsValue, buyerPayment } = totals
  const counts = [orders, rows, pieces].map(formatNumber) as [string, string, string]
  return [
    `${file}: ${importAnswerWords[language].orders(...counts, formatRupiah(goodsValue), formatRupiah(buyerPayment))}`,
    ...Object.entries(totals.ordersByStatus).map(([status, orders]) => `  ${status}: ${formatNumber(orders)}`),
  ]
}

function settlementsText(file: string, { kind, totals, controls }: Said<'settlements'>, language: Language): string[] {
  const { orders, adjustments, released, byName } = totals
  const sums = importAnswerWords[language].settlements(
    formatNumber(orders),
    formatNumber(adjustments),
    formatRupiah(released),
  )
  return [
    `${file}: ${channelFileWords[language][kind]}, ${sums}`,
    ...byName.map(({ name, amount }) => `  ${name}: ${formatRupiah(amount)}`),
    ...controlsText(controls, language),
  ]
}

function returnsText(file: string, { kind, totals }: Said<'returns'>, language: Language): string[] {
  const { returns, withGoods, pieces, refund, compensation, byStatus } = totals
  const counts = [returns, withGoods, pieces].map(formatNumber) as [string, string, string]
  const sums = importAnswerWords[language].returns(...counts, formatRupiah(refund), formatRupiah(compensation))
  return [
    `${file}: ${channelFileWords[language][kind]}, ${sums}`,
    ...Object.entries(byStatus).map(([status, returns]) => `  ${status}: ${formatNumber(returns)}`),
  ]
}

function listingsText(file: string, { kind, totals }: Said<'listings'>, language: Language): string[] {
  const { products, listings, withCode, stock, value } = totals
  const counts = [products, listings, withCode, stock].map(formatNumber) as [string, string, string, string]
  const sums = importAnswerWords[language].listings(...counts, formatRupiah(value))
  return [`${file}: ${channelFileWords[language][kind]}, ${sums}`]
}

function balancesText(file: string, { kind, totals, controls }: Said<'wallet' | 'bank'>, language: Language): string[] {
  const say = importAnswerWords[language]
  const known = (balance: Rupiah | null): string => (balance === null ? say.notSaid : formatRupiah(balance))
  const sums = say.balances(
    formatNumber(totals.rows),
    known(totals.opening),
    formatRupiah(totals.in),
    formatRupiah(totals.out),
    known(totals.closing),
  )
  return [`${file}: ${channelFileWords[language][kind]}, ${sums}`, ...controlsText(controls, language)]
}

const controlsText = (controls: Said<'bank'>['controls'], language: Language): string[] =>
  controls.map(({ name, stated, computed }) =>
    stated === computed
      ? `  = ${name}: ${formatRupiah(stated)}`
      : `  ≠ ${importAnswerWords[language].computed(name, formatRupiah(stated), formatRupiah(computed))}`,
  )

function outcomeText(outcome: ImportOutcome, language: Language): string {
  const say = importAnswerWords[language]
  const { added, changed, unchanged, keptOut } = countsOf(outcome)
  const counts = say.counts(formatNumber(added), formatNumber(changed), formatNumber(unchanged), formatNumber(keptOut))
  if (outcome.kind === 'bank') return `${counts}; ${say.met(formatNumber(outcome.met))}`
  return `${counts}; ${say.entries(formatNumber(outcome.entries))}, ${bookedText(outcome, language)}`
}

/** What an import moved in the books, or will when what it waits for is here. */
function bookedText(outcome: Exclude<ImportOutcome, { kind: 'bank' }>, language: Language): string {
  const say = importAnswerWords[language]
  switch (outcome.kind) {
    case 'orders':
      return say.sales(formatRupiah(outcome.sales))
    case 'wallet':
      return say.moved(formatRupiah(outcome.added.amount), formatNumber(outcome.asked.lines))
    case 'returns':
      return say.returned(formatNumber(outcome.withGoods), formatNumber(outcome.waiting))
    case 'listings':
      return say.mapped(formatNumber(outcome.mapped), formatNumber(outcome.unmapped))
    case 'settlements':
      return say.released(formatRupiah(outcome.added.released), formatNumber(outcome.waiting.settlements))
  }
}
